package io.plimsoll.local.duckdb;

import io.plimsoll.config.CsvOptions;
import io.plimsoll.config.DecimalMark;
import io.plimsoll.config.Delimiter;
import io.plimsoll.config.SourceConfig;
import io.plimsoll.config.SourceFormat;
import io.plimsoll.data.ColumnType;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** A sound file of random values and the options that fit it: what is spoilt afterwards. */
record Original(byte[] file, SourceConfig config) {
    /** Stands in cells and in no name, so that no message may hold it. */
    static final String SECRET = "s3cret";

    private static final List<Charset> ENCODINGS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16,
            StandardCharsets.ISO_8859_1,
            Charset.forName("windows-1252"));
    private static final List<List<String>> VALUES = List.of(
            List.of(
                    "1",
                    "2",
                    "-3",
                    "0",
                    "",
                    "12345678901234567",
                    "9999999999999999",
                    "007",
                    "1.0",
                    "+5",
                    "-0",
                    "1e3",
                    " 4 "),
            List.of(
                    "0.5",
                    "1",
                    "-1e-3",
                    ".5",
                    "7.",
                    "",
                    "inf",
                    "NaN",
                    "-Infinity",
                    "1e300",
                    "1e400",
                    "0.99999999999999999999",
                    "3,5"),
            List.of("true", "false", "True", "FALSE", "", "1"),
            List.of("2020-02-29", "1999-12-31", "", "2020-01-01T00:00", "0001-01-01", "2020-02-30"),
            List.of("2020-01-01 10:00:00", "1999-12-31T23:59:59.5", "", "2020-02-29", "2020-01-01 00:00:00.000001"),
            List.of(
                    SECRET,
                    "x" + SECRET,
                    "",
                    " ",
                    "a b",
                    "NA",
                    "-",
                    "O'Brien",
                    "say \"x\"",
                    "a,b",
                    "a;b|c\td",
                    "two\nlines",
                    "\r\n",
                    "é"),
            List.of("NA", SECRET, "肺", "🚢", "\"", "\\", "#", "null", "1", "true", "", "\\N", "\ufeff"));
    private static final List<String> NAMES =
            List.of("id", "whole", "share", "größe", "select", "a'b", "two words", "x\"y", "Z");

    static Original csv(Random random) {
        Delimiter delimiter = random.nextInt(2) == 0 ? Delimiter.COMMA : pick(List.of(Delimiter.values()), random);
        DecimalMark decimal = random.nextInt(4) == 0 ? DecimalMark.COMMA : DecimalMark.POINT;
        List<String> nulls = pick(List.of(List.of(), List.of(), List.of("NA"), List.of("NA", "-", ".")), random);
        CsvOptions options = new CsvOptions(delimiter, pick(ENCODINGS, random), nulls, decimal);
        SourceConfig config = SourceConfig.ofFiles("data/sites.csv", SourceFormat.CSV, types(random), options);
        String end = pick(List.of("\n", "\n", "\r\n", "\r"), random);
        StringBuilder text = new StringBuilder();
        for (List<String> row : table(random)) {
            for (String value : row) {
                text.append(quoted(value, random)).append(delimiter.symbol());
            }
            text.setLength(text.length() - 1);
            text.append(end);
        }
        return new Original(text.toString().getBytes(options.encoding()), otherwise(config, random));
    }

    static Original jsonLines(Random random) {
        List<List<String>> table = table(random);
        StringBuilder text = new StringBuilder();
        for (List<String> row : table.subList(1, table.size())) {
            String separator = "{";
            for (int i = 0; i < row.size(); i++) {
                if (random.nextInt(10) > 0) {
                    text.append(separator)
                            .append(json(table.get(0).get(i)))
                            .append(random.nextInt(4) == 0 ? " : " : ":");
                    text.append(random.nextInt(3) == 0 ? json(row.get(i)) : scalar(row.get(i)));
                    separator = ",";
                }
            }
            text.append(separator.equals("{") ? "{}\n" : "}\n");
        }
        byte[] file = text.toString().getBytes(StandardCharsets.UTF_8);
        return new Original(
                file, SourceConfig.ofFiles("data/sites.jsonl", SourceFormat.JSONL, types(random), CsvOptions.USUAL));
    }

    /** As the engine itself writes the table of such a CSV file; texts only, so that every value is written. */
    static Original parquet(Random random, Path folder) throws IOException, SQLException {
        Path csv = folder.resolve("for-parquet.csv");
        Path file = folder.resolve("written.parquet");
        List<List<String>> table = table(random);
        StringBuilder text = new StringBuilder();
        table.forEach(row -> text.append(row.stream()
                        .map(value -> '"' + value.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
                .append('\n'));
        Files.writeString(csv, text);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT * FROM read_csv('" + csv + "', header = true, all_varchar = "
                    + random.nextBoolean() + ")) TO '" + file + "' (FORMAT parquet, COMPRESSION "
                    + pick(List.of("zstd", "snappy", "uncompressed"), random) + ")");
        }
        SourceConfig config =
                SourceConfig.ofFiles("data/sites.parquet", SourceFormat.PARQUET, types(random), CsvOptions.USUAL);
        return new Original(Files.readAllBytes(file), config);
    }

    /** Header and rows; now and then longer than the pieces in which a file is read. */
    private static List<List<String>> table(Random random) {
        int width = 1 + random.nextInt(random.nextInt(3) == 0 ? 8 : 3);
        int height = 1 + random.nextInt(random.nextInt(40) == 0 ? 4_000 : 8);
        List<List<String>> kinds = new ArrayList<>();
        List<List<String>> table = new ArrayList<>();
        table.add(NAMES.subList(0, width));
        for (int i = 0; i < width; i++) {
            List<String> kind = pick(VALUES, random);
            kinds.add(random.nextBoolean() ? kind : kind.subList(0, 3));
        }
        for (int i = 0; i < height; i++) {
            table.add(kinds.stream().map(kind -> pick(kind, random)).toList());
        }
        return table;
    }

    private static Map<String, ColumnType> types(Random random) {
        ColumnType type = pick(List.of(ColumnType.values()), random);
        return switch (random.nextInt(12)) {
            case 0 -> Map.of("id", ColumnType.TEXT);
            case 1 -> Map.of("id", type);
            case 2 -> Map.of(pick(NAMES, random), type);
            default -> Map.of();
        };
    }

    /** Options that do not fit the file are a mistake like others. */
    private static SourceConfig otherwise(SourceConfig config, Random random) {
        CsvOptions options = config.options();
        CsvOptions other = switch (random.nextInt(20)) {
            case 0 ->
                new CsvOptions(
                        pick(List.of(Delimiter.values()), random),
                        options.encoding(),
                        options.nulls(),
                        options.decimal());
            case 1 -> new CsvOptions(options.delimiter(), pick(ENCODINGS, random), options.nulls(), options.decimal());
            case 2 ->
                new CsvOptions(
                        options.delimiter(),
                        options.encoding(),
                        List.of("1", SECRET, "a,b", "\"", " "),
                        options.decimal());
            default -> options;
        };
        return SourceConfig.ofFiles(config.shown(), config.format(), config.types(), other);
    }

    private static String quoted(String value, Random random) {
        boolean plain = value.chars().noneMatch(c -> ",;\t|\"\r\n".indexOf(c) >= 0) && !value.startsWith(" ");
        return plain && random.nextInt(5) > 0 ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    private static String scalar(String value) {
        if (value.isEmpty()) {
            return "null";
        }
        return value.matches("true|false|null|-?(0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d+)?") ? value : json(value);
    }

    private static String json(String value) {
        String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"");
        return '"' + escaped.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\u0009") + '"';
    }

    private static <T> T pick(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}

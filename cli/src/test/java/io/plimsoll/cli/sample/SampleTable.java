package io.plimsoll.cli.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A table of the generator's, read back cell by cell. No cell of it spans two lines. */
record SampleTable(List<String> columns, List<Map<String, String>> rows) {
    private static final Pattern CELL = Pattern.compile("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*))");

    /** What a generator writes. */
    @FunctionalInterface
    interface Generator {
        void write(Appendable out) throws IOException;
    }

    static SampleTable generated(Generator generator) {
        return read(text(generator));
    }

    static String text(Generator generator) {
        StringBuilder text = new StringBuilder();
        try {
            generator.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static SampleTable read(String text) {
        List<List<String>> lines = text.lines().map(SampleTable::cells).toList();
        List<String> columns = lines.get(0);
        return new SampleTable(
                columns,
                lines.stream().skip(1).map(cells -> row(columns, cells)).toList());
    }

    List<String> column(String name) {
        return rows.stream().map(row -> row.getOrDefault(name, "")).toList();
    }

    /** The rows with a value in {@code column}. */
    SampleTable having(String column) {
        return where(column, ".+");
    }

    SampleTable where(String column, String pattern) {
        return new SampleTable(
                columns,
                rows.stream()
                        .filter(row -> row.getOrDefault(column, "").matches(pattern))
                        .toList());
    }

    Map<String, SampleTable> byTrial() {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.getOrDefault("trial_id", ""),
                        Collectors.collectingAndThen(Collectors.toList(), trial -> new SampleTable(columns, trial))));
    }

    private static Map<String, String> row(List<String> columns, List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns");
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(columns.get(i), cells.get(i));
        }
        return row;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        Matcher matcher = CELL.matcher(line);
        while (matcher.find()) {
            String quoted = matcher.group(1);
            cells.add(quoted == null ? matcher.group(2) : quoted.replace("\"\"", "\""));
        }
        return cells;
    }
}

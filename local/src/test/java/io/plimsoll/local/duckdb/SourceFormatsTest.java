package io.plimsoll.local.duckdb;

import static io.plimsoll.local.duckdb.Csv.faultsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.CsvOptions;
import io.plimsoll.config.DecimalMark;
import io.plimsoll.config.Delimiter;
import io.plimsoll.config.SourceConfig;
import io.plimsoll.data.ColumnType;
import io.plimsoll.data.ContentHash;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.SourceFile;
import io.plimsoll.fault.Fault;
import io.plimsoll.read.SourceSpec;
import io.plimsoll.read.Sources;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFormatsTest {
    /** One table, of every type, with missing values and text that looks like other things. */
    private static final String TABLE = """
            id,whole,share,open,began,seen,zip,name
            a,1,0.5,true,2020-02-29,2020-01-01 10:00:00,00501,"Große ""Klinik"", München"
            b,,,,,,,
            c,-3,1e-3,false,1999-12-31,2020-01-01 10:00:01.5,10001,肺
            """;

    private static final String JSON_LINES = """
            {"id":"a","whole":1,"share":0.5,"open":true,"began":"2020-02-29","seen":"2020-01-01T10:00:00","zip":"00501",\
            "name":"Große \\"Klinik\\", München"}

            {"id":"c","name":"\\u80ba","whole":-3.0,"share":0.001,"open":false,"began":"1999-12-31",\
            "seen":"2020-01-01T10:00:01.5","zip":"10001"}
            {"id":"b","whole":null,"name":""}
            """;

    @TempDir
    Path dir;

    private Csv csv;

    @BeforeEach
    void csv() {
        csv = new Csv(dir);
    }

    @Test
    void everyFormatOfOneTableIsOneContent() throws IOException, SQLException {
        String hash = hash(csv.source("sites", TABLE));

        assertThat(hash(csv.source("sites", "x.jsonl", utf8(JSON_LINES)))).isEqualTo(hash);
        assertThat(hash(parquet("typed.parquet", "SELECT * FROM read_csv('%s', types = {'zip': 'VARCHAR'})")))
                .isEqualTo(hash);
        assertThat(hash(parquet("texts.parquet", "SELECT * FROM read_csv('%s', all_varchar = true)")))
                .isEqualTo(hash);
        assertThat(hash(parquet(
                        "wide.parquet",
                        "SELECT id, whole::DOUBLE AS whole, share::DECIMAL(9, 4) AS share, open,"
                                + " began::TIMESTAMP AS began, seen::TIMESTAMP_MS AS seen, zip, name"
                                + " FROM read_csv('%s', types = {'zip': 'VARCHAR'})")))
                .isEqualTo(hash);
    }

    @Test
    void everyWayOfWritingCsvIsOneContent() {
        String hash = hash(csv.source("sites", TABLE));

        assertThat(hash(written("\ufeff" + TABLE.replace("\n", "\r\n"), CsvOptions.USUAL)))
                .isEqualTo(hash);
        String semicolons =
                TABLE.replace(",", ";").replace("; München", ", München").replace("0.5", "0,5");
        assertThat(hash(written(
                        semicolons,
                        new CsvOptions(Delimiter.SEMICOLON, StandardCharsets.UTF_8, List.of(), DecimalMark.COMMA))))
                .isEqualTo(hash);
        assertThat(hash(written(
                        TABLE.replace("b,,,,,,,", "b,NA,-,NA,NA,NA,NA,\"NA\""),
                        new CsvOptions(
                                Delimiter.COMMA, StandardCharsets.UTF_16, List.of("NA", "-"), DecimalMark.POINT))))
                .isEqualTo(hash);
        assertThat(hash(written(
                        TABLE.replace(",", "\t").replace("\t München", ", München"),
                        new CsvOptions(Delimiter.TAB, Charset.forName("GB18030"), List.of(), DecimalMark.POINT))))
                .isEqualTo(hash);
    }

    @Test
    void whatStandsForAMissingValueMayHoldDelimitersAndQuotes() {
        CsvOptions options = new CsvOptions(
                Delimiter.COMMA, StandardCharsets.UTF_8, List.of("n,a", "\"", "it's"), DecimalMark.POINT);

        try (Sources sources =
                csv.reader().read(List.of(written("id,x\n1,\"n,a\"\n2,\"\"\"\"\n3,it's\n4,7\n", options)))) {
            Dataset table = sources.select("SELECT * FROM sites", "id");
            assertThat(table.columns().get(1).type()).isEqualTo(ColumnType.INTEGER);
            assertThat(Csv.texts(table, "x")).containsExactly(null, null, null, "7");
        }
    }

    /** Left to itself, DuckDB takes an object without keys for a text where there is one column. */
    @Test
    void anObjectWithoutKeysIsARowOfMissingValues() {
        SourceSpec source = csv.source("sites", "x.jsonl", utf8("{}\n{\"id\":null}\n"));

        try (Sources sources = csv.reader().read(List.of(source))) {
            assertThat(Csv.texts(sources.select("SELECT * FROM sites", "id"), "id"))
                    .containsExactly(null, null);
        }
    }

    @Test
    void aJsonNumberAmongTextsIsSpeltAsItWas() {
        SourceSpec source = csv.source("sites", "x.jsonl", utf8("""
                        {"id": 1, "x": 1e3}
                        {"id": 2, "x": 0.99999999999999999999}
                        {"id": 3, "x": "a"}
                        {"id": 4, "x": 123456789012345678901234567890}
                        """));

        try (Sources sources = csv.reader().read(List.of(source))) {
            assertThat(Csv.texts(sources.select("SELECT * FROM sites", "id"), "x"))
                    .containsExactly("1e3", "0.99999999999999999999", "a", "123456789012345678901234567890");
        }
    }

    @Test
    void filesOfAPatternAreOneTableWhateverTheOrderOfTheirColumns() throws IOException, SQLException {
        csv.source("sites", "part-2.csv", utf8("name,id\ny,2\n"));
        csv.source("sites", "part-10.csv", utf8("id,name\n10,z\n"));
        csv.source("sites", "part-3.jsonl", utf8("{\"id\": 3, \"name\": \"w\"}\n"));
        csv.source("sites", "other.csv", utf8("id\n7\n"));

        try (Sources sources = read(dir.resolve("part-*"), SourceConfig.of("part-*"))) {
            Dataset table = sources.select("SELECT * FROM sites", "id");
            assertThat(Csv.texts(table, "id")).containsExactly("2", "3", "10");
            assertThat(Csv.texts(table, "name")).containsExactly("y", "w", "z");
            assertThat(sources.facts().get(0).files())
                    .extracting(SourceFile::file)
                    .containsExactly("part-10.csv", "part-2.csv", "part-3.jsonl");
        }
    }

    @Test
    void namesHowFilesOfAPatternDiffer() {
        csv.source("sites", "p1.csv", utf8("id,name,x\n1,a,2\n"));
        csv.source("sites", "p2.csv", utf8("id,nome,y,z\n1,a,2,3\n"));

        assertThat(faults(dir.resolve("p*.csv"), SourceConfig.of("p*.csv")))
                .containsExactly(
                        "source 'sites' lacks 2 columns ('name', 'x') of p1.csv, p2.csv",
                        "source 'sites' has 3 columns ('nome', 'y', 'z') that p1.csv lacks, p2.csv");
        assertThat(faults(dir.resolve("q*.csv"), SourceConfig.of("q*.csv")))
                .containsExactly("source 'sites' has no file: none matches the pattern, q*.csv");
    }

    @Test
    void namesEveryValueThatIsNotOfItsDeclaredType() {
        csv.source("sites", "id,day\n" + "1,2020-01-01\n".repeat(90_000) + "s3cret,2020-13-01\n1.5,x\n");

        assertThat(faults(
                        dir.resolve("sites.csv"),
                        SourceConfig.ofFiles(
                                "data/sites.csv",
                                null,
                                Map.of("id", ColumnType.INTEGER, "day", ColumnType.DATE),
                                CsvOptions.USUAL)))
                .containsExactlyInAnyOrder(
                        "source 'sites' has 2 values in column 'id' that are not of its declared type integer, data/sites.csv:90002",
                        "source 'sites' has 2 values in column 'day' that are not of its declared type date, data/sites.csv:90002");
        assertThat(faults(
                        dir.resolve("sites.csv"),
                        SourceConfig.ofFiles(
                                "data/sites.csv", null, Map.of("di", ColumnType.INTEGER), CsvOptions.USUAL)))
                .containsExactly(
                        "source 'sites' has no column 'di' (did you mean 'id'?), which types speak of, data/sites.csv");
    }

    @Test
    void aDeclaredTextKeepsWhatLooksLikeANumber() {
        csv.source("sites", "id,code\n1,1.0\n2,2\n");
        SourceConfig config = SourceConfig.ofFiles("x", null, Map.of("code", ColumnType.TEXT), CsvOptions.USUAL);

        try (Sources sources = read(dir.resolve("sites.csv"), config)) {
            assertThat(Csv.texts(sources.select("SELECT * FROM sites", "id"), "code"))
                    .containsExactly("1.0", "2");
        }
    }

    @Test
    void refusesWhatIsNotAFlatTable() throws IOException, SQLException {
        assertThat(faults(
                        "x.jsonl",
                        "{\"a\": 1}\n[1]\n{\"a\": [1]}\n{\"a\": 1, \"a\": 2}\n{\"a\": 1\n{\"b\": {}}\n{} x\n"))
                .containsExactly(
                        "source 'sites' has 3 lines that no JSON object takes up (lines 2, 5, 7), data/x.jsonl:2",
                        "source 'sites' has 2 values that are lists or objects (lines 3, 6), data/x.jsonl:3",
                        "source 'sites' has 1 object with a key twice, data/x.jsonl:4");
        assertThat(faults("x.jsonl", "\n\n")).containsExactly("source 'sites' has no rows, data/x.jsonl");
        assertThat(faults("x.jsonl", "{\"a\": 1, \"A\": 2}\n"))
                .containsExactly(
                        "source 'sites' column 2 is 'A', which differs from 'a' only by case or spaces, data/x.jsonl");
        assertThat(faults("x.jsonl", "{}\n{}\n"))
                .containsExactly("source 'sites' has no object with a key, data/x.jsonl");
        assertThat(faults("x.jsonl", "{\"a\\u0000\": 1}\n{\"a\": \"\\ud800\"}\n{\"a\": \"\\ud83d\\udea2\"}\n"))
                .containsExactly(
                        "source 'sites' holds 1 NUL character, data/x.jsonl:1",
                        "source 'sites' holds 1 half of a character, data/x.jsonl:2");
        assertThat(faults("x.parquet", "a,b\n1,2\n"))
                .containsExactly("source 'sites' is not a Parquet file, data/x.parquet");
        assertThat(faults("x.parquet", "PAR1 and no more"))
                .containsExactly("source 'sites' is a Parquet file without its end, data/x.parquet");
        assertThat(faults("x.parquet", "PAR1" + "?".repeat(100) + "PAR1"))
                .allMatch(fault -> fault.startsWith("source 'sites' is not a Parquet file that can be read"));
        assertThat(faultLines(
                        parquet("nested.parquet", "SELECT id, [1, 2] AS many, {'a': 1} AS deep FROM read_csv('%s')")))
                .containsExactly(
                        "source 'sites' has a column 'many' of the type INTEGER, which is no number, text, date or time,"
                                + " data/nested.parquet",
                        "source 'sites' has a column 'deep' of the type STRUCT, which is no number, text, date or time,"
                                + " data/nested.parquet");
    }

    /** Its end is sound, so that only who reads its pages finds out. */
    @Test
    void aDamagedPageOfAParquetFileIsTheFilesFault() throws IOException, SQLException {
        SourceSpec source = parquet("damaged.parquet", "SELECT * FROM read_csv('%s')");
        byte[] bytes = Files.readAllBytes(source.path());
        Arrays.fill(bytes, 4, 40, (byte) 0xff);
        Files.write(source.path(), bytes);

        assertThat(faultLines(source))
                .singleElement()
                .asString()
                .startsWith("source 'sites' is not a Parquet file that can be read")
                .endsWith("data/damaged.parquet");
    }

    private String hash(SourceSpec source) {
        try (Sources sources = csv.reader().read(List.of(source))) {
            return ContentHash.of(sources.select("SELECT * FROM sites", "id"));
        }
    }

    private SourceSpec written(String content, CsvOptions options) {
        byte[] bytes = content.getBytes(options.encoding());
        SourceSpec plain = csv.source("sites", "other.csv", bytes);
        return new SourceSpec("sites", plain.path(), SourceConfig.ofFiles("data/other.csv", null, Map.of(), options));
    }

    private Sources read(Path path, SourceConfig config) {
        return csv.reader().read(List.of(new SourceSpec("sites", path, config)));
    }

    private List<String> faults(Path path, SourceConfig config) {
        return faultLines(new SourceSpec("sites", path, config));
    }

    private List<String> faults(String file, String content) {
        return faultLines(csv.source("sites", file, utf8(content)));
    }

    private List<String> faultLines(SourceSpec source) {
        return faultsOf(() -> csv.reader().read(List.of(source))).stream()
                .map(SourceFormatsTest::line)
                .toList();
    }

    private static String line(Fault fault) {
        return fault.what() + ", " + fault.where();
    }

    private SourceSpec parquet(String file, String select) throws IOException, SQLException {
        Path table = Files.writeString(dir.resolve("for-parquet.csv"), TABLE);
        Path target = dir.resolve(file);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (" + select.formatted(table) + ") TO '" + target + "' (FORMAT parquet)");
        }
        return new SourceSpec("sites", target, "data/" + file);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

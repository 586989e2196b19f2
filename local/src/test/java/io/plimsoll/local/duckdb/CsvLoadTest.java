package io.plimsoll.local.duckdb;

import static io.plimsoll.local.duckdb.Csv.faultOf;
import static io.plimsoll.local.duckdb.Csv.faultsOf;
import static io.plimsoll.local.duckdb.Csv.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.canonical.Sha256;
import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnType;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.SourceFile;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.read.SourceFacts;
import io.plimsoll.read.SourceSpec;
import io.plimsoll.read.Sources;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLoadTest {
    private static final String SECRET = "s3cret";

    @TempDir
    Path dir;

    private Csv csv;

    @BeforeEach
    void csv() {
        csv = new Csv(dir);
    }

    /** In each content an ↵ stands for a line feed and a ← for a carriage return. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a,b↵                        | has a header and no rows                   |    | give a file with at least one row",
                "a,b                         | has a header and no rows                   |    | give a file with at least one row",
                "a,b↵1,2↵s3cret↵             | has 1 row with another number of fields    | :3 | mend them",
                "a,b↵1,2↵3,4,s3cret↵         | has 1 row with another number of fields    | :3 | mend them",
                "a,b↵\"↵1↵\",2↵s3cret↵       | has 1 row with another number of fields    | :5 | mend them",
                "a,b↵1;s3cret↵               | has 1 row with another number of fields    | :2 | mend them",
                "a,b↵↵1,2,5↵                 | has 1 row with another number of fields    | :3 | mend them",
                "a,b↵1,\"s3cret↵3,4↵         | has a quote that is not closed             | :2 | double each quote",
                "a,b↵1,\"s3cret\"x↵          | has text behind a closing quote in 1 value | :2 | double each quote",
                "a,\"b↵s3cret,\"1,s3cret,s3cret↵ | has text behind a closing quote in 1 value | :2 | double each quote",
                "a,b↵1, \"s3cret\"↵          | has spaces before an opening quote in 1 va | :2 | put the quote first",
            })
    void refusesAMalformedFile(String content, String what, String line, String help) {
        check(content.replace('↵', '\n').replace('←', '\r'), what, line == null ? "" : line, help);
    }

    @Test
    void findsAMistakeFarDown() {
        String rows = "a,b\n" + "1,2\n".repeat(100_000) + "3,4," + SECRET + "\n";

        check(
                rows,
                "has 1 row with another number of fields than its header, which has 2 fields",
                ":100002",
                "mend them");
    }

    @Test
    void refusesARowWithoutAnEnd() {
        String rows = "a,b\n1," + SECRET.repeat(400_000);

        check(rows, "has a row that is longer than 2,000,000 bytes", ":2", "look for a quote that is not closed");
    }

    @Test
    void saysEverythingOnTwoLines() {
        Fault fault = faultOf(() -> csv.read("a,b\n1\n1,2\n3\n4,5,6\n"));

        assertThat(fault.line())
                .isEqualTo(
                        "error[SOURCE_MALFORMED]: source 'sites' has 3 rows with another number of fields than its header,"
                                + " which has 2 fields (lines 2, 4, 5), data/sites.csv:2");
        assertThat(fault.advice()).isEqualTo("help: mend them; a value that holds a comma stands in double quotes");
    }

    private void check(String content, String what, String line, String help) {
        PlimsollException refusal = assertThatExceptionOfType(PlimsollException.class)
                .isThrownBy(() -> csv.read(content))
                .actual();
        StringWriter trace = new StringWriter();
        refusal.printStackTrace(new PrintWriter(trace));

        Fault fault = refusal.faults().get(0);
        assertThat(fault.code()).isEqualTo(ErrorCode.SOURCE_MALFORMED);
        assertThat(fault.what()).startsWith("source 'sites' " + what);
        assertThat(fault.where()).isEqualTo("data/sites.csv" + line);
        assertThat(fault.help()).startsWith(help);
        assertThat(trace.toString()).doesNotContain(SECRET);
    }

    @Test
    void namesTheFaultsOfEverySourceAtOnce() {
        List<SourceSpec> sources =
                List.of(csv.source("one", "a,b\n1\n"), csv.source("two", "a\n1\n"), csv.source("three", "a,b\n"));

        assertThat(faultsOf(() -> csv.reader().read(sources)))
                .extracting(Fault::where)
                .containsExactly("data/one.csv:2", "data/three.csv");
    }

    @Test
    void looksAtEveryFileBeforeItLoadsOne() {
        List<SourceSpec> sources = List.of(
                csv.source("one", "a,b\n1\n"),
                csv.source("two", ""),
                new SourceSpec("three", dir.resolve("absent"), "data/absent"));

        assertThat(faultsOf(() -> csv.reader().read(sources)))
                .extracting(Fault::what)
                .containsExactly(
                        "source 'one' has 1 row with another number of fields than its header, which has 2 fields",
                        "source 'two' is empty (0 bytes)",
                        "source 'three' does not exist");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id,name\n1,x\n2,y\n",
                "id,name\n1,x\n2,y",
                "id,name\r\n1,x\r\n2,y\r\n",
                "id,name\r1,x\r2,y\r",
                "id,name\n1,x\r\n2,y\r",
                "id,name\r\n\r\n1,x\r\n\n\r2,y\r\n\r\n",
                "\ufeffid,name\n1,x\n2,y\n",
                "\"id\",\"name\"\n\"1\",\"x\"\n2,\"y\"\n",
                "id,name\n1,x\n\n2,y\n\n",
                "name,id\nx,1\ny,2\n",
                "extra,name,id\n,x,1\n,y,2\n"
            })
    void readsTheSameRowsFromEveryFormOfTheSameFile(String content) {
        try (Sources sources = csv.read(content)) {
            Dataset table = sources.select("SELECT id, name FROM sites", "id");

            assertThat(texts(table, "id")).containsExactly("1", "2");
            assertThat(texts(table, "name")).containsExactly("x", "y");
        }
    }

    @Test
    void quotedFieldsMayHoldAnything() {
        Dataset table = csv.table("id,note\n1,\"two\nlines, \"\"quoted\"\"\"\n2,\"\r\n\"\n3,\"\"\n4,\n5, x \n");

        assertThat(texts(table, "note")).containsExactly("two\nlines, \"quoted\"", "\r\n", null, null, " x ");
    }

    /** Without the header it stands where a byte order mark would. */
    @Test
    void keepsAMarkThatTheFirstValueBeginsWith() {
        assertThat(texts(csv.table("id\n\ufeff\n\ufeffx\n"), "id")).containsExactlyInAnyOrder("\ufeff", "\ufeffx");
        assertThat(texts(csv.table("\ufeffid\n\ufeffx\n"), "id")).containsExactly("\ufeffx");
    }

    /** As the engine counts: both bytes of a line end in a quoted value, and not the line feed that ends the row. */
    @ParameterizedTest
    @CsvSource({"x, 1999998, '\n'", "x, 1999998, ''", "'\r\n', 999999, '\n'"})
    void aRowIsReadUpToItsLongestAndThenRefused(String piece, int times, String end) {
        String longest = "id\n\"" + piece.repeat(times);
        String closed = "\"" + end;

        assertThat(csv.table(longest + closed).rows()).isEqualTo(1);
        check(longest + "x" + closed, "has a quote that is not closed", ":2", "double each quote");
    }

    @Test
    void namesMayHoldAnything() {
        Dataset table = csv.table(
                "id,\"two\nlines\",\"say \"\"x\"\"\",größe 🚢,select,a'b,%s,%1$s\n1,2,3,4,5,6,7,8\n",
                "SELECT id, \"two\nlines\", \"say \"\"x\"\"\", \"größe 🚢\", \"select\", \"a'b\", \"%s\", \"%1$s\" FROM sites");

        assertThat(table.columns())
                .extracting(Column::name)
                .containsExactly("id", "two\nlines", "say \"x\"", "größe 🚢", "select", "a'b", "%s", "%1$s");
        for (int i = 0; i < 8; i++) {
            assertThat(texts(table, table.columns().get(i).name())).containsExactly(Integer.toString(i + 1));
        }
    }

    /** DuckDB takes a path for a pattern, and compression from its end. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sites[1].csv",
                "sites*.csv",
                "sites?.csv",
                "a[b]*?.csv",
                "si'tes.csv",
                "größe 🚢.csv",
                "no suffix",
                "plain.csv.gz",
                "plain.zst",
                "x{y}.csv",
                "back\\slash.csv"
            })
    void readsTheFileThatIsNamedAndNoOther(String file) {
        csv.source("other", "sites1.csv", "id\n99\n".getBytes(StandardCharsets.UTF_8));
        csv.source("other", "sites2.csv", "id\n99\n".getBytes(StandardCharsets.UTF_8));
        SourceSpec source = csv.source("sites", file, "id\n1\n".getBytes(StandardCharsets.UTF_8));

        try (Sources sources = csv.reader().read(List.of(source))) {
            assertThat(texts(sources.select("SELECT * FROM sites", "id"), "id")).containsExactly("1");
        }
    }

    @Test
    void saysWhatItRead() {
        String content = "id,name\n1,x\n2,y\n";
        try (Sources sources = csv.read(content)) {
            assertThat(sources.facts())
                    .containsExactly(new SourceFacts(
                            "sites",
                            List.of(new SourceFile("sites", "sites.csv", 2, content.length(), Sha256.of(content))),
                            List.of(new Column("id", ColumnType.INTEGER), new Column("name", ColumnType.TEXT)),
                            List.of()));
            assertThat(sources.summary()).isEqualTo("2 rows from 1 source");
        }
    }

    @Test
    void joinsSources() {
        List<SourceSpec> specs =
                List.of(csv.source("sites", "id,trial\n1,b\n2,a\n"), csv.source("trials", "trial,arms\na,3\nb,4\n"));
        try (Sources sources = csv.reader().read(specs)) {
            Dataset table = sources.select("SELECT id, arms FROM sites JOIN trials USING (trial)", "id");

            assertThat(texts(table, "arms")).containsExactly("4", "3");
            assertThat(sources.summary()).isEqualTo("4 rows from 2 sources");
        }
    }
}

package io.plimsoll.local.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.config.CsvOptions;
import io.plimsoll.config.SourceConfig;
import io.plimsoll.config.SourceFormat;
import io.plimsoll.data.Batch;
import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnType;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Selection;
import io.plimsoll.engine.EngineLimits;
import io.plimsoll.engine.TableWriter;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.read.Expected;
import io.plimsoll.read.SourceSpec;
import io.plimsoll.read.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources of which the rows come by and are not loaded, and files that are written while rows come by. */
class StreamsTest {
    private static final EngineLimits LIMITS = new EngineLimits(2, null);
    private static final List<Column> THEN = List.of(
            new Column("id", ColumnType.TEXT),
            new Column("n", ColumnType.INTEGER),
            new Column("y", ColumnType.NUMBER),
            new Column("day", ColumnType.DATE));

    @TempDir
    Path dir;

    private Path scratch;

    @BeforeEach
    void makeScratch() throws IOException {
        scratch = Files.createDirectory(dir.resolve("scratch"));
    }

    @Test
    void rowsComeInTheOrderOfTheFileInTheTypesThatTheyHad() throws IOException {
        try (Sources sources = open("n,id,extra\n2,b,x\n,a,y\n1.5,c,\n", Set.of("y", "day"))) {
            Dataset rows = sources.select("SELECT * FROM sites", "id");

            assertThat(rows.columns())
                    .contains(new Column("n", ColumnType.NUMBER), new Column("y", ColumnType.NUMBER))
                    .contains(new Column("day", ColumnType.DATE), new Column("extra", ColumnType.TEXT));
            assertThat(texts(rows, "id")).containsExactly("b", "a", "c");
            assertThat(texts(rows, "n")).containsExactly("2", null, "1.5");
            assertThat(texts(rows, "day")).containsOnlyNulls();
            assertThat(rows.rows()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " 7",
                "7 ",
                "+3",
                "1e3",
                ".5",
                "5.",
                "-0",
                "1E-2",
                "2.392857142857143",
                "0.1",
                "9007199254740993",
                "\"2.5\""
            })
    void aNumberIsTheSameHoweverItIsReadAndWritten(String written) throws IOException {
        Path file = dir.resolve("numbers.csv");
        Files.writeString(file, "id,y\na," + written + "\nb,0.25\n");
        SourceSpec spec = new SourceSpec("sites", file, "numbers.csv");
        try (Sources streamed = new DuckDbStreamReader(scratch, LIMITS).read(List.of(spec));
                Sources loaded = new DuckDbSourceReader(Files.createDirectory(dir.resolve("other")), 2, null)
                        .read(List.of(spec))) {
            double there = number(streamed);

            assertThat(there)
                    .isEqualTo(number(loaded))
                    .isEqualTo(Double.parseDouble(written.replace("\"", "").strip()));
        }
    }

    @Test
    void whatTheModelNeedsMustBeThereAndFit() {
        assertThatThrownBy(() -> open("id,y\na,1\n", Set.of("y", "day")))
                .isInstanceOf(PlimsollException.class)
                .hasMessageContaining("source 'sites' has no column 'n', which the model needs");
        assertThatThrownBy(() -> open("id,n,day\na,x,2026-01-01\nb,1,soon\n", Set.of("y")))
                .isInstanceOfSatisfying(
                        PlimsollException.class,
                        wrong -> assertThat(wrong.faults()).hasSize(2));
    }

    @Test
    void aColumnThatNobodyNeedsMayHoldAnything() throws IOException {
        try (Sources sources = open("id,n,day\na,1,soon\n", Set.of("y", "day"))) {
            assertThat(texts(sources.select("SELECT id FROM sites", "id"), "id"))
                    .containsExactly("a");
        }
        Path lines = dir.resolve("new.jsonl");
        Files.writeString(lines, "{\"id\": \"b\", \"n\": 1, \"day\": \"soon\"}\n");
        SourceSpec spec =
                new SourceSpec("sites", lines, SourceConfig.of("new.jsonl"), new Expected(THEN, Set.of("y", "day")));
        try (Sources sources =
                new DuckDbStreamReader(Files.createDirectory(dir.resolve("other")), LIMITS).read(List.of(spec))) {
            assertThat(texts(sources.select("SELECT * FROM sites", "id"), "day"))
                    .containsExactly("soon");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * FROM sites WHERE y > 1 | ",
                "SELECT s.*, r.y AS other FROM sites s LEFT JOIN kept r ON r.id = s.id | ",
                "SELECT *, (SELECT count(*) FROM kept r WHERE r.y > s.y) AS above FROM sites s | ",
                "WITH few AS (SELECT * FROM sites) SELECT * FROM few | ",
                "SELECT *, (SELECT avg(y) FROM kept) AS mean FROM sites | ",
                "SELECT n, count(*) AS rows FROM sites GROUP BY n | an aggregate or DISTINCT",
                "SELECT DISTINCT n FROM sites | an aggregate or DISTINCT",
                "SELECT *, (SELECT avg(y) FROM sites) AS mean FROM sites | an aggregate or DISTINCT",
                "SELECT *, row_number() OVER (ORDER BY y) AS place FROM sites | a window function",
                "SELECT * FROM sites LIMIT 1 | a LIMIT or a sample",
                "SELECT * FROM sites ORDER BY y LIMIT 1 | a LIMIT or a sample",
                "SELECT a.* FROM sites a JOIN sites b ON a.n = b.n | a join of rows with each other",
                "SELECT * FROM sites a WHERE EXISTS (SELECT 1 FROM sites b WHERE b.n > a.n) | a join of rows with each other"
            })
    void aSelectThatLooksAcrossRowsIsFoundOut(String query, @Nullable String what) throws IOException {
        Path file = dir.resolve("sites.csv");
        Files.writeString(file, "id,n,y\na,1,2\nb,2,3\n");
        SourceConfig kept = new SourceConfig("sites.csv", null, null, null, null, Map.of(), CsvOptions.USUAL, true);
        try (Sources sources = new DuckDbStreamReader(scratch, LIMITS)
                .read(List.of(new SourceSpec("sites", file, "sites.csv"), new SourceSpec("kept", file, kept)))) {
            assertThat(sources.acrossRows(query, Set.of("kept")).orElse(null)).isEqualTo(what);
        }
    }

    @Test
    void filesAreWrittenWhileRowsComeByAndJoinedByTheirKey() throws IOException {
        DuckDbTableWriter writer = new DuckDbTableWriter(scratch, LIMITS);
        Path one = scratch.resolve("one.parquet");
        Path two = scratch.resolve("two.parquet");
        writer.write(one, columns("p"), Map.of("by", "m@1"), rows(List.of("b", "a"), 0.1, Double.NaN));
        writer.write(two, columns("q"), Map.of(), rows(List.of("a", "c"), 2, 3));

        writer.join(List.of(one), "id", List.of("id", "p", "by"), dir.resolve("one.csv"), SourceFormat.CSV);
        writer.join(List.of(one, two), "id", List.of("id", "p", "q"), dir.resolve("both.jsonl"), SourceFormat.JSONL);

        assertThat(dir.resolve("one.csv")).hasContent("id,p,by\nb,0.1,m@1\na,,m@1\n");
        assertThat(Files.readAllLines(dir.resolve("both.jsonl")))
                .containsExactly(
                        "{\"id\":\"a\",\"p\":null,\"q\":2.0}",
                        "{\"id\":\"b\",\"p\":0.1,\"q\":null}",
                        "{\"id\":\"c\",\"p\":null,\"q\":3.0}");
    }

    @Test
    void whatGoesWrongWhileRowsAreMadeIsWhatIsSaid() {
        DuckDbTableWriter writer = new DuckDbTableWriter(scratch, LIMITS);
        IllegalStateException wrong = new IllegalStateException("no more of them");

        assertThatThrownBy(() -> writer.write(scratch.resolve("x.parquet"), columns("p"), Map.of(), () -> {
                    throw wrong;
                }))
                .isSameAs(wrong);
        assertThatThrownBy(() ->
                        writer.write(dir.resolve("none/x.parquet"), columns("p"), Map.of(), rows(List.of("a"), 1)))
                .isInstanceOf(PlimsollException.class)
                .hasMessageContaining("the scores cannot be written");
    }

    private Sources open(String csv, Set<String> spare) throws IOException {
        Path file = dir.resolve("new.csv");
        Files.writeString(file, csv);
        return new DuckDbStreamReader(scratch, LIMITS)
                .read(List.of(new SourceSpec("sites", file, SourceConfig.of("new.csv"), new Expected(THEN, spare))));
    }

    private static List<Column> columns(String number) {
        return List.of(new Column("id", ColumnType.TEXT), new Column(number, ColumnType.NUMBER));
    }

    private static TableWriter.Rows rows(List<String> ids, double... numbers) {
        Iterator<Batch> batches = List.of(new Batch(
                        ids.size(), List.of(numbers), List.<@Nullable String[]>of(ids.toArray(new String[0]))))
                .iterator();
        return () -> batches.hasNext() ? batches.next() : null;
    }

    private static double number(Sources sources) {
        List<Double> found = new ArrayList<>();
        sources.select("SELECT * FROM sites", "id")
                .scan(
                        new Selection(List.of("y"), List.of()),
                        batch -> found.add(batch.numbers().get(0)[0]));
        return found.get(0);
    }

    private static List<@Nullable String> texts(Dataset rows, String column) {
        List<@Nullable String> found = new ArrayList<>();
        rows.scan(new Selection(List.of(), List.of(column)), batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                found.add(batch.texts().get(0)[row]);
            }
        });
        return found;
    }
}

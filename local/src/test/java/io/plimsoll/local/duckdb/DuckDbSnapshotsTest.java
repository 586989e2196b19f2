package io.plimsoll.local.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.data.ContentHash;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Filter;
import io.plimsoll.engine.EngineLimits;
import io.plimsoll.engine.RowDifference;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.read.SourceSpec;
import io.plimsoll.read.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbSnapshotsTest {
    @TempDir
    private Path folder;

    private final List<DuckDbSnapshots> opened = new ArrayList<>();
    private Path written;

    @BeforeEach
    void makeFolder() throws IOException {
        written = Files.createDirectory(folder.resolve("written [b]"));
    }

    @AfterEach
    void close() {
        opened.forEach(DuckDbSnapshots::close);
    }

    @Test
    void givesBackWhatWasWritten() {
        List<Object> original = new ArrayList<>();

        Dataset table = open(written("k,n,x,d,t\n3,1,0.5,2024-01-02,é\n1,2,,2024-01-03,\n2,,1e300,,\"a,b\"\n", from -> {
                    original.add(from.columns());
                    original.add(ContentHash.of(from));
                }))
                .tables()
                .get(0);

        assertThat(table.rows()).isEqualTo(3);
        assertThat(Csv.texts(table, "k")).containsExactly("1", "2", "3");
        assertThat(List.of(table.columns(), ContentHash.of(table))).isEqualTo(original);
    }

    @Test
    void countsRowsThatCameWentAndChanged() {
        String before = "k,a,b\n1,x,1\n2,x,2\n3,x,3\n4,x,\n5,x,5\n";
        String after = "b,k,a\n1,1,x\n2,2,y\n30,3,y\n,4,x\n6,6,x\n7,7,x\n";

        assertThat(difference(before, after, "k", List.of("a", "b")))
                .isEqualTo(counts(2, 1, 2, Map.of("a", 2L, "b", 1L)));
        assertThat(difference(before, after, "k", List.of())).isEqualTo(counts(2, 1, 0, Map.of()));
        assertThat(difference(before, before, "k", List.of("a", "b")).isNone()).isTrue();
    }

    @Test
    void countsAValueThatAppearsOrGoesAsChanged() {
        String before = "k,a\n1,\n2,x\n3,y\n";
        String after = "k,a\n1,x\n2,\n3,y\n";

        assertThat(difference(before, after, "k", List.of("a"))).isEqualTo(counts(0, 0, 2, Map.of("a", 2L)));
    }

    @Test
    void matchesKeysAndValuesInTheirTextFormWhereTypesDiffer() {
        String before = "k,a\n1,1\n2,2\n3,3\n";
        String after = "k,a\n1,1.0\n2,2.5\nq,3.0\n";

        assertThat(difference(before, after, "k", List.of("a"))).isEqualTo(counts(1, 1, 1, Map.of("a", 1L)));
    }

    @Test
    void takesNamesAsTheyAre() {
        String before = "\"k \"\"1\",c0,c1\n1,x,1\n";
        String after = "\"k \"\"1\",c0,c1\n1,y,1\n";

        assertThat(difference(before, after, "k \"1", List.of("c1", "c0")))
                .isEqualTo(counts(0, 0, 1, Map.of("c0", 1L)));
    }

    @Test
    void reachesNothingOutside() throws IOException {
        Files.writeString(folder.resolve("secret"), "x");
        Dataset table = open(written("k,a\n1,x\n", from -> {})).tables().get(0);
        Filter reading =
                new Filter.Condition("a IN (SELECT content FROM read_text('" + folder.resolve("secret") + "'))");

        assertThatExceptionOfType(PlimsollException.class).isThrownBy(() -> table.where(reading));
        assertThat(table.where(new Filter.Condition("a = 'x'")).rows()).isEqualTo(1);
    }

    private DuckDbSnapshots open(Path... paths) {
        DuckDbSnapshots snapshots =
                DuckDbSnapshots.open(List.of(paths), folder.resolve("scratch"), new EngineLimits(2, null));
        opened.add(snapshots);
        return snapshots;
    }

    private RowDifference difference(String before, String after, String key, List<String> columns) {
        DuckDbSnapshots snapshots = open(written(before, from -> {}), written(after, from -> {}));
        return snapshots.compare(snapshots.tables().get(0), snapshots.tables().get(1), key, columns);
    }

    /** @param look what to do with the table before it is closed */
    private Path written(String csv, Consumer<Dataset> look) {
        Path file = written.resolve(UUID.randomUUID() + ".parquet");
        SourceSpec source = new Csv(folder).source("sites", csv);
        try (Sources sources = new DuckDbSourceReader(written, 2, null).read(List.of(source))) {
            Dataset table = sources.select("SELECT * FROM sites", "k");
            table.writeParquet(file);
            look.accept(table);
            return file;
        }
    }

    private static RowDifference counts(long added, long removed, long changed, Map<String, Long> changedBy) {
        return new RowDifference(added, removed, changed, new TreeMap<>(changedBy));
    }
}

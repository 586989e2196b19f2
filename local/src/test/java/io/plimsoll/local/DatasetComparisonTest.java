package io.plimsoll.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.canonical.Sha256;
import io.plimsoll.contracts.MemoryWorkspace;
import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnChange;
import io.plimsoll.data.ColumnType;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Shift;
import io.plimsoll.engine.DatasetComparison;
import io.plimsoll.engine.DatasetDifference;
import io.plimsoll.engine.EngineLimits;
import io.plimsoll.engine.RowDifference;
import io.plimsoll.read.SourceSpec;
import io.plimsoll.read.Sources;
import io.plimsoll.workspace.DatasetVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetComparisonTest {
    private static final EngineLimits LIMITS = new EngineLimits(1, null);

    @TempDir
    private Path folder;

    private final MemoryWorkspace workspace = new MemoryWorkspace(Clock.systemUTC());

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void tellsRowsColumnsTypesAndShiftsApart() throws IOException {
        DatasetVersion before = version("id", "id,old,x,y\n1,o,1,a\n2,o,2,a\n3,o,3,b\n");
        DatasetVersion after = version("id", "y,id,new,x\na,2,n,2.5\nb,3,n,3\nb,4,n,4\n");

        DatasetDifference difference = compare(before, after);

        assertThat(difference.rows()).isEqualTo(new RowDifference(1, 1, 1, new TreeMap<>(Map.of("x", 1L))));
        assertThat(difference.added()).containsExactly(new Column("new", ColumnType.TEXT));
        assertThat(difference.removed()).containsExactly(new Column("old", ColumnType.TEXT));
        assertThat(difference.common().stream().map(ColumnChange::name)).containsExactly("y", "id", "x");
        assertThat(difference.common().get(0).shifts()).containsExactly(Shift.LEVELS);
        assertThat(difference.common().get(1).profileAfter().numbers()).isNull();
        assertThat(difference.common().get(2).hasOtherType()).isTrue();
        assertThat(difference.isNone()).isFalse();
    }

    @Test
    void doesNotMatchRowsOfDifferentKeys() throws IOException {
        DatasetVersion before = version("id", "id,code,x\n1,11,1\n2,22,2\n");
        DatasetVersion after = version("code", "id,code,x\n1,11,1\n2,22,9\n");

        DatasetDifference difference = compare(before, after);

        assertThat(difference.rows()).isNull();
        assertThat(difference.common()).hasSize(3);
        assertThat(difference.common().get(0).profileBefore().numbers()).isNull();
        assertThat(difference.common().get(1).profileBefore().numbers()).isNull();
        assertThat(difference.common().get(2).profileBefore().numbers()).isNotNull();
    }

    private DatasetDifference compare(DatasetVersion before, DatasetVersion after) throws IOException {
        Path scratch = Files.createTempDirectory(folder, "compare");
        return new DatasetComparison(workspace.artifacts(), new LocalEngine(), LIMITS).compare(before, after, scratch);
    }

    private DatasetVersion version(String key, String csv) throws IOException {
        Path scratch = Files.createTempDirectory(folder, "scratch");
        Path source = Files.writeString(folder.resolve("sites.csv"), csv);
        String sha256 = Sha256.of(csv);
        try (Sources sources =
                new LocalEngine().reader(scratch, LIMITS).read(List.of(new SourceSpec("sites", source, "sites.csv")))) {
            Dataset table = sources.select("SELECT * FROM sites", key);
            table.writeParquet(scratch.resolve("table.parquet"));
            workspace.artifacts().putDataset(sha256, scratch.resolve("table.parquet"), new byte[0]);
            return new DatasetVersion("lung", 1, sha256, key, table.rows(), table.columns(), "run-1", Instant.EPOCH);
        }
    }
}

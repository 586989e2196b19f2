package io.plimsoll.cli.show;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnChange;
import io.plimsoll.data.ColumnProfile;
import io.plimsoll.data.ColumnType;
import io.plimsoll.data.NumberProfile;
import io.plimsoll.data.Shift;
import io.plimsoll.engine.DatasetDifference;
import io.plimsoll.engine.RowDifference;
import io.plimsoll.workspace.DatasetVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DatasetDiffShowTest {
    private static final ColumnChange AGE = new ColumnChange(
            new Column("age", ColumnType.INTEGER),
            new Column("age", ColumnType.NUMBER),
            new ColumnProfile(1000, 0, 60, new NumberProfile(40, 18, 20, 39, 70, 90)),
            new ColumnProfile(1100, 110, 60, new NumberProfile(50.5, 18, 25, 51, 72, 90)),
            List.of(Shift.MISSING, Shift.MEDIAN));
    private static final ColumnChange SITE = new ColumnChange(
            new Column("site", ColumnType.TEXT),
            new Column("site", ColumnType.TEXT),
            new ColumnProfile(1000, 0, 1000, null),
            new ColumnProfile(1100, 0, 1100, null),
            List.of());

    @Test
    void showsWhatChangedAndSaysWhatTheMarksMean() {
        RowDifference rows = new RowDifference(150, 50, 20, new TreeMap<>(Map.of("age", 20L)));

        assertThat(text(version(1, "site", 1000), version(2, "site", 1100), rows))
                .isEqualTo("""
                        lung@1 → lung@2
                        rows     1,000 → 1,100: 150 added, 50 removed, 20 changed, matched by site
                        columns  1 added (fresh), 0 removed, 1 of another type (age INTEGER → NUMBER)

                        column  rows changed  missing   distinct  mean       median   least  most  shifted
                        age     20            0% → 10%  60        40 → 50.5  39 → 51  18     90    MISSING, MEDIAN
                        1 other column without a shift or a changed row

                        MISSING  the shares of missing values are more than 5 points apart
                        MEDIAN   the median moved by more than a tenth of the range from the first to the last decile
                        """);
    }

    @Test
    void saysWhyRowsAreNotMatched() {
        assertThat(text(version(1, "site", 1000), version(2, "visit", 1100), null))
                .contains("rows     1,000 → 1,100; not matched, since the key is site in one and visit in the other")
                .contains("age     -             0% → 10%")
                .contains("1 other column without a shift\n");
    }

    private static String text(DatasetVersion before, DatasetVersion after, @Nullable RowDifference rows) {
        List<Column> added = List.of(new Column("fresh", ColumnType.TEXT));
        return new DatasetDiffShow(Style.plain())
                .text(new DatasetDifference(before, after, rows, added, List.of(), List.of(SITE, AGE)));
    }

    private static DatasetVersion version(int version, String key, long rows) {
        String sha256 = Integer.toString(version).repeat(64);
        return new DatasetVersion("lung", version, sha256, key, rows, List.of(), "run-1", Instant.EPOCH);
    }
}

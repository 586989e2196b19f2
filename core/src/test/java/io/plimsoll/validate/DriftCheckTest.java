package io.plimsoll.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.config.ConfigLoader;
import io.plimsoll.config.ModelConfig;
import io.plimsoll.data.DatasetProfile;
import io.plimsoll.data.MemoryDataset;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.train.GradientBoostedTreesSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DriftCheckTest {
    private static final int ROWS = 1000;
    private static final String UNLIKE = "unlike what lung@1 (champion lung-any@1) holds: ";

    private final List<Fault> warnings = new ArrayList<>();

    @Test
    void theSameTableHasNotDrifted() {
        MemoryDataset table = table(ROWS, i -> i % 100 + 0.5, i -> "n" + i % 4);

        Drift drift = drift(table, table, "");

        assertThat(warnings).isEmpty();
        assertThat(drift.rowsBefore()).isEqualTo(ROWS);
        assertThat(drift.columns()).extracting(ColumnDrift::column).containsExactly("x", "land", "y");
        assertThat(drift.columns().get(0).psi()).isZero();
        assertThat(drift.columns().get(1).lInfinity()).isZero();
        assertThat(drift.columns().get(1).newRows()).isZero();
    }

    @Test
    void tellsOfNumbersThatMoved() {
        drift(
                table(ROWS, i -> i % 100 + 0.5, i -> "n" + i % 4),
                table(ROWS, i -> i % 100 + 30.5, i -> "n" + i % 4),
                "");

        assertThat(warnings).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo(ErrorCode.DATA_DRIFT);
            assertThat(warning.what()).startsWith(UNLIKE + "psi ").endsWith(" is more than 0.25");
            assertThat(warning.where()).isEqualTo("column 'x'");
        });
    }

    @Test
    void tellsOfCategoriesThatAreNewAndShiftedAndMissing() {
        MemoryDataset before = table(ROWS, i -> i % 100 + 0.5, i -> "n" + i % 4);
        MemoryDataset after =
                table(ROWS, i -> i % 100 + 0.5, i -> i % 5 == 0 ? null : i % 5 == 1 ? "new" + i % 2 : "n" + i % 2);

        drift(before, after, "");

        assertThat(warnings)
                .singleElement()
                .satisfies(warning -> assertThat(warning.what())
                        .matches("\\Q" + UNLIKE
                                + "\\Epsi [0-9.]+ is more than 0.25; the share of one category moved by 25 points, more than"
                                + " 20 points; 200 rows of 800 have one of 2 new values, more than 5%; missing values went from 0% to 20%,"
                                + " more than 10 points")
                        .doesNotContain("new1"));
    }

    @Test
    void smallTablesDifferByChance() {
        // 20 rows in ten bins: an index of more than 0.25 says nothing
        Stability stability =
                new Stability(new long[] {2, 2, 2, 2, 2, 2, 2, 2, 2, 2}, new long[] {4, 1, 3, 2, 0, 2, 2, 2, 3, 1});
        assertThat(stability.index()).isBetween(0.25, stability.byChance());

        drift(table(30, i -> i + 0.5, i -> "n" + i % 3), table(30, i -> i + 3.5, i -> "n" + i % 7 % 3), "");
        assertThat(warnings).isEmpty();
    }

    @Test
    void theIndexIsTheSumOverBins() {
        Stability stability = new Stability(new long[] {100, 300}, new long[] {200, 200});

        assertThat(stability.index()).isCloseTo(0.25 * Math.log(2) - 0.25 * Math.log(0.5 / 0.75), within(1e-12));
        // the 99.9% quantile of χ² with one degree of freedom is 10.83
        assertThat(stability.byChance()).isCloseTo(10.83 * (1 / 400.0 + 1 / 400.0), within(0.002));
    }

    @Test
    void tellsOfATableThatShrankOrGrew() {
        MemoryDataset before = table(ROWS, i -> i % 100 + 0.5, i -> "n" + i % 4);

        drift(before, table(ROWS * 2 / 5, i -> i % 100 + 0.5, i -> "n" + i % 4), "");
        assertThat(warnings)
                .extracting(Fault::what)
                .containsExactly(
                        "400 rows where lung@1 (champion lung-any@1) had 1,000: 60% fewer, beyond data.drift.growth 50%");
        warnings.clear();
        drift(before, table(ROWS * 8 / 5, i -> i % 100 + 0.5, i -> "n" + i % 4), "growth: 60%");
        assertThat(warnings).isEmpty();
    }

    @Test
    void isAnErrorWhereTheConfigSaysSo() {
        MemoryDataset before = table(ROWS, i -> i % 100 + 0.5, i -> "n" + i % 4);
        MemoryDataset after = table(ROWS, i -> i % 100 + 90.5, i -> "m" + i % 4);

        assertThatThrownBy(() -> drift(before, after, "severity: error"))
                .isInstanceOfSatisfying(
                        PlimsollException.class,
                        e -> assertThat(e.faults())
                                .extracting(Fault::code, Fault::where)
                                .containsExactly(
                                        tuple(ErrorCode.DATA_DRIFT, "column 'x'"),
                                        tuple(ErrorCode.DATA_DRIFT, "column 'land'")));
        assertThat(warnings).isEmpty();
    }

    @Test
    void aFirstRunHasNothingToCompareWith() {
        MemoryDataset table = table(ROWS, i -> i + 0.5, i -> "n");

        Drift drift = new DriftCheck(
                        model(""), Predecessor.none("not compared: lung-any has no champion"), warnings::add)
                .check(table);

        assertThat(drift).isEqualTo(new Drift("not compared: lung-any has no champion", null, ROWS, List.of()));
    }

    private Drift drift(MemoryDataset before, MemoryDataset after, String limits) {
        Predecessor predecessor =
                new Predecessor("lung@1 (champion lung-any@1)", DatasetProfile.of(before, Set.of("id", "trial")));
        return new DriftCheck(model(limits), predecessor, warnings::add).check(after);
    }

    private static MemoryDataset table(int rows, IntFunction<@Nullable Object> x, IntFunction<@Nullable Object> land) {
        return MemoryDataset.of("id:INTEGER", "trial:TEXT", "x:NUMBER", "land:TEXT", "y:NUMBER")
                .with(rows, i ->
                        new @Nullable Object[] {(long) i, "t" + i % 40, x.apply(i), land.apply(i), (double) (i % 2)});
    }

    private static ModelConfig model(String limits) {
        return new ConfigLoader(Map.of("gradient-boosted-trees", GradientBoostedTreesSettings.class))
                .stored("""
                indication: lung
                data: {sources: {sites: sites.csv}, key: id, group: trial, drift: {%s}}
                features: {numeric: [x], categorical: [land]}
                models:
                  ANY: {target: y, task: classification, metric: auc, guardrail: {rules: [{metric: auc, at_least: 0.5}]}}
                """.formatted(limits))
                .model("ANY");
    }
}

package io.plimsoll.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.ConfigLoader;
import io.plimsoll.config.ModelConfig;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.MemoryDataset;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.preprocess.ModellingTable;
import io.plimsoll.read.MemorySources;
import io.plimsoll.train.GradientBoostedTreesSettings;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidateStepTest {
    private static final String[] COLUMNS = {"id:INTEGER", "trial:TEXT", "x:NUMBER", "land:TEXT", "y:NUMBER"};
    private static final int ID = 0;
    private static final int TRIAL = 1;
    private static final int X = 2;
    private static final int LAND = 3;
    private static final int Y = 4;

    @Test
    void letsAFaultlessTableThroughAndLeavesOutWhatHasNoTarget() {
        MemoryDataset table = rows(130, i -> at(i, Y, i < 10 ? null : (Object) (i / 2.0)));

        Dataset labelled = ValidateStep.check(modelling(table), regression(""), warning -> {});

        assertThat(labelled.rows()).isEqualTo(120);
        assertThat(ValidateStep.check(modelling(table), regression("train_where: y > 9.7"), warning -> {})
                        .rows())
                .isEqualTo(110);
        assertThat(ValidateStep.check(modelling(classes(i -> i % 2)), classification(""), warning -> {})
                        .rows())
                .isEqualTo(120);
    }

    @Test
    void namesEveryColumnThatIsNotThereAndOneThatIsNear() {
        Dataset table = MemoryDataset.of("Id:INTEGER", "trail:TEXT", "xx:NUMBER");

        assertThat(faults(table, regression("data: {columns: {phase: {}}}")))
                .containsExactly(
                        "the modelling table has no column 'id' (did you mean 'Id'?), data.key",
                        "the modelling table has no column 'trial' (did you mean 'trail'?), data.group",
                        "the modelling table has no column 'y', target",
                        "the modelling table has no column 'x', features.numeric",
                        "the modelling table has no column 'land', features.categorical",
                        "the modelling table has no column 'phase', data.columns");
        assertThat(faultsOf(table, regression("")).get(0).help())
                .isEqualTo("name one of its 3 columns; `plimsoll check` lists them");
    }

    @Test
    void namesAKeyThatIsAlsoTheGroupOnce() {
        assertThat(faults(MemoryDataset.of("trial:TEXT"), regression("data: {group: id}")))
                .filteredOn(fault -> fault.contains("'id'"))
                .hasSize(1);
    }

    @Test
    void refusesATableWithoutRows() {
        assertThat(faults(MemoryDataset.of(COLUMNS), regression("")))
                .containsExactly("the modelling table has no rows, the modelling table");
    }

    @Test
    void wantsAKeyInEveryRowAndAnotherInEach() {
        MemoryDataset table = rows(120, i -> at(i, ID, i < 3 ? null : (Object) (long) (i / 2)));

        assertThat(faults(table, regression("")))
                .containsExactly(
                        "3 rows of 120 without a key, column 'id'",
                        "the key is not unique: 58 rows of 120 repeat a key that another row has, column 'id'");
    }

    @Test
    void wantsAGroupInEveryRow() {
        assertThat(faults(rows(120, i -> at(i, TRIAL, i == 5 ? null : (Object) ("t" + i))), regression("")))
                .containsExactly("1 row of 120 without a group, column 'trial'");
    }

    @Test
    void holdsColumnsAgainstTheirChecks() {
        MemoryDataset table = rows(120, i -> at(i, LAND, i < 30 ? null : (Object) "IT"));
        String checks = "data: {columns: {land: {type: number, max_missing: %s}, x: {type: text}}}";

        assertThat(faults(table, regression(checks.formatted("24.9%"))))
                .containsExactly(
                        "the column is TEXT and should be NUMBER, column 'land'",
                        "25% of the rows are missing, more than max_missing 24.9%, column 'land'",
                        "the column is NUMBER and should be TEXT, column 'x'");
        assertThat(faults(table, regression(checks.formatted("25%"))))
                .containsExactly(
                        "the column is TEXT and should be NUMBER, column 'land'",
                        "the column is NUMBER and should be TEXT, column 'x'");
    }

    @Test
    void wantsNumbersForNumericFeatures() {
        assertThat(faults(rows(120, i -> at(i, X, 1.0)), regression("features: {numeric: [land], categorical: []}")))
                .containsExactly("the numeric feature is TEXT, not a number, in the modelling table, column 'land'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''              | 99 labelled rows, fewer than data.min_labelled 100, column 'y'",
                "train_where: y > 97.5 | 1 labelled row, fewer than data.min_labelled 100, column 'y'",
            })
    void wantsEnoughLabelledRows(String more, String fault) {
        MemoryDataset table = rows(120, i -> at(i, Y, i < 99 ? (Object) (double) i : null));

        assertThat(faults(table, regression(more))).containsExactly(fault);
    }

    @Test
    void advisesToWidenAFilterWhereThereIsOne() {
        MemoryDataset table = rows(120, i -> at(i, Y, (double) i));

        assertThat(faultsOf(table, regression("train_where: y > 100")).get(0).help())
                .isEqualTo("bring more rows with a target, or widen train_where; a smaller limit makes a figure that"
                        + " means little");
    }

    @Test
    void wantsTenGroupsAmongTheLabelledRows() {
        MemoryDataset nine = rows(120, i -> at(i, TRIAL, "t" + i % 9));
        MemoryDataset ten = rows(120, i -> at(i, TRIAL, "t" + i % 10));

        assertThat(faults(nine, regression("")))
                .containsExactly("the labelled rows lie in 9 groups, fewer than split.min_groups 10, column 'trial'");
        assertThat(faults(ten, regression(""))).isEmpty();
        assertThat(faults(ten, regression("split: {min_groups: 11}")))
                .containsExactly("the labelled rows lie in 10 groups, fewer than split.min_groups 11, column 'trial'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x: 5", "land: IT"})
    void wantsAFeatureToHaveAValueSomewhere(String unused) {
        boolean number = unused.startsWith("x");
        MemoryDataset table = rows(120, i -> at(i, number ? X : LAND, null));

        assertThat(faults(table, regression("")))
                .containsExactly("the feature has no value in any of the 120 labelled rows, column '"
                        + (number ? "x" : "land") + "'");
    }

    @Test
    void wantsFiniteNumbersInFeaturesAndTarget() {
        MemoryDataset table = rows(120, i -> at(i, X, i < 2 ? Double.POSITIVE_INFINITY : (double) i))
                .with(1, i -> at(500, Y, Double.NaN));

        assertThat(faults(table, regression("")))
                .containsExactly(
                        "1 labelled row with an infinite value or NaN, column 'y'",
                        "2 labelled rows with an infinite value or NaN, column 'x'");
    }

    @Test
    void wantsNumbersThatAFloatHolds() {
        MemoryDataset table = rows(120, i -> at(i, X, i < 2 ? -3.5e38 : 3.4e38));

        assertThat(faults(table, regression("")))
                .containsExactly(
                        "some labelled rows hold numbers beyond ±3.4e38, more than a model's float32 can, column 'x'");
        assertThat(faults(rows(120, i -> at(i, Y, i * 1e37)), regression("")))
                .containsExactly(
                        "some labelled rows hold numbers beyond ±3.4e38, more than a model's float32 can, column 'y'");
    }

    @Test
    void wantsATargetThatIsANumberAndVaries() {
        MemoryDataset constant = rows(120, i -> at(i, Y, 7.0));

        assertThat(faults(constant, regression("")))
                .containsExactly("the target is the same in all 120 labelled rows, column 'y'");
        assertThat(faults(constant, regression("target: trial, data: {group: id}")))
                .containsExactly("the target is TEXT, not a number, in the modelling table, column 'trial'");
    }

    @Test
    void aLogScaleNeedsTargetsAboveMinusOne() {
        MemoryDataset table = rows(120, i -> at(i, Y, i - 1.0));

        assertThat(faults(table, regression("target_scale: log1p")))
                .containsExactly("target_scale log1p needs values above -1; not so in 1 labelled row, column 'y'");
        assertThat(faults(table, regression("target_scale: log1p, train_where: y > -0.5")))
                .isEmpty();
    }

    @Test
    void classesAreZeroAndOne() {
        assertThat(faults(classes(i -> i % 3), classification("")))
                .containsExactly("the target has 3 values that are not just 0 and 1, column 'y'");
        assertThat(faults(classes(i -> 1 + i % 2), classification("")))
                .containsExactly("the target has 2 values that are not just 0 and 1, column 'y'");
        assertThat(faults(classes(i -> 1), classification("")))
                .containsExactly("all 120 labelled rows are of one class, column 'y'");
    }

    @Test
    void booleansAreClasses() {
        MemoryDataset table = MemoryDataset.of("id:INTEGER", "trial:TEXT", "x:NUMBER", "land:TEXT", "y:BOOLEAN")
                .with(120, i -> at(i, Y, i % 2 == 0));

        assertThat(faults(table, classification(""))).isEmpty();
    }

    @Test
    void wantsEnoughRowsOfTheRarerClass() {
        assertThat(faults(classes(i -> i < 19 ? 1 : 0), classification("")))
                .containsExactly("19 labelled rows of the rarer class, fewer than data.min_per_class 20, column 'y'");
        assertThat(faults(classes(i -> i < 100 ? 1 : 0), classification(""))).isEmpty();
        assertThat(faults(classes(i -> i < 119 ? 1 : 0), classification("data: {min_per_class: 1}")))
                .isEmpty();
    }

    @Test
    void everyRefusalIsADataFaultWithAdvice() {
        assertThat(faultsOf(rows(120, i -> at(i, Y, 7.0)), regression(""))).allSatisfy(fault -> {
            assertThat(fault.code()).isEqualTo(ErrorCode.DATA_INVALID);
            assertThat(fault.help()).isEqualTo("choose a target that varies");
        });
    }

    private static @Nullable Object[] at(int row, int column, @Nullable Object value) {
        @Nullable Object[] values = {(long) row, "t" + row, row / 4.0, row % 3 == 0 ? "IT" : "DE", row / 2.0};
        values[column] = value;
        return values;
    }

    private static MemoryDataset rows(int count, Function<Integer, @Nullable Object[]> row) {
        return MemoryDataset.of(COLUMNS).with(count, row);
    }

    private static MemoryDataset classes(Function<Integer, Integer> target) {
        return rows(120, i -> at(i, Y, (double) target.apply(i)));
    }

    private static List<String> faults(Dataset table, ModelConfig model) {
        return faultsOf(table, model).stream()
                .map(fault -> fault.what() + ", " + fault.where())
                .toList();
    }

    private static List<Fault> faultsOf(Dataset table, ModelConfig model) {
        try {
            ValidateStep.check(modelling(table), model, warning -> {});
            return List.of();
        } catch (PlimsollException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.DATA_INVALID);
            return e.faults();
        }
    }

    private static ModelConfig regression(String more) {
        return model("task: regression, metric: mae, guardrail: {rules: [{metric: mae, at_most: 1}]}", more);
    }

    private static ModelConfig classification(String more) {
        return model("task: classification, metric: auc, guardrail: {rules: [{metric: auc, at_least: 0.5}]}", more);
    }

    /** @param more keys of the model type in YAML, which go before those of every model */
    private static ModelConfig model(String base, String more) {
        String target = more.contains("target:") ? "" : "target: y, ";
        String yaml = """
                indication: lung
                data: {sources: {sites: sites.csv}, key: id, group: trial}
                features: {numeric: [x], categorical: [land]}
                models:
                  ANY: {%s%s%s}
                """.formatted(target, base, more.isEmpty() ? "" : ", " + more);
        return new ConfigLoader(Map.of("gradient-boosted-trees", GradientBoostedTreesSettings.class))
                .stored(yaml)
                .model("ANY");
    }

    private static ModellingTable modelling(Dataset table) {
        return new ModellingTable(table, new MemorySources(Map.of()));
    }
}

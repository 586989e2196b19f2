package io.plimsoll.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.ConfigLoader;
import io.plimsoll.config.ModelConfig;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.MemoryDataset;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.preprocess.ModellingTable;
import io.plimsoll.read.MemorySources;
import io.plimsoll.train.GradientBoostedTreesSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a table without anything being declared of it: what gives the target away, and what looks odd. */
class SuspectsTest {
    private static final int ROWS = 240;
    private static final String AWAY = "the feature may give the target away: ";

    private final List<Fault> warnings = new ArrayList<>();

    @Test
    void saysNothingOfAnHonestFeature() {
        assertThat(faults(table("NUMBER", i -> i * 7 % 11 + 0.5))).isEmpty();
        assertThat(said()).isEmpty();
    }

    @Test
    void aFeatureThatEqualsTheTargetIsAnError() {
        assertThat(faults(table("NUMBER", i -> (double) label(i))))
                .containsExactly(
                        "the feature is the target: equal to it in all 240 labelled rows that have it, column 'x'");
        assertThat(faults(table("NUMBER", i -> i % 3 == 0 ? null : 5.0 - label(i))))
                .containsExactly(
                        "the feature is the target in other words: one value for each class in all 160 labelled rows"
                                + " that have it, column 'x'");
    }

    @Test
    void aFewRowsThatAgreeAreNoTarget() {
        assertThat(faults(table("NUMBER", i -> i % 3 == 0 ? (double) label(i) : null)))
                .isEmpty();
    }

    @Test
    void namesAFeatureThatPredictsAlone() {
        faults(table("NUMBER", i -> label(i) * 10 + i % 7 / 2.0));

        assertThat(said()).containsExactly(AWAY + "by itself it reaches auc 1 on groups that it was not fitted on");
    }

    @Test
    void namesAFeatureThatIsThereWhereTheTargetIs() {
        MemoryDataset table = table("NUMBER", i -> i % 5 + 0.5).with(60, i ->
                new @Nullable Object[] {1000L + i, "t" + i % 40, null, "n" + i % 6, null});

        faults(table);

        assertThat(said())
                .containsExactly(AWAY + "it has a value in 100% of the labelled rows and in 0% of the others");
    }

    @Test
    void namesAFeatureThatNumbersRows() {
        faults(table("INTEGER", i -> 3L + i * 7 % ROWS));
        assertThat(said()).containsExactly(AWAY + "it numbers the rows of the table, each with a number of its own");

        faults(table("INTEGER", i -> 1L + i / 40));
        assertThat(said()).containsExactly(AWAY + "it numbers the rows of each group");
    }

    @Test
    void namesAFeatureThatIsCountedFromItsGroup() {
        // trials have from 1 to 11 rows
        MemoryDataset table = MemoryDataset.of("id:INTEGER", "trial:TEXT", "x:INTEGER", "land:TEXT", "y:NUMBER");
        for (int trial = 0; trial < 44; trial++) {
            int rows = 1 + trial % 11;
            String name = "t" + trial;
            long before = table.rows();
            table =
                    table.with(rows, i -> new @Nullable Object[] {
                        before + i, name, (long) rows, "n" + i % 6, (double) label((int) before + i)
                    });
        }

        faults(table);

        assertThat(said()).containsExactly(AWAY + "it is the number of rows in its group");
    }

    @ParameterizedTest
    @CsvSource({
        "overall_status, status, known only afterwards",
        "siteStatus, status, known only afterwards",
        "follow_up_days, follow, known only afterwards",
        "rank_in_study, rank, known only afterwards",
        "snapshot, snapshot, about how rows were collected",
        "facility_name_masked, masked, about how rows were collected",
    })
    void namesAreSuspectAndSaidToBeNames(String column, String word, String sounds) {
        assertThat(TellingNames.reason(column))
                .hasValue("by the word '" + word + "' in its name, it sounds like something " + sounds);
    }

    @ParameterizedTest
    @CsvSource({"prior_status", "n_primary_outcomes", "country", "statuses_seen", "resource", "ÄÖ", "_"})
    void otherNamesAreNot(String column) {
        assertThat(TellingNames.reason(column)).isEmpty();
    }

    @Test
    void countsDatesThatCannotBe() {
        faults(table("DATE", i -> i < 3 ? "1753-01-01" : i < 5 ? "9999-12-31" : "2020-01-0" + (1 + i % 9)));
        assertThat(said()).contains("5 rows of 240 with a date before 1900 or after 2100");

        faults(table("TEXT", i -> i < 2 ? "2021-02-31" : "2020-01-0" + (1 + i % 9)));
        assertThat(said())
                .contains(
                        "2 rows of 240 with a date that no calendar has, such as 30 February, which makes the column text");

        faults(table("TEXT", i -> i < 2 ? "2021-02-31" : "n" + i % 9));
        assertThat(said()).isEmpty();
    }

    @Test
    void countsRowsThatAreThereTwiceAndRowsAtOdds() {
        MemoryDataset table = table("NUMBER", i -> i + 0.5).with(4, i ->
                new @Nullable Object[] {900L + i, "t0", 0.5, "n0", (double) label(0)});
        new Suspects(model("NUMBER"), warnings::add).survey(table);
        assertThat(said()).containsExactly("4 rows of 244 repeat another in every column but the key");

        faults(table("NUMBER", i -> i - i % 4 + 0.5));
        assertThat(said()).isEmpty();
        faults(table("NUMBER", i -> i < 24 ? 1.5 : i - i % 4 + 0.5));
        assertThat(said())
                .containsExactly(
                        "24 of 240 labelled rows (10%) have the same features as a row of the other class, so that any"
                                + " model is wrong about 10 of them at least");
    }

    @Test
    void saysWhichOtherColumnsWouldBeNoFeatures() {
        MemoryDataset table = MemoryDataset.of(
                        "id:INTEGER",
                        "trial:TEXT",
                        "x:NUMBER",
                        "land:TEXT",
                        "y:NUMBER",
                        "none:TEXT",
                        "same:TEXT",
                        "site:TEXT",
                        "town:TEXT")
                .with(ROWS, i -> new @Nullable Object[] {
                    (long) i, "t" + i % 40, 1.5, "n" + i % 6, (double) label(i), null, "s", "s" + i / 2, "t" + i / 3
                });

        new Suspects(model("NUMBER"), warnings::add).survey(table);

        assertThat(said())
                .containsExactly(
                        "1 column that is no feature has no value in any row: 'none'",
                        "1 column that is no feature has the same value in every row: 'same'",
                        "1 column that is no feature has few rows for each value, like an id: 'site' (120 values in 240 rows)");
    }

    private static int label(int row) {
        return row * 5 % 7 < 3 ? 1 : 0;
    }

    private static MemoryDataset table(String type, IntFunction<@Nullable Object> x) {
        return MemoryDataset.of("id:INTEGER", "trial:TEXT", "x:" + type, "land:TEXT", "y:NUMBER")
                .with(ROWS, i ->
                        new @Nullable Object[] {(long) i, "t" + i % 40, x.apply(i), "n" + i % 6, (double) label(i)});
    }

    private List<String> faults(MemoryDataset table) {
        warnings.clear();
        try {
            ModelConfig model = model(table.columns().get(2).type().name());
            Dataset labelled =
                    ValidateStep.check(new ModellingTable(table, new MemorySources(Map.of())), model, warnings::add);
            new Suspects(model, warnings::add).tell(table, labelled);
            return List.of();
        } catch (PlimsollException e) {
            return e.faults().stream()
                    .map(fault -> fault.what() + ", " + fault.where())
                    .toList();
        }
    }

    /** Without what land, the other feature, has to be told of. */
    private List<String> said() {
        List<String> said = warnings.stream().map(Fault::what).toList();
        warnings.clear();
        return said;
    }

    private static ModelConfig model(String type) {
        boolean numeric = type.equals("NUMBER") || type.equals("INTEGER");
        return new ConfigLoader(Map.of("gradient-boosted-trees", GradientBoostedTreesSettings.class))
                .stored("""
                indication: lung
                data: {sources: {sites: sites.csv}, key: id, group: trial}
                features: {numeric: [%s], categorical: [%sland]}
                models:
                  ANY: {target: y, task: classification, metric: auc, guardrail: {rules: [{metric: auc, at_least: 0.5}]}}
                """.formatted(numeric ? "x" : "", numeric ? "" : "x, "))
                .model("ANY");
    }
}

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

/** What a config file declares of its table, and what is suspect without being declared. */
class DeclaredChecksTest {
    private static final int ROWS = 120;

    private final List<Fault> warnings = new ArrayList<>();

    @Test
    void tellsOfEveryDeclaredCheckThatDoesNotHold() {
        MemoryDataset table = table(i -> (double) i, i -> i < 2 ? null : i < 5 ? "PL" : "DE");

        assertThat(faults(table, """
                columns:
                  land: {required: true, allowed: [DE, FR]}
                  x: {at_least: 3, at_most: 100}
                rules: {far: x > 9.5}
                """))
                .containsExactly(
                        "2 rows of 120 without a value, which is required, column 'land'",
                        "3 rows of 120 with 1 value that is not among the 2 allowed, column 'land'",
                        "3 rows of 120 below at_least 3, column 'x'",
                        "19 rows of 120 above at_most 100, column 'x'",
                        "10 rows of 120 for which the rule 'far' does not hold, the modelling table");
        assertThat(warnings).isEmpty();
    }

    @Test
    void onlyTellsOfWhatIsDeclaredAsAWarning() {
        MemoryDataset table = table(i -> i % 60 + 0.0, i -> i % 2 == 0 ? "DE" : "FR");

        assertThat(faults(table, """
                columns: {x: {type: text, severity: warning}, land: {allowed: [DE], severity: warning}}
                rules: {far: {condition: x > 9.5, severity: warning}}
                """)).isEmpty();
        assertThat(warnings)
                .extracting(Fault::warning)
                .containsExactly(
                        "warning[DATA_SUSPICIOUS]: the column is NUMBER and should be TEXT, column 'x'",
                        "warning[DATA_SUSPICIOUS]: 60 rows of 120 with 1 value that is not among the 1 allowed, column 'land'",
                        "warning[DATA_SUSPICIOUS]: 20 rows of 120 for which the rule 'far' does not hold, the modelling table");
    }

    @Test
    void boundsAreForNumbers() {
        assertThat(faults(table(i -> (double) i, i -> "DE" + i % 2), "columns: {land: {at_least: 3}}"))
                .containsExactly("the column is TEXT, so that at_least and at_most cannot be held, column 'land'");
    }

    @Test
    void aValueThatIsMissingBreaksNoBoundAndNoRule() {
        MemoryDataset table = table(i -> i < 20 ? null : (Object) (double) i, i -> "DE" + i % 2);

        assertThat(faults(table, """
                columns: {x: {at_least: 20, at_most: 119}}
                rules: {far: x > 19}
                """)).isEmpty();
    }

    @Test
    void warnsOfFeaturesThatSayNothingOrTooMuch() {
        faults(table(i -> 7.0, i -> "DE"), "columns: {}");
        assertThat(warnings)
                .extracting(Fault::what)
                .containsExactly(
                        "the feature has the same value in all 120 labelled rows",
                        "the feature has the same value in all 120 labelled rows");
        warnings.clear();

        faults(table(i -> i % 60 + 0.0, i -> "site " + i), "columns: {}");
        assertThat(warnings)
                .extracting(Fault::what)
                .containsExactly("the category is like an id: 120 different values in 120 rows");
    }

    @Test
    void warnsOfCategoriesThatOnlyLookAlike() {
        List<String> alike = List.of("Norway", "norway", " Norway", "N\u043erway", "Spain");

        faults(table(i -> i % 60 + 0.0, i -> alike.get(i % 5)), "columns: {}");

        assertThat(warnings)
                .extracting(Fault::what)
                .containsExactly("3 categories differ from another in case, spaces or look-alike letters only");
        assertThat(warnings.get(0).line()).doesNotContain("Norway");
    }

    private List<String> faults(MemoryDataset table, String data) {
        ModelConfig model = new ConfigLoader(Map.of("gradient-boosted-trees", GradientBoostedTreesSettings.class))
                .stored("""
                indication: lung
                default_model: ANY
                data:
                  sources: {sites: sites.csv}
                  key: id
                  group: trial
                %sfeatures: {numeric: [x], categorical: [land]}
                models:
                  ANY:
                    target: y
                    task: regression
                    metric: mae
                    guardrail: {rules: [{metric: mae, at_most: 1}]}
                """.formatted(data.strip().indent(2)))
                .model("ANY");
        try {
            ModellingTable modelling = new ModellingTable(table, new MemorySources(Map.of()));
            Dataset labelled = ValidateStep.check(modelling, model, warnings::add);
            new Suspects(model, warnings::add).tell(table, labelled);
            return List.of();
        } catch (PlimsollException e) {
            return e.faults().stream()
                    .map(fault -> fault.what() + ", " + fault.where())
                    .toList();
        }
    }

    private static MemoryDataset table(IntFunction<@Nullable Object> x, IntFunction<@Nullable Object> land) {
        return MemoryDataset.of("id:INTEGER", "trial:TEXT", "x:NUMBER", "land:TEXT", "y:NUMBER")
                .with(ROWS, i ->
                        new @Nullable Object[] {(long) i, "t" + i, x.apply(i), land.apply(i), i * 37 % ROWS / 2.0});
    }
}

package io.plimsoll.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plimsoll.config.Overrides;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a submission may give, and what is said where it may not. */
class ParametersTest {
    private static final String MODEL = "models.ACTIVATION.";

    @TempDir
    private Path project;

    private Specification specification;

    @BeforeEach
    void compile() {
        specification = new Compiled(project).activation();
    }

    @Test
    void areTypedAndSayWhatTheyAreWithout() {
        assertThat(named("settings.trees"))
                .isEqualTo(new Parameter(
                        MODEL + "settings.trees",
                        ParameterType.INTEGER,
                        List.of(),
                        new Bounds(1.0, null, 10_000.0),
                        "30",
                        "Number of trees; the most of them with early_stopping"));
        assertThat(named("settings.learning_rate").expected()).isEqualTo("a number, more than 0 and at most 1");
        assertThat(named("settings.learning_rate").usual()).isEqualTo("0.03");
        assertThat(named("settings.early_stopping.validation").expected())
                .isEqualTo("a share such as 20% or 0.2, from 5% to 50%");
        assertThat(named("settings.early_stopping.validation").usual()).isNull();
        assertThat(named("calibrate").expected()).isEqualTo("one of none, isotonic, platt");
        assertThat(named("features.max_levels").type()).isEqualTo(ParameterType.INTEGER);
        assertThat(specification.parameters())
                .extracting(Parameter::name)
                .endsWith("sites", "visits")
                .doesNotHaveDuplicates()
                .noneMatch(name -> name.contains("guardrail") || name.contains(".split.") || name.contains("data."));
    }

    @ParameterizedTest
    @CsvSource({
        "settings.trees, 1",
        "settings.trees, 10000",
        "settings.l2, 0.5",
        "settings.l2, 3",
        "settings.l2, 1e3",
        "settings.class_weight, balanced",
        "settings.early_stopping.validation, 20%",
        "settings.early_stopping.validation, 0.2",
        "features.unseen, refuse",
        "seed, 7",
    })
    void thatFitAreTaken(String name, String value) {
        assertThatCode(() -> specification.check(setting(MODEL + name, value))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "settings.trees, many, a whole number",
        "settings.trees, 2.5, a whole number",
        "settings.trees, 0, from 1 to 10000",
        "settings.trees, 10001, from 1 to 10000",
        "settings.trees, '[1, 2]', a whole number",
        "settings.trees, '\"3\"', a whole number",
        "settings.trees, 0x10, a whole number",
        "settings.l2, .nan, a number",
        "settings.l2, 1e999, a number",
        "settings.learning_rate, 0, more than 0",
        "settings.class_weight, balancd, did you mean 'balanced'?",
        "settings.early_stopping.validation, 60%, from 5% to 50%",
        "settings.early_stopping.validation, -1, from 5% to 50%",
        "seed, '', a whole number",
    })
    void thatDoNotFitAreRefusedWithWhatDoes(String name, String value, String said) {
        List<Fault> faults = faults(setting(MODEL + name, value));

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(ErrorCode.PARAMETER_INVALID);
            assertThat(fault.what()).startsWith(MODEL + name).contains(said);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "models.ACTIVATION.settings.tres, did you mean 'models.ACTIVATION.settings.trees'?",
        "settings.trees, did you mean 'models.ACTIVATION.settings.trees'?",
        "trees, did you mean 'models.ACTIVATION.settings.trees'?",
        "models.ENROLLMENT.settings.l2, is not a parameter of lung-activation",
        "models.ACTIVATION.settings, is not a parameter of lung-activation",
        "models.ACTIVATION.trainer, is not a parameter of lung-activation",
        "data.min_labelled, is not a parameter of lung-activation",
        "models.ACTIVATION.features.numeric, is not a parameter of lung-activation",
    })
    void thatNobodyKnowsAreRefusedWithThoseThatThereAre(String name, String said) {
        List<Fault> faults = faults(setting(name, "1"));

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(ErrorCode.UNKNOWN_PARAMETER);
            assertThat(fault.what()).contains(said);
            assertThat(fault.help()).contains("models.ACTIVATION.settings.trees");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "models.ACTIVATION.guardrail.min_groups=1",
                "models.ACTIVATION.guardrail={rules: []}",
                "models.ACTIVATION={guardrail: {min_groups: 1}}",
                "models.ACTIVATION={settings: {trees: 1}, target: country}",
                "models={ACTIVATION: {split: {holdout: 1%}}}",
                "models.ENROLLMENT.guardrail.min_groups=1",
                "models.ACTIVATION.target=country",
                "models.ACTIVATION.train_where=1=1",
                "models.ACTIVATION.task=regression",
                "models.ACTIVATION.metric=f1",
                "models.ACTIVATION.threshold=0.1",
                "models.ACTIVATION.weight=group",
                "models.ACTIVATION.split.holdout=1%",
                "models.ACTIVATION.data.key=x",
                "models.ACTIVATION.data={group: x}",
                "models.ACTIVATION.data.query=SELECT 1",
                "split.holdout=1%",
                "data.key=x",
                "data.group=x",
                "promotion=automatic",
            })
    void neverTouchWhatDecidesAVerdict(String setting) {
        int equals = setting.indexOf('=');

        List<Fault> faults = faults(setting(setting.substring(0, equals), setting.substring(equals + 1)));

        assertThat(faults)
                .singleElement()
                .satisfies(fault -> assertThat(fault.code()).isEqualTo(ErrorCode.PROTECTED_SETTING));
    }

    @Test
    void areRefusedAllAtOnce() {
        Map<String, String> settings = new HashMap<>();
        settings.put(MODEL + "settings.trees", "many");
        settings.put(MODEL + "metric", "f1");
        settings.put("nothing", "1");

        List<Fault> faults = faults(new Overrides(settings, Map.of("sitse", "a.csv", "visits", " ")));

        assertThat(faults)
                .extracting(Fault::code)
                .containsExactlyInAnyOrder(
                        ErrorCode.PARAMETER_INVALID,
                        ErrorCode.PROTECTED_SETTING,
                        ErrorCode.UNKNOWN_PARAMETER,
                        ErrorCode.UNKNOWN_PARAMETER,
                        ErrorCode.PARAMETER_INVALID);
        assertThat(faults)
                .extracting(Fault::what)
                .contains("'sitse' is not a source of lung-activation (did you mean 'sites'?)");
    }

    private Parameter named(String name) {
        return specification.parameters().stream()
                .filter(parameter -> parameter.name().equals(MODEL + name))
                .findFirst()
                .orElseThrow();
    }

    private static Overrides setting(String name, String value) {
        return new Overrides(Map.of(name, value), Map.of());
    }

    private List<Fault> faults(Overrides given) {
        PlimsollException refused = catchThrowableOfType(PlimsollException.class, () -> specification.check(given));
        assertThat(refused).isNotNull();
        return refused.faults();
    }
}

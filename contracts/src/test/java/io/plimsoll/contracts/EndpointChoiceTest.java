package io.plimsoll.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plimsoll.endpoint.EndpointSettings;
import io.plimsoll.endpoint.Specification;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.workspace.EndpointChoice;
import io.plimsoll.workspace.Endpoints;
import io.plimsoll.workspace.Publishing;
import io.plimsoll.workspace.Publishing.DefaultVersion;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointChoiceTest {
    private static final OptionalInt WHOLE = OptionalInt.empty();

    private final MemoryWorkspace workspace = new MemoryWorkspace(Clock.systemUTC());
    private final Endpoints endpoints = workspace.endpoints();

    @BeforeEach
    void publish() {
        publish("lung-enrollment-training", "lung-enrollment", "1");
        publish("lung-enrollment-training", "lung-enrollment", "2");
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lung-enrollment-training",
                "lung-enrollment",
                "Lung-Enrollment",
                "lung",
                "lung ENROLLMENT",
                "lung enrollment",
                "lung-enrollment-training@2",
                "lung ENROLLMENT@2"
            })
    void findsTheOneThatIsMeant(String typed) {
        assertThat(chosen(typed)).isEqualTo("lung-enrollment-training@2");
    }

    @Test
    void takesTheVersionThatIsNamedOrSetByHand() {
        assertThat(chosen("lung-enrollment@1")).isEqualTo("lung-enrollment-training@1");
        endpoints.setDefault("lung-enrollment-training", OptionalInt.of(1), "ada");
        assertThat(chosen("lung-enrollment")).isEqualTo("lung-enrollment-training@1");
    }

    @ParameterizedTest
    @CsvSource({
        "lung-enrolment-training, did you mean 'lung-enrollment-training'?",
        "hematology, published are: lung-enrollment-training",
        "lung ACTIVATION, published are: lung-enrollment-training",
        "lung-enrollment@3, its versions are 1 to 2",
        "lung-enrollment@champion, its versions are 1 to 2",
        "lung-enrollment@99999999999, its versions are 1 to 2",
    })
    void saysWhichThereAre(String typed, String said) {
        PlimsollException refused = refused(typed);

        assertThat(refused.code()).isEqualTo(ErrorCode.UNKNOWN_ENDPOINT);
        assertThat(refused.faults().get(0).line() + refused.faults().get(0).advice())
                .contains(said);
    }

    @Test
    void asksWhichOfSeveral() {
        publish("nightly", "lung-enrollment", "1");
        publish("lung-activation-training", "lung-activation", "1");

        assertAmbiguous("lung-enrollment", "lung-enrollment-training, nightly");
        assertAmbiguous("lung", "lung-activation-training, lung-enrollment-training, nightly");
        assertThat(chosen("nightly")).isEqualTo("nightly@1");
        endpoints.disable("nightly", WHOLE, "grace", "not needed");
        assertThat(chosen("lung-enrollment")).isEqualTo("lung-enrollment-training@2");
    }

    @Test
    void refusesWhatIsDisabledWithTheReason() {
        endpoints.disable("lung-enrollment-training", OptionalInt.of(1), "grace", "wrong table");
        assertDisabled("lung-enrollment@1", "wrong table", "lung-enrollment-training@2");

        endpoints.disable("lung-enrollment-training", OptionalInt.of(2), "grace", "wrong column");
        assertDisabled("lung-enrollment", "every version", "endpoints show");

        endpoints.disable("lung-enrollment-training", WHOLE, "grace", "year end");
        assertDisabled("lung-enrollment-training@1", "year end", "endpoints enable lung-enrollment-training");
    }

    @Test
    void aDefaultSetByHandThatIsDisabledIsNotReplacedUnseen() {
        endpoints.setDefault("lung-enrollment-training", OptionalInt.of(1), "ada");
        endpoints.disable("lung-enrollment-training", OptionalInt.of(1), "grace", "wrong table");

        assertDisabled("lung-enrollment", "lung-enrollment-training@1 is disabled", "lung-enrollment-training@2");
    }

    @Test
    void saysHowToPublishWhereNothingIs() {
        try (MemoryWorkspace empty = new MemoryWorkspace(Clock.systemUTC())) {
            PlimsollException refused = catchThrowableOfType(
                    PlimsollException.class, () -> new EndpointChoice(empty.endpoints()).one(List.of("lung")));
            assertThat(refused.faults().get(0).help()).contains("plimsoll publish");
        }
    }

    private void assertAmbiguous(String typed, String said) {
        PlimsollException refused = refused(typed);
        assertThat(refused.code()).isEqualTo(ErrorCode.AMBIGUOUS_ENDPOINT);
        assertThat(refused.faults().get(0).help()).endsWith(said);
    }

    private void assertDisabled(String typed, String what, String help) {
        PlimsollException refused = refused(typed);
        assertThat(refused.code()).isEqualTo(ErrorCode.ENDPOINT_DISABLED);
        assertThat(refused.faults().get(0).what()).contains(what);
        assertThat(refused.faults().get(0).help()).contains(help);
    }

    private String chosen(String typed) {
        return new EndpointChoice(endpoints)
                .one(List.of(typed.split(" ")))
                .version()
                .reference();
    }

    private PlimsollException refused(String typed) {
        PlimsollException refused = catchThrowableOfType(PlimsollException.class, () -> chosen(typed));
        assertThat(refused).isNotNull();
        return refused;
    }

    private void publish(String name, String model, String content) {
        Specification specification = Samples.specification(model, content);
        endpoints.publish(new Publishing(name, specification, EndpointSettings.USUAL, DefaultVersion.USUAL, "ada"));
    }
}

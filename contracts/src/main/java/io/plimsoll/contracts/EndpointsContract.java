package io.plimsoll.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.audit.Chain;
import io.plimsoll.endpoint.Concurrency;
import io.plimsoll.endpoint.EndpointSettings;
import io.plimsoll.endpoint.Missed;
import io.plimsoll.endpoint.Retries;
import io.plimsoll.endpoint.Schedule;
import io.plimsoll.endpoint.Specification;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.workspace.Disabling;
import io.plimsoll.workspace.Endpoint;
import io.plimsoll.workspace.EndpointVersion;
import io.plimsoll.workspace.Endpoints;
import io.plimsoll.workspace.Endpoints.Publication;
import io.plimsoll.workspace.Event;
import io.plimsoll.workspace.Event.Action;
import io.plimsoll.workspace.Publishing;
import io.plimsoll.workspace.Publishing.DefaultVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every workspace does with published trainings: each change once, with one event, and no number twice. */
public abstract class EndpointsContract extends WorkspaceContract {
    private static final String NAME = "lung-enrollment-training";
    private static final OptionalInt WHOLE = OptionalInt.empty();
    private static final OptionalInt ONE = OptionalInt.of(1);
    private static final OptionalInt TWO = OptionalInt.of(2);
    private static final EndpointSettings BUSY = new EndpointSettings(
            Concurrency.CANCEL_OLDER,
            -5,
            new Retries(0, 10),
            new Schedule("0 6 * * MON", "Europe/Berlin", Missed.RUN_ONCE),
            4L << 30,
            7_200L);

    private Endpoints endpoints;

    @BeforeEach
    final void takeEndpoints() {
        endpoints = workspace().endpoints();
    }

    @Test
    final void thereIsNothingAtFirst() {
        assertThat(endpoints.list()).isEmpty();
        assertThat(endpoints.find(NAME)).isEmpty();
        assertThat(endpoints.versions(NAME)).isEmpty();
        assertThat(endpoints.version(NAME, 1)).isEmpty();
        assertThat(endpoints.specification("0".repeat(64))).isEmpty();
    }

    @Test
    final void whatIsPublishedIsTheNextVersionAndTheDefault() {
        Specification specification = Samples.specification("lung-enrollment", "1");

        EndpointVersion first = publish(specification, BUSY, DefaultVersion.USUAL);

        assertThat(first)
                .isEqualTo(new EndpointVersion(
                        NAME,
                        1,
                        specification.sha256(),
                        "lung",
                        "ENROLLMENT",
                        "lung-enrollment",
                        BUSY,
                        CLOCK.instant(),
                        "ada",
                        null));
        assertThat(endpoints.version(NAME, 1)).contains(first);
        assertThat(endpoints.specification(specification.sha256())).contains(specification);
        assertThat(publish("2").version()).isEqualTo(2);
        assertThat(endpoints.list())
                .containsExactly(new Endpoint(
                        NAME, "lung", "ENROLLMENT", "lung-enrollment", 2, TWO, false, null, CLOCK.instant()));
        assertThat(endpoints.versions(NAME))
                .extracting(EndpointVersion::version)
                .containsExactly(2, 1);
    }

    @Test
    final void theSameAgainIsTheSameVersionAndOtherSettingsAreAnother() {
        publish("1");

        Publication again = endpoints.publish(publishing("1", EndpointSettings.USUAL, DefaultVersion.USUAL));
        Publication other = endpoints.publish(publishing("1", BUSY, DefaultVersion.USUAL));

        assertThat(again.isNew()).isFalse();
        assertThat(again.version().version()).isEqualTo(1);
        assertThat(other.isNew()).isTrue();
        assertThat(other.version().version()).isEqualTo(2);
        assertThat(workspace().events().head().sequence()).isEqualTo(2);
        assertThat(publish("3").version()).isEqualTo(3);
    }

    @Test
    final void anEndpointTrainsOneModelAndHasASafeName() {
        publish("1");

        Publishing other = new Publishing(
                NAME,
                Samples.specification("lung-activation", "1"),
                EndpointSettings.USUAL,
                DefaultVersion.USUAL,
                "ada");

        assertRefused(ErrorCode.ALREADY_EXISTS, () -> endpoints.publish(other));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> endpoints.publish(new Publishing(
                        "../x", other.specification(), EndpointSettings.USUAL, DefaultVersion.USUAL, "ada")));
        assertThat(endpoints.versions(NAME)).hasSize(1);
        assertThat(endpoints.list()).hasSize(1);
    }

    @Test
    final void theDefaultIsTheNewestUntilOneIsSetByHand() {
        assertRefused(
                ErrorCode.USAGE,
                () -> endpoints.publish(publishing("1", EndpointSettings.USUAL, DefaultVersion.UNCHANGED)));
        assertThat(endpoints.find(NAME)).isEmpty();
        publish("1");
        publish("2");
        assertDefault(TWO, false);

        assertThat(endpoints.setDefault(NAME, ONE, "grace")).isTrue();
        assertThat(endpoints.setDefault(NAME, ONE, "grace")).isFalse();
        publish("3");
        assertDefault(ONE, true);

        assertThat(endpoints.setDefault(NAME, WHOLE, "grace")).isTrue();
        assertDefault(OptionalInt.of(3), false);

        publish(Samples.specification("lung-enrollment", "4"), EndpointSettings.USUAL, DefaultVersion.UNCHANGED);
        assertDefault(OptionalInt.of(3), true);
        publish(Samples.specification("lung-enrollment", "5"), EndpointSettings.USUAL, DefaultVersion.THIS);
        assertDefault(OptionalInt.of(5), false);
    }

    @Test
    final void versionsAndWholeEndpointsAreDisabledForAReason() {
        publish("1");
        publish("2");

        assertThat(endpoints.disable(NAME, TWO, "grace", "reads the wrong table"))
                .isTrue();
        assertThat(endpoints.disable(NAME, TWO, "eve", "again")).isFalse();
        assertThat(endpoints.version(NAME, 2).orElseThrow().disabled())
                .isEqualTo(new Disabling(CLOCK.instant(), "grace", "reads the wrong table"));
        assertDefault(ONE, false);
        assertRefused(ErrorCode.ENDPOINT_DISABLED, () -> endpoints.setDefault(NAME, TWO, "grace"));

        assertThat(endpoints.disable(NAME, WHOLE, "grace", "Jahresabschluß")).isTrue();
        assertThat(endpoints.find(NAME).orElseThrow().disabled())
                .isEqualTo(new Disabling(CLOCK.instant(), "grace", "Jahresabschluß"));
        assertThat(endpoints.enable(NAME, WHOLE, "grace")).isTrue();
        assertThat(endpoints.find(NAME).orElseThrow().disabled()).isNull();
        assertThat(endpoints.version(NAME, 2).orElseThrow().disabled()).isNotNull();
        assertThat(endpoints.enable(NAME, TWO, "grace")).isTrue();
        assertThat(endpoints.enable(NAME, TWO, "grace")).isFalse();
        assertDefault(TWO, false);
        assertThatIllegalArgumentException().isThrownBy(() -> endpoints.disable(NAME, ONE, "grace", " "));
    }

    @Test
    final void aDefaultSetByHandMayBeDisabledAndStaysTheDefault() {
        publish("1");
        publish("2");
        endpoints.setDefault(NAME, ONE, "grace");

        endpoints.disable(NAME, ONE, "grace", "stop");

        assertDefault(ONE, true);
        endpoints.setDefault(NAME, WHOLE, "grace");
        endpoints.disable(NAME, TWO, "grace", "stop");
        assertDefault(OptionalInt.empty(), false);
    }

    @Test
    final void whatIsNotThereIsRefused() {
        assertRefused(ErrorCode.UNKNOWN_ENDPOINT, () -> endpoints.disable(NAME, WHOLE, "grace", "stop"));
        assertRefused(ErrorCode.UNKNOWN_ENDPOINT, () -> endpoints.enable(NAME, WHOLE, "grace"));
        assertRefused(ErrorCode.UNKNOWN_ENDPOINT, () -> endpoints.setDefault(NAME, ONE, "grace"));
        publish("1");
        assertRefused(ErrorCode.UNKNOWN_ENDPOINT, () -> endpoints.disable(NAME, TWO, "grace", "stop"));
        assertRefused(ErrorCode.UNKNOWN_ENDPOINT, () -> endpoints.enable(NAME, TWO, "grace"));
        assertRefused(ErrorCode.UNKNOWN_ENDPOINT, () -> endpoints.setDefault(NAME, TWO, "grace"));
        assertThat(workspace().events().head().sequence()).isEqualTo(1);
    }

    @Test
    final void eachChangeIsOneEvent() throws IOException {
        EndpointVersion first = publish("1");
        publish(Samples.specification("lung-enrollment", "2"), EndpointSettings.USUAL, DefaultVersion.UNCHANGED);
        endpoints.disable(NAME, TWO, "grace", "stop");
        endpoints.enable(NAME, TWO, "grace");
        endpoints.disable(NAME, WHOLE, "grace", "all of it");
        endpoints.setDefault(NAME, TWO, "grace");
        endpoints.setDefault(NAME, WHOLE, "grace");

        List<Event.Body> bodies = bodies();
        assertThat(bodies)
                .extracting(Event.Body::action)
                .containsExactly(
                        Action.PUBLISHED,
                        Action.PUBLISHED,
                        Action.DISABLED,
                        Action.ENABLED,
                        Action.DISABLED,
                        Action.DEFAULT_SET,
                        Action.DEFAULT_SET);
        assertThat(bodies).allSatisfy(body -> assertThat(body.subject()).isEqualTo(NAME));
        assertThat(bodies.get(0).after())
                .isEqualTo(Map.of(
                        "version",
                        "1",
                        "model",
                        "lung-enrollment",
                        "specification_sha256",
                        first.specificationSha256(),
                        "settings_sha256",
                        first.settings().sha256()));
        assertThat(bodies.get(1).after()).containsEntry("default", "1");
        assertThat(bodies.get(2).after()).isEqualTo(Map.of("version", "2", "state", "DISABLED"));
        assertThat(bodies.get(2).reason()).isEqualTo("stop");
        assertThat(bodies.get(2).actor()).isEqualTo("grace");
        assertThat(bodies.get(4).after()).isEqualTo(Map.of("state", "DISABLED"));
        assertThat(bodies.get(6).before()).isEqualTo(Map.of("default", "2"));
        assertThat(bodies.get(6).after()).isEqualTo(Map.of("default", "newest"));
        assertThat(Chain.verify(workspace().events())).isEmpty();
    }

    @Test
    final void manyPublishAtOnceAndNoNumberIsGivenTwice() throws Exception {
        int publishers = 20;
        List<Callable<Publication>> calls = new ArrayList<>();
        for (int i = 0; i < publishers; i++) {
            String content = Integer.toString(i % (publishers / 2));
            calls.add(() -> endpoints.publish(publishing(content, EndpointSettings.USUAL, DefaultVersion.USUAL)));
        }

        List<Publication> made = together(calls);

        List<Integer> all = IntStream.rangeClosed(1, publishers / 2).boxed().toList();
        assertThat(made.stream()
                        .filter(Publication::isNew)
                        .map(one -> one.version().version()))
                .containsExactlyInAnyOrderElementsOf(all);
        assertThat(made.stream()
                        .filter(one -> !one.isNew())
                        .map(one -> one.version().version()))
                .containsExactlyInAnyOrderElementsOf(all);
        assertThat(made.stream().map(Publication::version).distinct()).hasSize(publishers / 2);
        assertThat(workspace().events().head().sequence()).isEqualTo(publishers / 2);
        assertThat(Chain.verify(workspace().events())).isEmpty();
    }

    private EndpointVersion publish(String content) {
        return publish(Samples.specification("lung-enrollment", content), EndpointSettings.USUAL, DefaultVersion.USUAL);
    }

    private EndpointVersion publish(Specification specification, EndpointSettings settings, DefaultVersion choice) {
        Publication publication = endpoints.publish(new Publishing(NAME, specification, settings, choice, "ada"));
        assertThat(publication.isNew()).isTrue();
        return publication.version();
    }

    private static Publishing publishing(String content, EndpointSettings settings, DefaultVersion choice) {
        return new Publishing(NAME, Samples.specification("lung-enrollment", content), settings, choice, "ada");
    }

    private void assertDefault(OptionalInt version, boolean setByHand) {
        Endpoint endpoint = endpoints.find(NAME).orElseThrow();
        assertThat(endpoint.defaultVersion()).isEqualTo(version);
        assertThat(endpoint.setByHand()).isEqualTo(setByHand);
    }

    private List<Event.Body> bodies() throws IOException {
        List<Event.Body> bodies = new ArrayList<>();
        for (Event event : workspace().events().events(0, 100)) {
            bodies.add(event.read());
        }
        return bodies;
    }
}

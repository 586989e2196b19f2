package io.plimsoll.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.audit.Chain;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.step.OutcomeCode;
import io.plimsoll.webhook.Occasion;
import io.plimsoll.webhook.Parcel;
import io.plimsoll.webhook.Webhook;
import io.plimsoll.webhook.WebhookUrl;
import io.plimsoll.webhook.Webhooks;
import io.plimsoll.webhook.Webhooks.Added;
import io.plimsoll.workspace.Event;
import io.plimsoll.workspace.Event.Action;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every workspace keeps for webhooks: each thing once for each who wants to know, until it has arrived. */
public abstract class WebhooksContract extends WorkspaceContract {
    private static final WebhookUrl URL = WebhookUrl.of("https://hooks.example.org/in/secret");
    private static final Duration HOLD = Duration.ofMinutes(1);
    private static final Set<Occasion> ALL = EnumSet.allOf(Occasion.class);

    @TempDir
    private Path place;

    private final SetClock clock = new SetClock(Samples.NOW);

    private Workspace workspace;
    private Webhooks webhooks;

    @BeforeEach
    final void openUnderTheClock() {
        workspace = open(place, clock);
        webhooks = workspace.webhooks();
    }

    @AfterEach
    final void close() {
        workspace.close();
    }

    @Test
    final void nobodyIsToldAtFirst() {
        register("run-1", "1");

        assertThat(webhooks.list()).isEmpty();
        assertThat(webhooks.due()).isZero();
        assertThat(webhooks.take(HOLD)).isEmpty();
        assertThat(webhooks.seals()).isEmpty();
        assertThat(webhooks.find("000000000000")).isEmpty();
        assertThat(webhooks.test("\0")).isEmpty();
    }

    @Test
    final void oneIsAddedListedAndRemoved() {
        Added added = webhooks.add(URL, EnumSet.of(Occasion.PROMOTED, Occasion.REFUSED), "ada");

        assertThat(added.webhook())
                .isEqualTo(new Webhook(
                        added.webhook().id(),
                        URL,
                        Webhook.occasions("REFUSED PROMOTED"),
                        clock.instant(),
                        0,
                        null,
                        null));
        assertThat(webhooks.list()).containsExactly(added.webhook());
        assertThat(webhooks.find(added.webhook().id())).contains(added.webhook());

        webhooks.remove(added.webhook().id(), "ada", "moved");

        assertThat(webhooks.list()).isEmpty();
        assertThat(webhooks.test(added.webhook().id())).isEmpty();
        for (String id : List.of(added.webhook().id(), "", "\0", "000000000000")) {
            assertRefused(ErrorCode.UNKNOWN_WEBHOOK, () -> webhooks.remove(id, "ada", "again"));
        }
    }

    @Test
    final void aRegistrationThatMakesAChampionIsTold() {
        Added added = webhooks.add(URL, ALL, "ada");

        register("run-1", "1");

        Parcel first = webhooks.take(HOLD).orElseThrow();
        Parcel second = webhooks.take(HOLD).orElseThrow();
        assertThat(webhooks.take(HOLD)).isEmpty();
        assertThat(List.of(first.message().body(), second.message().body()))
                .allMatch(body -> body.contains("\"model\":\"lung\"") && body.contains("\"version\":\"1\""))
                .anyMatch(body -> body.contains("\"type\":\"model.registered\"") && body.contains("\"run\":\"run-1\""))
                .anyMatch(body -> body.contains("\"type\":\"model.promoted\""))
                .noneMatch(body -> body.contains("\"ada\""));
        assertThat(first.secret().text()).isEqualTo(added.secret().text());
        assertThat(first.url()).isEqualTo(URL);
        assertThat(first.attempt()).isEqualTo(1);
        assertThat(first.message().id()).isNotEqualTo(second.message().id());
    }

    @Test
    final void eachIsToldOfWhatItWantsToKnow() {
        webhooks.add(URL, EnumSet.of(Occasion.REGISTERED), "ada");
        webhooks.add(URL, EnumSet.of(Occasion.REGISTERED, Occasion.LINE_CROSSED), "ada");
        webhooks.add(URL, EnumSet.of(Occasion.REFUSED), "ada");

        register("run-1", "1");

        assertThat(webhooks.due()).isEqualTo(2);
    }

    @Test
    final void aRefusalIsToldWithTheEndOfItsRun() {
        webhooks.add(URL, EnumSet.of(Occasion.REFUSED), "ada");
        RunRecord first = Samples.runOf("lung", "run-1");
        RunRecord second = Samples.runOf("lung", "run-2");
        workspace.runs().begin(first);
        workspace.runs().begin(second);

        workspace.runs().end(Samples.notRegistered(first, OutcomeCode.GUARDRAIL_NOT_MET));
        workspace.runs().end(Samples.notRegistered(second, OutcomeCode.SAME_AS_VERSION));

        clock.goOn(Duration.ofMinutes(1));
        assertThat(webhooks.due()).isEqualTo(1);
        assertThat(webhooks.take(HOLD).orElseThrow().message().body())
                .contains("\"type\":\"model.refused\"", "\"run\":\"run-1\"", "\"code\":\"GUARDRAIL_NOT_MET\"");
    }

    @Test
    final void whatIsAnnouncedTwiceIsToldOnce() {
        webhooks.add(URL, ALL, "ada");

        webhooks.announce("actuals-1", Occasion.LINE_CROSSED, Map.of("model", "lung"));
        webhooks.announce("actuals-1", Occasion.LINE_CROSSED, Map.of("model", "lung"));

        assertThat(webhooks.due()).isEqualTo(1);
    }

    @Test
    final void whatHasArrivedIsGone() {
        webhooks.add(URL, ALL, "ada");
        webhooks.announce("actuals-1", Occasion.LINE_CROSSED, Map.of("model", "lung"));
        Parcel parcel = webhooks.take(HOLD).orElseThrow();

        webhooks.arrived(parcel);

        clock.goOn(Duration.ofDays(1));
        assertThat(webhooks.due()).isZero();
        assertThat(webhooks.list().get(0).waiting()).isZero();
        assertThat(webhooks.list().get(0).delivered()).isEqualTo(Samples.NOW);
    }

    @Test
    final void whatFailedIsThereAgainInTimeAndWhatWasGivenUpIsNot() {
        webhooks.add(URL, ALL, "ada");
        webhooks.announce("actuals-1", Occasion.LINE_CROSSED, Map.of("model", "lung"));
        Instant later = clock.instant().plus(Duration.ofMinutes(5));

        webhooks.failed(webhooks.take(HOLD).orElseThrow(), "the receiver answered 503", Optional.of(later));

        assertThat(webhooks.list().get(0).waiting()).isEqualTo(1);
        assertThat(webhooks.list().get(0).trouble()).isEqualTo("the receiver answered 503");
        assertThat(webhooks.take(HOLD)).isEmpty();
        clock.goOn(Duration.ofMinutes(5));
        Parcel again = webhooks.take(HOLD).orElseThrow();
        assertThat(again.attempt()).isEqualTo(2);
        webhooks.failed(again, "the receiver answered 410", Optional.empty());
        clock.goOn(Duration.ofDays(9));
        assertThat(webhooks.due()).isZero();
        assertThat(webhooks.list().get(0).waiting()).isZero();
    }

    /** Whoever took it may have died. */
    @Test
    final void whatWasTakenIsHeldForAWhileAndThenThereAgain() {
        webhooks.add(URL, ALL, "ada");
        webhooks.announce("actuals-1", Occasion.LINE_CROSSED, Map.of("model", "lung"));

        assertThat(webhooks.take(HOLD)).isPresent();
        assertThat(webhooks.take(HOLD)).isEmpty();
        clock.goOn(HOLD);
        assertThat(webhooks.take(HOLD).map(Parcel::attempt)).contains(2);
    }

    @Test
    final void whatAWebhookWasToBeToldGoesWithIt() {
        Added added = webhooks.add(URL, ALL, "ada");
        register("run-1", "1");
        Parcel taken = webhooks.take(HOLD).orElseThrow();

        webhooks.remove(added.webhook().id(), "ada", "moved");
        webhooks.arrived(taken);
        webhooks.failed(taken, "late", Optional.of(clock.instant()));

        assertThat(webhooks.due()).isZero();
    }

    @Test
    final void manyWhoTakeAtOnceTakeEachMessageOnce() throws Exception {
        webhooks.add(URL, ALL, "ada");
        for (int i = 0; i < 6; i++) {
            webhooks.announce("actuals-" + i, Occasion.LINE_CROSSED, Map.of("model", "lung"));
        }
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            calls.add(() ->
                    webhooks.take(HOLD).map(parcel -> parcel.message().id()).orElse("none"));
        }

        assertThat(together(calls)).doesNotHaveDuplicates();
    }

    @Test
    final void eachChangeIsOneEventWithNeitherSecretNorPath() throws IOException {
        Added added = webhooks.add(URL, EnumSet.of(Occasion.PROMOTED), "ada");
        webhooks.test(added.webhook().id());
        webhooks.remove(added.webhook().id(), "grace", "moved");

        List<Event> events = workspace.events().events(0, 100);
        assertThat(events).hasSize(2);
        Event.Body first = events.get(0).read();
        assertThat(first.action()).isEqualTo(Action.WEBHOOK_ADDED);
        assertThat(first.after())
                .isEqualTo(Map.of(
                        "host",
                        "hooks.example.org",
                        "url_sha256",
                        URL.sha256(),
                        "on",
                        "PROMOTED",
                        "seal_sha256",
                        added.secret().fingerprint()));
        assertThat(events.get(1).read().action()).isEqualTo(Action.WEBHOOK_REMOVED);
        assertThat(events)
                .noneMatch(
                        event -> event.body().contains("/in/") || event.body().contains("whsec"));
        assertThat(Chain.verify(workspace.events())).isEmpty();
    }

    private void register(String run, String content) {
        workspace.runs().begin(Samples.runOf("lung", run));
        workspace.models().register(Samples.candidate("lung", run, content), OptionalInt.empty(), Samples.admission());
    }
}

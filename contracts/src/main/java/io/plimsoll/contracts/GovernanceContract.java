package io.plimsoll.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.plimsoll.audit.Chain;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.workspace.Admission;
import io.plimsoll.workspace.AliasMove;
import io.plimsoll.workspace.Event;
import io.plimsoll.workspace.Event.Action;
import io.plimsoll.workspace.EventLog;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.ModelRegistry.Registration;
import io.plimsoll.workspace.ModelSummary;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.PromotedBy;
import io.plimsoll.workspace.VersionState;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every workspace does when people and runs change what is in use: each change once, each with one event in the same moment. */
public abstract class GovernanceContract extends WorkspaceContract {
    private static final String MODEL = "lung-enrollment";
    private static final OptionalInt NONE = OptionalInt.empty();
    private static final OptionalInt ONE = OptionalInt.of(1);

    private ModelRegistry models;
    private EventLog log;

    @BeforeEach
    final void beginRun() {
        models = workspace().models();
        log = workspace().events();
        workspace().runs().begin(Samples.run("run-1"));
    }

    @Test
    final void theLogIsEmptyAtFirst() {
        assertThat(log.events(0, 10)).isEmpty();
        assertThat(log.head()).isEqualTo(new EventLog.Head(0, Event.NO_PREDECESSOR));
        assertThat(Chain.verify(log)).isEmpty();
    }

    @Test
    final void aRegistrationIsOneEvent() throws IOException {
        register("a", NONE, Samples.admission());
        register("b", ONE, Samples.admission());

        Event.Body second = bodies().get(1);
        assertThat(bodies()).hasSize(2);
        assertThat(second.action()).isEqualTo(Action.REGISTERED);
        assertThat(second.subject()).isEqualTo(MODEL);
        assertThat(second.actor()).isEqualTo("ada");
        assertThat(second.runId()).isEqualTo("run-1");
        assertThat(second.instant()).isEqualTo(CLOCK.instant());
        assertThat(second.before()).isEqualTo(Map.of("champion", "1"));
        assertThat(second.after())
                .containsAllEntriesOf(
                        Map.of("champion", "2", "version", "2", "promoted_by", "PASSED", "state", "ACTIVE"));
        assertThat(second.previous()).isEqualTo(log.events(0, 1).get(0).sha256());
        assertThat(Chain.verify(log)).isEmpty();
    }

    @Test
    final void whatDoesNotHappenIsNoEvent() {
        register("a", NONE, Samples.admission());

        models.register(Samples.candidate(MODEL, "run-1", "a"), ONE, Samples.admission());
        models.register(Samples.candidate(MODEL, "run-1", "b"), NONE, Samples.admission());
        assertThat(models.move(byHand("champion", OptionalInt.of(7), 1, PromotedBy.PASSED)))
                .isEmpty();
        assertRefused(ErrorCode.UNKNOWN_MODEL, () -> models.move(byHand("champion", ONE, 9, PromotedBy.PASSED)));

        assertThat(log.head().sequence()).isEqualTo(1);
    }

    @Test
    final void aVersionThatWaitsIsChampionOnlyWhenApproved() throws IOException {
        register("a", NONE, Admission.forApproval("ada"));
        assertThat(models.versions(MODEL).get(0).state()).isEqualTo(VersionState.PENDING);
        assertThat(champions()).isEmpty();
        assertRefused(ErrorCode.VERSION_CLOSED, () -> models.move(byHand("challenger", NONE, 1, null)));

        AliasMove move = byHand("champion", NONE, 1, PromotedBy.APPROVAL);
        assertThat(models.move(move)).contains(move.at(CLOCK.instant()));

        assertThat(models.versions(MODEL).get(0).state()).isEqualTo(VersionState.ACTIVE);
        assertThat(champions()).extracting(ModelVersion::version).containsExactly(1);
        assertThat(bodies()).extracting(Event.Body::action).containsExactly(Action.REGISTERED, Action.APPROVED);
        assertThat(bodies().get(1).reason()).isEqualTo("because");
    }

    private List<ModelVersion> champions() {
        return models.summaries().stream()
                .flatMap(summary -> summary.champion().stream())
                .toList();
    }

    @Test
    final void aSummaryTellsHowAModelStands() throws IOException {
        assertThat(models.summaries()).isEmpty();
        register("a", NONE, Samples.admission());
        register("b", ONE, Admission.forApproval("ada"));

        ModelSummary summary = models.summaries().get(0);

        assertThat(models.summaries()).hasSize(1);
        assertThat(summary.model()).isEqualTo(MODEL);
        assertThat(summary.newest()).isEqualTo(2);
        assertThat(summary.waiting()).isEqualTo(1);
        assertThat(summary.champion()).isEqualTo(models.version(MODEL, 1)).isPresent();
        assertThat(summary.registered()).isEqualTo(models.versions(MODEL).get(0).created());
    }

    @Test
    final void aVersionThatWaitsMayBeTurnedDown() throws IOException {
        register("a", NONE, Admission.forApproval("ada"));

        ModelVersion rejected = models.close(MODEL, 1, VersionState.REJECTED, "grace", "not now");

        assertThat(rejected.state()).isEqualTo(VersionState.REJECTED);
        assertRefused(ErrorCode.VERSION_CLOSED, () -> models.move(byHand("champion", NONE, 1, PromotedBy.APPROVAL)));
        assertRefused(ErrorCode.VERSION_CLOSED, () -> models.close(MODEL, 1, VersionState.REJECTED, "grace", "again"));
        assertThat(bodies()).extracting(Event.Body::action).containsExactly(Action.REGISTERED, Action.REJECTED);
    }

    @Test
    final void onlyAVersionThatNobodyUsesIsArchived() throws IOException {
        register("a", NONE, Samples.admission());
        register("b", ONE, Samples.admission());

        assertRefused(ErrorCode.VERSION_IN_USE, () -> models.close(MODEL, 2, VersionState.ARCHIVED, "grace", "old"));
        assertThat(models.close(MODEL, 1, VersionState.ARCHIVED, "grace", "old").state())
                .isEqualTo(VersionState.ARCHIVED);

        assertRefused(
                ErrorCode.VERSION_CLOSED,
                () -> models.move(byHand("champion", OptionalInt.of(2), 1, PromotedBy.ROLLBACK)));
        assertRefused(ErrorCode.VERSION_CLOSED, () -> models.close(MODEL, 1, VersionState.ARCHIVED, "grace", "again"));
        assertRefused(ErrorCode.UNKNOWN_MODEL, () -> models.close(MODEL, 9, VersionState.ARCHIVED, "grace", "?"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> models.close(MODEL, 1, VersionState.ACTIVE, "grace", "no such thing"));
        assertThat(bodies().get(2).after()).isEqualTo(Map.of("state", "ARCHIVED", "version", "1"));
    }

    @Test
    final void aliasesMoveByHandWithTheirWholeHistory() throws IOException {
        register("a", NONE, Samples.admission());
        register("b", ONE, Samples.admission());

        models.move(byHand("challenger", NONE, 1, null));
        models.move(byHand("challenger", ONE, 2, null));
        models.move(byHand("champion", OptionalInt.of(2), 1, PromotedBy.ROLLBACK));

        assertThat(models.aliasNames(MODEL)).containsExactly("challenger", "champion");
        assertThat(models.version(MODEL, 2).orElseThrow().aliases()).containsExactly("challenger");
        assertThat(models.version(MODEL, 1).orElseThrow().aliases()).containsExactly("champion");
        assertThat(models.aliasHistory(MODEL, "challenger")).hasSize(2);
        assertThat(models.aliasHistory(MODEL, "champion"))
                .extracting(AliasMove::promotedBy)
                .containsExactly(PromotedBy.FIRST, PromotedBy.PASSED, PromotedBy.ROLLBACK);
        assertThat(bodies())
                .extracting(Event.Body::action)
                .containsSubsequence(Action.ALIAS_MOVED, Action.ALIAS_MOVED, Action.ROLLED_BACK);
    }

    @Test
    final void whatIsRegisteredByHandSaysByWhatRight() throws IOException {
        register("a", NONE, new Admission(Admission.Way.IMPORT, "grace", "from the old system"));
        register("b", ONE, new Admission(Admission.Way.OVERRIDE, "grace", "urgent"));

        assertThat(models.aliasHistory(MODEL, "champion"))
                .extracting(AliasMove::promotedBy, AliasMove::reason)
                .containsExactly(tuple(PromotedBy.FIRST, "from the old system"), tuple(PromotedBy.OVERRIDE, "urgent"));
        assertThat(bodies()).extracting(Event.Body::action).containsExactly(Action.IMPORTED, Action.OVERRIDDEN);
        assertThatIllegalArgumentException().isThrownBy(() -> new Admission(Admission.Way.OVERRIDE, "grace", " "));
    }

    @Test
    final void everyChangeLeavesANoteInTheSecondPlace() {
        register("a", NONE, Samples.admission());
        models.retire(MODEL, "grace", "another question");

        assertThat(log.checkpoints())
                .allSatisfy(checkpoint -> assertThat(checkpoint.genuine()).isTrue());
        assertThat(log.checkpoints().get(log.checkpoints().size() - 1).sha256())
                .isEqualTo(log.head().sha256());
        assertThat(log.checkpoint().sequence()).isEqualTo(2);
    }

    @Test
    final void manyWritersMakeOneChain() throws Exception {
        int writers = 16;
        int each = Rounds.of(10, 1_000);
        register("a", NONE, Samples.admission());
        register("b", ONE, Samples.admission());
        List<Callable<Integer>> all = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            String alias = "writer-" + writer;
            all.add(() -> write(alias, each));
        }

        together(all);

        assertThat(log.head().sequence()).isEqualTo(2 + (long) writers * each);
        assertThat(Chain.verify(log)).isEmpty();
        for (int writer = 0; writer < writers; writer++) {
            assertThat(models.aliasHistory(MODEL, "writer-" + writer)).hasSize(each);
        }
    }

    private int write(String alias, int moves) {
        OptionalInt from = NONE;
        for (int i = 0; i < moves; i++) {
            int to = 1 + i % 2;
            assertThat(models.move(byHand(alias, from, to, null))).isPresent();
            from = OptionalInt.of(to);
        }
        return moves;
    }

    private void register(String content, OptionalInt judgedAgainst, Admission admission) {
        assertThat(models.register(Samples.candidate(MODEL, "run-1", content), judgedAgainst, admission))
                .isInstanceOf(Registration.Registered.class);
    }

    private static AliasMove byHand(String alias, OptionalInt from, int to, @Nullable PromotedBy right) {
        return new AliasMove(MODEL, alias, from, OptionalInt.of(to), Instant.EPOCH, null, "grace", "because", right);
    }

    private List<Event.Body> bodies() throws IOException {
        List<Event.Body> bodies = new ArrayList<>();
        for (Event event : log.events(0, 100)) {
            bodies.add(event.read());
        }
        return bodies;
    }
}

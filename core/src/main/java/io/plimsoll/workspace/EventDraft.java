package io.plimsoll.workspace;

import io.plimsoll.workspace.Event.Action;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a governance change is told as, before it has its place in the log.
 *
 * @param subject the model or dataset that it is about
 */
public record EventDraft(
        Action action,
        String subject,
        String actor,
        String reason,
        @Nullable String runId,
        SortedMap<String, String> before,
        SortedMap<String, String> after) {
    private static final String STATE = "state";

    public EventDraft {
        before = Collections.unmodifiableSortedMap(new TreeMap<>(before));
        after = Collections.unmodifiableSortedMap(new TreeMap<>(after));
    }

    private EventDraft(Action action, String subject, String actor, String reason, @Nullable String runId) {
        this(action, subject, actor, reason, runId, new TreeMap<>(), new TreeMap<>());
    }

    /** @param crowning how it became champion; empty if it did not */
    public static EventDraft registered(ModelVersion version, Admission admission, Optional<AliasMove> crowning) {
        Action action = switch (admission.way()) {
            case VERDICT, APPROVAL -> Action.REGISTERED;
            case OVERRIDE -> Action.OVERRIDDEN;
            case IMPORT -> Action.IMPORTED;
        };
        EventDraft draft = new EventDraft(
                        action, version.model(), admission.actor(), admission.reason(), version.runId())
                .with(version);
        return crowning.map(draft::with).orElse(draft);
    }

    /** @param state of the version that it moves to, as it was before; absent if it was taken away */
    public static EventDraft moved(AliasMove move, @Nullable VersionState state) {
        EventDraft draft =
                new EventDraft(action(move, state), move.model(), move.actor(), move.reason(), move.runId()).with(move);
        return state == VersionState.PENDING ? draft.was(STATE, state).is(STATE, VersionState.ACTIVE) : draft;
    }

    private static Action action(AliasMove move, @Nullable VersionState state) {
        if (!move.alias().equals(ModelVersion.CHAMPION)) {
            return Action.ALIAS_MOVED;
        }
        if (state == null) {
            return Action.RETIRED;
        }
        if (move.promotedBy() == PromotedBy.ROLLBACK) {
            return Action.ROLLED_BACK;
        }
        return state == VersionState.PENDING ? Action.APPROVED : Action.ALIAS_MOVED;
    }

    /** @param version as it was before */
    public static EventDraft closed(ModelVersion version, VersionState state, String actor, String reason) {
        Action action = state == VersionState.ARCHIVED ? Action.ARCHIVED : Action.REJECTED;
        return new EventDraft(action, version.model(), actor, reason, null)
                .was(STATE, version.state())
                .is(STATE, state)
                .is("version", version.version());
    }

    public static EventDraft erased(DatasetVersion dataset, Erasure erasure) {
        return new EventDraft(Action.ERASED, dataset.name(), erasure.actor(), erasure.reason(), null)
                .is("dataset", dataset.reference())
                .is("dataset_sha256", dataset.sha256());
    }

    /** A version that was recorded before there was a log. */
    public static EventDraft adopted(ModelVersion version) {
        return new EventDraft(Action.ADOPTED, version.model(), "", "", version.runId()).with(version);
    }

    /** A move that was recorded before there was a log. */
    public static EventDraft adopted(AliasMove move) {
        return new EventDraft(Action.ADOPTED, move.model(), move.actor(), move.reason(), move.runId()).with(move);
    }

    /** The event, once it is known what comes before it. */
    public Event after(EventLog.Head head, Instant time) {
        return Event.of(new Event.Body(
                head.sequence() + 1,
                action,
                subject,
                actor,
                Instant.ofEpochMilli(time.toEpochMilli()).toString(),
                reason,
                runId,
                before,
                after,
                head.sha256()));
    }

    private EventDraft with(ModelVersion version) {
        return is("version", version.version())
                .is("model_sha256", version.sha256())
                .is(STATE, version.state());
    }

    private EventDraft with(AliasMove move) {
        EventDraft moved = is(move.alias(), move.to().isPresent() ? move.to().getAsInt() : "none");
        moved = move.from().isPresent() ? moved.was(move.alias(), move.from().getAsInt()) : moved;
        return move.promotedBy() == null ? moved : moved.is("promoted_by", move.promotedBy());
    }

    private EventDraft was(String name, Object value) {
        return new EventDraft(action, subject, actor, reason, runId, plus(before, name, value), after);
    }

    private EventDraft is(String name, Object value) {
        return new EventDraft(action, subject, actor, reason, runId, before, plus(after, name, value));
    }

    private static SortedMap<String, String> plus(SortedMap<String, String> map, String name, Object value) {
        SortedMap<String, String> all = new TreeMap<>(map);
        all.put(name, value.toString());
        return all;
    }
}

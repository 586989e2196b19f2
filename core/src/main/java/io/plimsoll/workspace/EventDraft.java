package io.plimsoll.workspace;

import io.plimsoll.workspace.Event.Action;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a governance change is told as, before it has its place in the log.
 *
 * @param subject the model, dataset, endpoint, token, person or webhook that it is about
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
    private static final String VERSION = "version";

    public EventDraft {
        before = Collections.unmodifiableSortedMap(new TreeMap<>(before));
        after = Collections.unmodifiableSortedMap(new TreeMap<>(after));
    }

    EventDraft(Action action, String subject, String actor, String reason, @Nullable String runId) {
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
                .is(VERSION, version.version());
    }

    public static EventDraft erased(DatasetVersion dataset, Erasure erasure) {
        return new EventDraft(Action.ERASED, dataset.name(), erasure.actor(), erasure.reason(), null)
                .is("dataset", dataset.reference())
                .is("dataset_sha256", dataset.sha256());
    }

    /** @param move of the default, if publishing moves it */
    public static EventDraft published(EndpointVersion version, DefaultMove move) {
        EventDraft draft = new EventDraft(Action.PUBLISHED, version.endpoint(), version.publishedBy(), "", null)
                .is(VERSION, version.version())
                .is("specification_sha256", version.specificationSha256())
                .is("settings_sha256", version.settings().sha256())
                .is("model", version.model());
        return move.isNone() ? draft : draft.with(move);
    }

    /** @param version empty for the whole endpoint */
    public static EventDraft disabled(String endpoint, OptionalInt version, Disabling disabling) {
        EventDraft draft = new EventDraft(Action.DISABLED, endpoint, disabling.actor(), disabling.reason(), null);
        return draft.of(version).was(STATE, "ENABLED").is(STATE, "DISABLED");
    }

    /** @param version empty for the whole endpoint */
    public static EventDraft enabled(String endpoint, OptionalInt version, String actor) {
        EventDraft draft = new EventDraft(Action.ENABLED, endpoint, actor, "", null);
        return draft.of(version).was(STATE, "DISABLED").is(STATE, "ENABLED");
    }

    public static EventDraft defaultSet(String endpoint, DefaultMove move, String actor) {
        return new EventDraft(Action.DEFAULT_SET, endpoint, actor, "", null).with(move);
    }

    /**
     * From which version, set by hand, an endpoint's default goes to which; empty for the newest, whichever that is.
     */
    public record DefaultMove(OptionalInt from, OptionalInt to) {
        /** What an event calls the newest version, whichever that is. */
        public static final String NEWEST = "newest";

        public boolean isNone() {
            return from.equals(to);
        }

        private static String shown(OptionalInt version) {
            return version.isPresent() ? Integer.toString(version.getAsInt()) : NEWEST;
        }
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
        return is(VERSION, version.version())
                .is("model_sha256", version.sha256())
                .is(STATE, version.state());
    }

    private EventDraft with(AliasMove move) {
        EventDraft moved = is(move.alias(), move.to().isPresent() ? move.to().getAsInt() : "none");
        moved = move.from().isPresent() ? moved.was(move.alias(), move.from().getAsInt()) : moved;
        return move.promotedBy() == null ? moved : moved.is("promoted_by", move.promotedBy());
    }

    private EventDraft with(DefaultMove move) {
        return was("default", DefaultMove.shown(move.from())).is("default", DefaultMove.shown(move.to()));
    }

    private EventDraft of(OptionalInt version) {
        return version.isPresent() ? is(VERSION, version.getAsInt()) : this;
    }

    EventDraft was(String name, Object value) {
        return new EventDraft(action, subject, actor, reason, runId, plus(before, name, value), after);
    }

    EventDraft is(String name, Object value) {
        return new EventDraft(action, subject, actor, reason, runId, before, plus(after, name, value));
    }

    private static SortedMap<String, String> plus(SortedMap<String, String> map, String name, Object value) {
        SortedMap<String, String> all = new TreeMap<>(map);
        all.put(name, value.toString());
        return all;
    }
}

package io.plimsoll.workspace;

import io.plimsoll.step.RunKind;
import io.plimsoll.step.RunStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The memory of runs. Times are kept to the millisecond.
 *
 * <p>{@link #begin}, {@link #judged} and {@link #end} last whatever happens once they have returned. A {@link #step} is seen by every process at once and
 * outlives this one; a power cut may take the latest of them, never an earlier one before a later.
 */
public interface RunRecords {
    /**
     * Remembers a run that begins, with all its steps PENDING, whatever {@code run} says of them.
     *
     * @throws io.plimsoll.fault.PlimsollException with {@code ALREADY_EXISTS} if there is a run of this id
     */
    void begin(RunRecord run);

    /**
     * Replaces what is known of one step of a run that has not ended.
     *
     * @throws io.plimsoll.fault.PlimsollException with {@code UNKNOWN_RUN}, or {@code ALREADY_EXISTS} if the run has ended
     */
    void step(String runId, StepRecord step);

    /**
     * Ends a run: status, outcome, code, reason, finished and report are taken from {@code run}, steps still open become NOT_RUN. The first
     * end stays.
     *
     * @throws io.plimsoll.fault.PlimsollException with {@code UNKNOWN_RUN}, or {@code ALREADY_EXISTS} if the run has ended
     * @throws IllegalArgumentException if the status is not final
     */
    void end(RunRecord run);

    /**
     * Remembers that a run judged a candidate on a holdout, for ever, and says how many different candidates of its model that holdout has
     * judged so far, this one included: each further one is a further chance to pass by luck. The same candidate again, in this run or
     * another, is no new chance. A run may judge after its end.
     *
     * @param holdoutSha256 hash of the content that the candidate was judged on
     * @param candidateSha256 address of the candidate's files
     * @return at least 1
     * @throws io.plimsoll.fault.PlimsollException with {@code UNKNOWN_RUN}
     * @throws IllegalArgumentException if a hash is not a {@linkplain SafeNames#sha256 SHA-256}
     */
    int judged(String runId, String holdoutSha256, String candidateSha256);

    Optional<RunRecord> find(String runId);

    /** The runs that have not ended although the process that began them is gone, the first one first. */
    List<RunRecord> abandoned();

    /** The runs that started last, the latest first, at most {@code limit}. */
    List<RunRecord> latest(int limit);

    /** Runs of one kind or all, the latest first, at most {@code limit}; those that start meanwhile come before the first page and move none. */
    List<RunRecord> page(Wanted wanted, int limit);

    /**
     * Which runs are wanted: those that are as each part says that is there.
     *
     * @param after the last run of the page before; absent for the first page
     */
    record Wanted(
            @Nullable RunKind kind,
            @Nullable RunStatus status,
            @Nullable String model,
            @Nullable String experiment,
            @Nullable Position after) {
        public static final Wanted ALL = new Wanted(null, null, null, null, null);

        public boolean means(RunRecord run) {
            return (kind == null || kind == run.kind())
                    && (status == null || status == run.status())
                    && (model == null || model.equals(run.model()))
                    && (experiment == null || experiment.equals(run.experiment()))
                    && (after == null || after.isBefore(run));
        }

        public Wanted after(RunRecord last) {
            return new Wanted(kind, status, model, experiment, new Position(last.started(), last.id()));
        }
    }

    /** Where a run is in the order of all, the latest first. */
    record Position(Instant started, String id) {
        boolean isBefore(RunRecord run) {
            int order = started.compareTo(run.started());
            return order > 0 || (order == 0 && id.compareTo(run.id()) > 0);
        }
    }

    /** The runs of an experiment that started last, the latest first, at most {@code limit}. */
    List<RunRecord> ofExperiment(String experiment, int limit);

    /** Every experiment that has a run, the one with the latest run first. */
    List<Experiment> experiments();

    /**
     * The name under which runs are grouped, with what there is of them.
     *
     * @param open how many wait or go on
     * @param latest when the latest of them was begun or submitted
     */
    record Experiment(String name, int runs, int open, Instant latest) {}

    /** The scoring runs of a registered model, whatever they came to, the latest first. */
    List<RunRecord> scorings(String model);
}

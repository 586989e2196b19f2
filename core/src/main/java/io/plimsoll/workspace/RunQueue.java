package io.plimsoll.workspace;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Runs that wait for a worker, and who has which. All times are those of the database's own clock, so that machines need not agree on theirs.
 *
 * <p>A run is had by one worker at a time: claiming, renewing, losing and cancelling are one transaction each, and whatever is written
 * {@linkplain Workspace#under under a claim} is refused once the claim is lost.
 */
public interface RunQueue {
    /**
     * What a submission came to.
     *
     * @param isNew false if its key had brought this run already
     * @param cancelled the older runs whose place it took
     */
    record Submitted(String runId, boolean isNew, List<String> cancelled) {
        public Submitted {
            cancelled = List.copyOf(cancelled);
        }
    }

    /**
     * Queues a run.
     *
     * @param run its status is QUEUED
     * @throws io.plimsoll.fault.PlimsollException with {@code KEY_REUSED} if the key has brought another request, {@code MODEL_BUSY} if its
     *     terms refuse it, {@code QUEUE_FULL}, or {@code ALREADY_EXISTS} if there is a run of this id
     */
    Submitted submit(RunRecord run, Submission submission);

    /**
     * Takes the run that is next: the highest priority first, then the experiment that has the fewest runs going on, then the one that has
     * waited longest. A model of which a run goes on has no next one.
     *
     * @param worker who takes it, for people
     */
    Optional<Claim> claim(String worker, Duration lease);

    /**
     * Makes a claim last from now on for as long as {@code lease}.
     *
     * @return false if it is lost; then it stays lost
     */
    boolean renew(Claim claim, Duration lease);

    boolean isHeld(Claim claim);

    /**
     * Gives a run back that could not be finished for no fault of its own. It waits for its next attempt, or has FAILED where it has none
     * left. One that has registered a version always has one left, to say so.
     *
     * @param pause how long it waits at least
     * @return false if the claim was lost before
     */
    boolean interrupt(Claim claim, String reason, Duration pause);

    /**
     * Gives back the runs whose lease is over, as {@link #interrupt} does.
     *
     * @return their ids
     */
    List<String> expire();

    /** The runs whose lease is over, and that nobody has given back yet. */
    List<String> overdue();

    /**
     * Gives a run back whose worker is about to stop. It waits again at once, and none of its attempts is used up.
     *
     * @return false if the claim was lost before
     */
    boolean handBack(Claim claim);

    /**
     * Ends a run as CANCELLED. Once this has returned nothing more is written for it, and nothing registered.
     *
     * @return false if it had ended before
     * @throws io.plimsoll.fault.PlimsollException with {@code UNKNOWN_RUN}
     */
    boolean cancel(String runId, String reason);

    /** Up to when an endpoint's schedule has been followed; empty if it never was. */
    Optional<Instant> followed(String endpoint);

    /** Remembers up to when an endpoint's schedule has been followed; an earlier time than is known already changes nothing. */
    void followed(String endpoint, Instant until);

    /** How many queued runs wait or go on. */
    int open();

    /** Empty for a run that was never queued. */
    Optional<Ticket> find(String runId);
}

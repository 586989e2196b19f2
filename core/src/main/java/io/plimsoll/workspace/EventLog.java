package io.plimsoll.workspace;

import java.util.List;

/**
 * The append-only log of governance changes. It has no method that writes: an event is written with the change that it tells of, in the same
 * transaction, and by nothing else. Each event names the hash of the one before it, so that none can be changed, left out or put between two
 * others without the rest no longer fitting.
 */
public interface EventLog {
    /**
     * Events in the order in which they happened.
     *
     * @param after sequence number of the last event not wanted; 0 for all
     * @param limit how many at most
     */
    List<Event> events(long after, int limit);

    /** Number and hash of the last event, as the log itself keeps them: 0 and {@link Event#NO_PREDECESSOR} if there is none. */
    Head head();

    /** The notes of former heads in the second place, the first one first. */
    List<Checkpoint> checkpoints();

    /**
     * Notes the present head in the second place. Done by itself after every change; needed again where a crash came between.
     *
     * @throws io.plimsoll.fault.PlimsollException with {@code STORAGE} if that place cannot be written
     */
    Checkpoint checkpoint();

    /** The end of a log. */
    record Head(long sequence, String sha256) {}
}

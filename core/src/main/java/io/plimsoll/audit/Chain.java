package io.plimsoll.audit;

import io.plimsoll.workspace.Checkpoint;
import io.plimsoll.workspace.Event;
import io.plimsoll.workspace.EventLog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A log held against itself: numbers without a gap, each body with its hash, each naming the one before, the end where the head and the
 * checkpoints say that it is.
 *
 * <p><b>Source</b>: S. Haber, W. S. Stornetta, "How to time-stamp a digital document", Journal of Cryptology 3 (1991), linking.
 */
public final class Chain {
    private static final int PAGE = 1_000;

    private final List<String> hashes = new ArrayList<>(List.of(Event.NO_PREDECESSOR));

    private Chain() {}

    /**
     * The first thing that is wrong.
     *
     * @param sequence number of the first event that is missing, changed or out of place
     * @param what one sentence
     */
    public record Break(long sequence, String what) {}

    /** @return the first thing that is wrong with the whole log of a workspace; empty if nothing is */
    public static Optional<Break> verify(EventLog log) {
        Chain chain = new Chain();
        EventLog.Head head = log.head();
        List<Checkpoint> checkpoints = log.checkpoints();
        long after = 0;
        while (true) {
            List<Event> page = log.events(after, PAGE);
            Optional<Break> fault = chain.follow(page);
            if (fault.isPresent()) {
                return fault;
            }
            if (page.size() < PAGE) {
                return chain.end(head).or(() -> chain.against(checkpoints));
            }
            after = page.get(page.size() - 1).sequence();
        }
    }

    /** @param head where the events that somebody was given are said to end */
    public static Optional<Break> verify(List<Event> events, EventLog.Head head) {
        Chain chain = new Chain();
        return chain.follow(events).or(() -> chain.end(head));
    }

    private Optional<Break> follow(List<Event> events) {
        for (Event event : events) {
            Optional<Break> fault = next(event);
            if (fault.isPresent()) {
                return fault;
            }
            hashes.add(event.sha256());
        }
        return Optional.empty();
    }

    private Optional<Break> next(Event event) {
        long expected = hashes.size();
        if (event.sequence() != expected) {
            return broken(expected, "is missing");
        }
        if (!Event.hash(event.body()).equals(event.sha256())) {
            return broken(expected, "was changed: its text does not have the hash that stands beside it");
        }
        try {
            Event.Body body = event.read();
            if (body.sequence() != expected) {
                return broken(expected, "was put in the place of another: it has another number inside");
            }
            if (!body.previous().equals(last())) {
                return broken(
                        expected, "does not follow the event before it, which was changed together with its hash");
            }
            return Optional.empty();
        } catch (IOException e) {
            return broken(expected, "is not an event that this version of Plimsoll reads");
        }
    }

    private Optional<Break> end(EventLog.Head head) {
        long last = hashes.size() - 1L;
        if (head.sequence() > last) {
            return broken(last + 1, "is missing: the log says that it ends with event " + head.sequence());
        }
        if (head.sequence() < last) {
            return broken(head.sequence() + 1, "lies behind the end of the log");
        }
        return head.sha256().equals(last())
                ? Optional.empty()
                : broken(last, "is not the one with which the log says that it ends");
    }

    /** A chain that was made anew from some event on is whole in itself; only what was noted elsewhere tells. */
    private Optional<Break> against(List<Checkpoint> checkpoints) {
        long good = 0;
        for (Checkpoint checkpoint : checkpoints) {
            if (!checkpoint.genuine()) {
                return broken(
                        checkpoint.sequence(), "has a checkpoint whose signature is wrong: checkpoints were changed");
            }
            if (checkpoint.sequence() >= hashes.size()) {
                return broken(
                        hashes.size(),
                        "is missing: a checkpoint of " + checkpoint.time() + " saw the log end with event "
                                + checkpoint.sequence());
            }
            if (!hashes.get((int) checkpoint.sequence()).equals(checkpoint.sha256())) {
                return broken(
                        Math.min(good + 1, checkpoint.sequence()),
                        "or one after it up to event " + checkpoint.sequence()
                                + " was changed, with all that follow: a checkpoint saw another");
            }
            good = Math.max(good, checkpoint.sequence());
        }
        return Optional.empty();
    }

    private String last() {
        return hashes.get(hashes.size() - 1);
    }

    private static Optional<Break> broken(long sequence, String what) {
        return Optional.of(new Break(sequence, "event " + sequence + " " + what));
    }
}

package io.plimsoll.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Sends what waits, tries again what did not arrive, longer and longer after, and gives up in the end. */
public final class Delivery {
    /** As Standard Webhooks proposes: eight times in a bit more than a day. */
    static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(10));

    /** Longer than a message takes, so that nobody else sends it meanwhile. */
    private static final Duration HOLD = Sender.LONGEST.multipliedBy(6);

    /** How long the rest of a worker's chores waits. */
    private static final Duration ROUND = Duration.ofSeconds(5);

    private final Webhooks webhooks;
    private final Sender sender;
    private final InstantSource clock;

    public Delivery(Webhooks webhooks, Sender sender, InstantSource clock) {
        this.webhooks = webhooks;
        this.sender = sender;
        this.clock = clock;
    }

    /** Sends what is due, for a few seconds at most; the rest next time. */
    public void carryOut() {
        Instant end = clock.instant().plus(ROUND);
        Optional<Parcel> parcel = webhooks.take(HOLD);
        while (parcel.isPresent()) {
            carryOut(parcel.get());
            parcel = clock.instant().isBefore(end) ? webhooks.take(HOLD) : Optional.empty();
        }
    }

    private void carryOut(Parcel parcel) {
        Sender.Sent sent = sender.send(parcel);
        if (sent.hasArrived()) {
            webhooks.arrived(parcel);
        } else {
            boolean isLast = sent.isGone() || parcel.attempt() > WAITS.size();
            webhooks.failed(
                    parcel,
                    sent.trouble(),
                    isLast ? Optional.empty() : Optional.of(clock.instant().plus(WAITS.get(parcel.attempt() - 1))));
        }
    }
}

package io.plimsoll.worker;

import io.plimsoll.config.Overrides;
import io.plimsoll.endpoint.Missed;
import io.plimsoll.endpoint.Schedule;
import io.plimsoll.endpoint.Specification;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.workspace.Endpoint;
import io.plimsoll.workspace.EndpointVersion;
import io.plimsoll.workspace.SharedWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Submits what is due by the schedules of endpoints. Every worker does so; the key of a submission is the time at which it was due, so that it is
 * one run however many look at the clock.
 */
public final class Schedules {
    /** A run that begins later than this was missed. */
    static final Duration GRACE = Duration.ofMinutes(5);

    private static final String EXPERIMENT = "scheduled";

    private final SharedWorkspace workspace;
    private final Submissions submissions;
    private final InstantSource clock;

    public Schedules(SharedWorkspace workspace, Submissions submissions, InstantSource clock) {
        this.workspace = workspace;
        this.submissions = submissions;
        this.clock = clock;
    }

    /** Submits what is due by now. */
    public void follow() {
        for (Endpoint endpoint : workspace.endpoints().list()) {
            if (endpoint.disabled() == null && endpoint.defaultVersion().isPresent()) {
                workspace
                        .endpoints()
                        .version(endpoint.name(), endpoint.defaultVersion().getAsInt())
                        .filter(version -> version.disabled() == null)
                        .ifPresent(this::follow);
            }
        }
    }

    private void follow(EndpointVersion version) {
        Optional<Schedule> schedule = version.settings().scheduled();
        if (schedule.isEmpty()) {
            return;
        }
        Instant since = workspace
                .queue()
                .followed(version.endpoint())
                .filter(version.published()::isBefore)
                .orElse(version.published());
        schedule.get().last(clock.instant()).filter(since::isBefore).ifPresent(due -> {
            boolean late = Duration.between(due, clock.instant()).compareTo(GRACE) > 0;
            if (!late || schedule.get().missed() == Missed.RUN_ONCE) {
                submit(version, due);
            }
            workspace.queue().followed(version.endpoint(), due);
        });
    }

    private void submit(EndpointVersion version, Instant due) {
        Specification specification = workspace
                .endpoints()
                .specification(version.specificationSha256())
                .orElseThrow();
        String key = "schedule:" + version.reference() + ":" + due;
        try {
            submissions.submit(
                    Order.of(version, specification, Overrides.none()),
                    new Order.By(version.publishedBy(), EXPERIMENT, key, true));
        } catch (PlimsollException e) {
            // its own terms say that it does not run while another does
            if (e.code() != ErrorCode.MODEL_BUSY) {
                throw e;
            }
        }
    }
}

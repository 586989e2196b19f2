package io.plimsoll.cli.desk;

import io.plimsoll.cli.show.Origin;
import io.plimsoll.cli.show.TicketShow;
import io.plimsoll.cli.show.WhyShow;
import io.plimsoll.step.RunStatus;
import io.plimsoll.workspace.RunEvent;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.RunRecords.Experiment;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What was run, and what comes of it. */
public interface RunDesk {
    /** So many runs of an experiment are held side by side. */
    int MOST_COMPARED = 1_000;

    /** The latest first. */
    List<RunRecord> latest(int limit);

    /** @throws io.plimsoll.fault.PlimsollException with {@code UNKNOWN_RUN} */
    RunView show(String id);

    /** @throws io.plimsoll.fault.PlimsollException with {@code UNKNOWN_RUN}, or {@code USAGE} if it trains nothing */
    WhyShow why(String id);

    /** @param reason why; empty where nobody says */
    Cancellation cancel(String id, String reason);

    /** Tells what happened to a run and what happens, until it has ended; gives it as it is then. */
    RunView follow(String id, Consumer<RunEvent> each);

    /** The one with the latest run first. */
    List<Experiment> experiments();

    /**
     * The latest runs of an experiment first, with their configs and reports.
     *
     * @throws io.plimsoll.fault.PlimsollException with {@code UNKNOWN_EXPERIMENT}
     */
    List<RunRecord> ofExperiment(String name);

    /**
     * A run.
     *
     * @param queue how it stands with its workers; empty if it was not queued
     * @param place where its files are
     */
    record RunView(RunRecord run, Origin origin, Optional<TicketShow> queue, String place) {}

    /** @param done false if it had ended, or registered its model, before */
    record Cancellation(String run, boolean done, RunStatus status) {}
}

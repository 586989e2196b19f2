package io.plimsoll.worker;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.pipeline.RunReport;
import io.plimsoll.workspace.Claim;
import io.plimsoll.workspace.RunEvent;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.SharedWorkspace;
import io.plimsoll.workspace.Ticket;
import io.plimsoll.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** One attempt of one run, watched from outside: its claim is kept alive while it goes on, and what ends it is said in a way that a person understands. */
final class Attempt {
    /** How often the worker looks whether the run may go on, and what it holds. */
    static final Duration PULSE = Duration.ofMillis(500);

    private final SharedWorkspace workspace;
    private final Claim claim;
    private final RunLimits limits;
    private final Duration lease;
    private final InstantSource clock;
    private Instant renewed;

    Attempt(SharedWorkspace workspace, Claim claim, RunLimits limits, Duration lease, InstantSource clock) {
        this.workspace = workspace;
        this.claim = claim;
        this.limits = limits;
        this.lease = lease;
        this.clock = clock;
        this.renewed = clock.instant();
    }

    /** @param stopping whether the worker is asked to stop; then the run is handed back */
    void carryOut(RunProcess.Launcher launcher, BooleanSupplier stopping) {
        Instant began = clock.instant();
        try (RunProcess process = launcher.start(claim, limits)) {
            while (true) {
                Optional<ProcessEnd> end = process.await(PULSE);
                if (end.isPresent()) {
                    conclude(end.get());
                    return;
                }
                Optional<Fault> exceeded = exceeded(process.memory(), Duration.between(began, clock.instant()));
                if (exceeded.isPresent() || stopping.getAsBoolean() || !mayGoOn()) {
                    process.close();
                    exceeded.ifPresentOrElse(this::fail, () -> workspace.queue().handBack(claim));
                    return;
                }
            }
        }
    }

    /** A database that is away is no reason to stop, for as long as nobody else can have taken the run. */
    private boolean mayGoOn() {
        Duration since = Duration.between(renewed, clock.instant());
        try {
            if (since.compareTo(lease.dividedBy(3)) < 0) {
                return workspace.queue().isHeld(claim);
            }
            boolean held = workspace.queue().renew(claim, lease);
            renewed = clock.instant();
            return held;
        } catch (PlimsollException e) {
            return since.compareTo(lease) < 0;
        }
    }

    /** A process that has done its work has ended its run itself. */
    private void conclude(ProcessEnd end) {
        if (!workspace.queue().isHeld(claim)) {
            return;
        }
        log(end.lastWords());
        if (end.isFromOutside()) {
            workspace.queue().interrupt(claim, "its process " + end.told(), pause());
        } else {
            fail(fault(end));
        }
    }

    private void log(String lastWords) {
        List<RunEvent> lines = lastWords
                .lines()
                .map(line -> new TreeMap<String, Object>(Map.of("text", line)))
                .map(facts -> new RunEvent(clock.instant(), RunEvent.Kind.LOG, null, facts))
                .toList();
        workspace.runEvents().append(claim.runId(), lines);
    }

    private Fault fault(ProcessEnd end) {
        if (end.isOutOfHeap()) {
            return new Fault(
                    ErrorCode.LIMIT_EXCEEDED,
                    "the run ran out of memory",
                    "",
                    "give it more with --memory, or take fewer rows or features");
        }
        if (end.isCrash()) {
            return new Fault(
                    ErrorCode.PROCESS_ENDED,
                    "the run's process broke down in native code: it " + end.told(),
                    "",
                    "resume the run; if it breaks down again, report the last lines of its log");
        }
        return new Fault(
                ErrorCode.PROCESS_ENDED,
                "the run's process " + end.told() + " without a word",
                "",
                "the last lines that it wrote are in its log: plimsoll runs watch " + claim.runId());
    }

    private Optional<Fault> exceeded(OptionalLong held, Duration taken) {
        Duration time = limits.time();
        if (time != null && taken.compareTo(time) > 0) {
            return Optional.of(new Fault(
                    ErrorCode.LIMIT_EXCEEDED,
                    "the run took longer than the " + time.toSeconds() + " s that it may",
                    "",
                    "give it more with --timeout, or find out with `plimsoll runs show " + claim.runId()
                            + "` which step takes so long"));
        }
        Long memory = limits.memory();
        if (memory != null && held.isPresent() && held.getAsLong() > memory) {
            return Optional.of(new Fault(
                    ErrorCode.LIMIT_EXCEEDED,
                    "the run held more memory than the " + (memory >> 20) + " MiB that it may",
                    "",
                    "give it more with --memory, or take fewer rows or features"));
        }
        return Optional.empty();
    }

    private void fail(Fault fault) {
        RunRecord run = workspace.runs().find(claim.runId()).orElseThrow();
        Workspace held = workspace.under(claim);
        try {
            held.runs().end(RunReport.broken(run, List.of(fault), clock.instant()));
        } catch (PlimsollException e) {
            if (e.code() != ErrorCode.CANCELLED && e.code() != ErrorCode.CLAIM_LOST) {
                throw e;
            }
        }
    }

    private Duration pause() {
        Ticket ticket = workspace.queue().find(claim.runId()).orElseThrow();
        return RunRequest.read(ticket.submission().request()).retries().before(ticket.attempt());
    }
}

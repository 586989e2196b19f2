package io.plimsoll.server.runs;

import io.plimsoll.access.Role;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.reference.RunReference;
import io.plimsoll.reuse.Explaining;
import io.plimsoll.reuse.PartChange;
import io.plimsoll.reuse.StepExplanation;
import io.plimsoll.server.fault.Discretion;
import io.plimsoll.server.fault.GivenReason;
import io.plimsoll.server.page.Cursor;
import io.plimsoll.server.page.Limit;
import io.plimsoll.server.page.Page;
import io.plimsoll.server.runs.RunResource.Origin;
import io.plimsoll.server.security.Caller;
import io.plimsoll.server.security.Requires;
import io.plimsoll.step.RunKind;
import io.plimsoll.step.RunStatus;
import io.plimsoll.workspace.RunEvent;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.RunRecords.Position;
import io.plimsoll.workspace.RunRecords.Wanted;
import io.plimsoll.workspace.Ticket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What was run, and what comes of it. */
@RestController
@RequestMapping(path = "/api/v1/runs", produces = MediaType.APPLICATION_JSON_VALUE)
public final class RunsController {
    private static final String LAST_EVENT = "Last-Event-ID";

    private final OpenProject project;
    private final Discretion discretion;
    private final LiveRuns live;

    RunsController(OpenProject project, Discretion discretion, LiveRuns live) {
        this.project = project;
        this.discretion = discretion;
        this.live = live;
    }

    /** Those of one kind, or all. */
    record Filter(
            @Nullable RunKind kind,
            @Nullable RunStatus status,
            @Nullable String model,
            @Nullable String experiment) {}

    /** @param reason why, for those who look at the run later */
    record Cancellation(@Nullable String reason) {}

    /** @param cancelled false if it had ended, or registered its model, before */
    record Cancelled(String run, boolean cancelled, RunStatus status) {}

    /** Why each step of a run was taken or reused. */
    record Why(String run, String model, List<Step> steps) {
        record Step(
                String step,
                String status,
                @Nullable String from,
                @Nullable String comparedWith,
                List<Change> changes,
                List<String> reasons) {
            static Step of(StepExplanation explained) {
                return new Step(
                        explained.step().name(),
                        explained.status(),
                        explained.from(),
                        explained.comparedWith(),
                        explained.changes().stream().map(Change::of).toList(),
                        explained.reasons());
            }
        }

        /** @param before absent where it is new */
        record Change(
                String part,
                @Nullable Object before,
                @Nullable Object now) {
            /** In the terms of this server's JSON library, which is another than the core's. */
            static Change of(PartChange change) {
                try {
                    return CanonicalJson.read(CanonicalJson.text(change), Change.class);
                } catch (IOException e) {
                    throw new UncheckedIOException("a change that is not as it was written", e);
                }
            }
        }
    }

    /** @param whole whether steps, config and report of each are told, too */
    @Requires(Role.VIEWER)
    @GetMapping(name = "Runs, the latest first")
    Page<RunResource> list(
            Filter filter,
            @RequestParam(name = "whole", required = false, defaultValue = "false") boolean whole,
            @RequestParam(name = "limit", required = false) @Nullable Integer limit,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        Limit most = Limit.of(limit);
        Cursor cursor = Cursor.read(after);
        Position position = cursor == null ? null : new Position(cursor.time(), cursor.id());
        Wanted wanted = new Wanted(filter.kind(), filter.status(), filter.model(), filter.experiment(), position);
        List<RunRecord> runs = project.workspace().runs().page(wanted, most.oneMore());
        return Page.of(runs, most, last -> new Cursor(last.started(), last.id()).text())
                .map(run -> whole ? RunResource.whole(run, discretion) : RunResource.summary(run, discretion));
    }

    @Requires(Role.VIEWER)
    @GetMapping(path = "/{run}", name = "A run with its steps and its report")
    RunResource show(@PathVariable("run") String run) {
        RunRecord found = RunReference.find(project, run);
        Ticket ticket = project.workspace().queue().find(run).orElse(null);
        Origin origin = Origin.of(run, project.workspace().datasets(), discretion);
        return RunResource.whole(found, discretion, origin, ticket);
    }

    @Requires(Role.VIEWER)
    @GetMapping(path = "/{run}/events", name = "What happened to a run; as text/event-stream while it happens")
    Page<EventResource> events(
            @PathVariable("run") String run,
            @RequestParam(name = "limit", required = false) @Nullable Integer limit,
            @RequestParam(name = "after", required = false, defaultValue = "0") long after) {
        RunReference.find(project, run);
        Limit most = Limit.of(limit);
        List<RunEvent.Numbered> events = project.workspace().runEvents().after(run, after, most.oneMore());
        return Page.of(events, most, last -> String.valueOf(last.sequence()))
                .map(event -> EventResource.of(event, discretion));
    }

    /** The same as it happens, to the end of the run. */
    @Requires(Role.VIEWER)
    @GetMapping(path = "/{run}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter follow(
            @PathVariable("run") String run,
            @RequestParam(name = "after", required = false, defaultValue = "0") long after,
            @RequestHeader(name = LAST_EVENT, required = false) @Nullable Long last) {
        RunReference.find(project, run);
        return live.follow(run, last == null ? after : last, Caller.current());
    }

    @Requires(Role.VIEWER)
    @GetMapping(path = "/{run}/why", name = "Why each step was taken or reused")
    Why why(@PathVariable("run") String run) {
        RunRecord found = RunReference.find(project, run);
        if (found.kind() != RunKind.TRAINING) {
            throw PlimsollException.of(
                    ErrorCode.USAGE,
                    "a run of kind " + found.kind() + " takes every step",
                    "run " + run,
                    "name a run of kind TRAINING");
        }
        List<StepExplanation> steps = new Explaining(found, project.workspace()).steps();
        return new Why(
                found.id(), found.model(), steps.stream().map(Why.Step::of).toList());
    }

    @Requires(Role.SUBMITTER)
    @PostMapping(
            path = "/{run}/cancel",
            name = "Ends a run that waits or goes on",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    Cancelled cancel(@PathVariable("run") String run, @RequestBody Cancellation cancellation) {
        String reason = cancellation.reason();
        boolean done = Cancelling.cancel(run, reason == null ? "" : GivenReason.of(reason), project);
        return new Cancelled(run, done, RunReference.find(project, run).status());
    }
}

package io.plimsoll.cli.command;

import io.plimsoll.cli.show.EventReplay;
import io.plimsoll.cli.show.MatrixTable;
import io.plimsoll.cli.show.Origin;
import io.plimsoll.cli.show.RunShow;
import io.plimsoll.cli.show.StepDisplay;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.pipeline.ScoringReport;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.reference.RunReference;
import io.plimsoll.step.RunKind;
import io.plimsoll.step.RunStatus;
import io.plimsoll.workspace.RunEvent;
import io.plimsoll.workspace.RunRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Follows a run that goes on elsewhere until it has ended. */
record Following(CommandSetting setting, OpenProject project) {
    private static final Duration PULSE = Duration.ofMillis(300);
    private static final Duration LONG_WAIT = Duration.ofSeconds(3);
    private static final int BATCH = 500;

    /** The run as it ended. */
    RunRecord toItsEnd(String runId) {
        RunRecord run = RunReference.find(project, runId);
        hintIfNobodyWorks(run);
        try (StepDisplay display = StepDisplay.of(setting.surroundings(), run.kind(), "")) {
            EventReplay replay = new EventReplay(display, setting.surroundings().err());
            long known = 0;
            while (true) {
                // read before the events: what happened until the end is among them then
                run = RunReference.find(project, runId);
                known = show(runId, known, replay);
                if (run.status().isFinal()) {
                    return run;
                }
                pause(PULSE);
            }
        }
    }

    private long show(String runId, long known, EventReplay replay) {
        long last = known;
        List<RunEvent.Numbered> batch;
        do {
            batch = project.workspace().runEvents().after(runId, last, BATCH);
            for (RunEvent.Numbered numbered : batch) {
                replay.show(numbered.event());
                last = numbered.sequence();
            }
        } while (batch.size() == BATCH);
        return last;
    }

    private void hintIfNobodyWorks(RunRecord run) {
        if (run.status() != RunStatus.QUEUED) {
            return;
        }
        pause(LONG_WAIT);
        if (RunReference.find(project, run.id()).status() == RunStatus.QUEUED) {
            setting.surroundings().err().println("waiting for a worker; `plimsoll worker` starts one");
        }
    }

    /** Prints how a run ended, and gives the exit code that says so. */
    int told(RunRecord run) {
        if (setting.json()) {
            setting.printJson(
                    RunShow.whole(run, Origin.of(run.id(), project.workspace().datasets())));
        } else {
            Origin origin = Origin.of(run.id(), project.workspace().datasets());
            String place = project.workspace().artifacts().evidencePlace(run.id());
            setting.print(new RunShow(setting.style()).text(run, origin, place));
        }
        return run.kind() == RunKind.TRAINING ? MatrixTable.exit(run) : scoringExit(run);
    }

    private static int scoringExit(RunRecord run) {
        if (run.status() == RunStatus.SUCCEEDED) {
            return 0;
        }
        return Optional.ofNullable(run.report())
                .map(ScoringReport::read)
                .flatMap(report -> report.errors().stream().findFirst())
                .map(fault -> fault.code().exit())
                .orElse(ErrorCode.INTERNAL.exit());
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}

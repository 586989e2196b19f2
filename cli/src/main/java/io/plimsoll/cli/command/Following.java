package io.plimsoll.cli.command;

import io.plimsoll.cli.desk.RunDesk;
import io.plimsoll.cli.desk.RunDesk.RunView;
import io.plimsoll.cli.show.EventReplay;
import io.plimsoll.cli.show.MatrixTable;
import io.plimsoll.cli.show.RunShow;
import io.plimsoll.cli.show.StepDisplay;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.pipeline.ScoringReport;
import io.plimsoll.step.RunKind;
import io.plimsoll.step.RunStatus;
import io.plimsoll.workspace.RunRecord;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Follows a run that goes on elsewhere until it has ended. */
record Following(CommandSetting setting, RunDesk runs) {
    private static final Duration LONG_WAIT = Duration.ofSeconds(3);

    /** The run as it ended. */
    RunView toItsEnd(String id) {
        RunRecord run = runs.show(id).run();
        hintIfNobodyWorks(run);
        try (StepDisplay display = StepDisplay.of(setting.surroundings(), run.kind(), "")) {
            EventReplay replay = new EventReplay(display, setting.surroundings().err());
            return runs.follow(id, replay::show);
        }
    }

    private void hintIfNobodyWorks(RunRecord run) {
        if (run.status() != RunStatus.QUEUED) {
            return;
        }
        LockSupport.parkNanos(LONG_WAIT.toNanos());
        if (runs.show(run.id()).run().status() == RunStatus.QUEUED) {
            setting.surroundings().err().println("waiting for a worker; `plimsoll worker` starts one");
        }
    }

    /** Prints how a run ended, and gives the exit code that says so. */
    int told(RunView view) {
        RunRecord run = view.run();
        if (setting.json()) {
            setting.printJson(RunShow.whole(run, view.origin()));
        } else {
            setting.print(new RunShow(setting.style()).text(run, view.origin(), view.place()));
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
}

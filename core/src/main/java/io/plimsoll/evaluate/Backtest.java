package io.plimsoll.evaluate;

import io.plimsoll.guard.Alarm;
import io.plimsoll.guard.Attempts;
import io.plimsoll.guard.Decision;
import io.plimsoll.guard.FindingCode;
import io.plimsoll.guard.Guardrail;
import io.plimsoll.guard.Judge;
import io.plimsoll.guard.Verdict;
import io.plimsoll.guard.VerdictReport;
import io.plimsoll.guard.VerdictReport.AlarmReport;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.Workspace;
import java.util.Comparator;
import java.util.List;

/**
 * Holds proposed rules against what past runs judged: their stored predictions, beside those that the versions of that time had stored for the
 * same rows. Nothing is trained, loaded or changed.
 */
public final class Backtest {
    private final Workspace workspace;
    private final Guardrail proposed;

    public Backtest(Workspace workspace, Guardrail proposed) {
        this.workspace = workspace;
        this.proposed = proposed;
    }

    /**
     * What one run would have come to.
     *
     * @param replayed the verdict under the proposed rules
     */
    public record Replay(RunRecord run, VerdictReport replayed, Decision decision) {}

    /**
     * The runs that kept what they judged on, the oldest first.
     *
     * @param runs of one model, in any order
     */
    public List<Replay> of(List<RunRecord> runs) {
        return runs.stream()
                .sorted(Comparator.comparing(RunRecord::started))
                .flatMap(run ->
                        StoredHoldout.of(run.id(), workspace.artifacts()).map(holdout -> replay(run, holdout)).stream())
                .toList();
    }

    /** The holdout has been asked as often as it had been then: rules that are only tried are no further candidates. */
    private Replay replay(RunRecord run, StoredHoldout holdout) {
        PastOpponents opponents = new PastOpponents(workspace, run, holdout);
        List<Alarm> alarms = holdout.recorded().alarms().stream()
                .filter(this::isStillOne)
                .map(this::alarm)
                .toList();
        Verdict verdict = new Judge(proposed, holdout.metering(), opponents, Bench.RESAMPLING).verdict(alarms);
        Decision decision = Decision.on(verdict);
        Attempts attempts = Attempts.of(holdout.recorded().attempts().candidates(), decision);
        return new Replay(run, VerdictReport.of(verdict, attempts), decision);
    }

    private boolean isStillOne(AlarmReport alarm) {
        return alarm.observed() >= proposed.suspicious();
    }

    private Alarm alarm(AlarmReport alarm) {
        return new Alarm(
                FindingCode.SUSPECTED_LEAK,
                alarm.column(),
                alarm.metric(),
                alarm.observed(),
                proposed.suspicious(),
                null);
    }
}

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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

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
     * @param alarms what a run's verdict had found too good to be true
     */
    public List<Replay> of(List<RunRecord> runs, Function<RunRecord, List<AlarmReport>> alarms) {
        List<Replay> replays = new ArrayList<>();
        Set<String> candidates = new HashSet<>();
        runs.stream()
                .sorted((one, other) -> one.started().compareTo(other.started()))
                .forEach(run -> {
                    candidates.add(run.id());
                    replay(run, alarms.apply(run), candidates.size()).ifPresent(replays::add);
                });
        return replays;
    }

    private Optional<Replay> replay(RunRecord run, List<AlarmReport> alarms, int candidates) {
        return StoredHoldout.of(run.id(), workspace.artifacts()).map(holdout -> {
            PastOpponents opponents = new PastOpponents(workspace, run, holdout);
            Verdict verdict = new Judge(proposed, holdout.metering(), opponents, Bench.RESAMPLING)
                    .verdict(alarms.stream()
                            .filter(this::isStillOne)
                            .map(Backtest::alarm)
                            .toList());
            Decision decision = Decision.on(verdict);
            return new Replay(run, VerdictReport.of(verdict, Attempts.of(candidates, decision)), decision);
        });
    }

    private boolean isStillOne(AlarmReport alarm) {
        return alarm.observed() >= proposed.suspicious();
    }

    private static Alarm alarm(AlarmReport alarm) {
        return new Alarm(
                FindingCode.SUSPECTED_LEAK, alarm.column(), alarm.metric(), alarm.observed(), alarm.limit(), null);
    }
}

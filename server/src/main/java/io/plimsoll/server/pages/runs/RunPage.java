package io.plimsoll.server.pages.runs;

import io.plimsoll.card.Charts;
import io.plimsoll.fault.Fault;
import io.plimsoll.guard.Result;
import io.plimsoll.guard.VerdictReport;
import io.plimsoll.guard.VerdictReport.RuleReport;
import io.plimsoll.pipeline.RunReport;
import io.plimsoll.project.OpenProject;
import io.plimsoll.reuse.Explaining;
import io.plimsoll.reuse.StepExplanation;
import io.plimsoll.server.fault.Discretion;
import io.plimsoll.server.pages.line.RuleView;
import io.plimsoll.step.Outcome;
import io.plimsoll.step.RunKind;
import io.plimsoll.step.StepName;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.Ticket;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run as its page shows it.
 *
 * @param report absent while it goes on, and for runs that only score
 * @param rules of the verdict, those that were not met first; empty without a verdict
 * @param faults why it failed; empty otherwise
 * @param why reasons for each step, in the order of the steps
 * @param charts of the rows that judged, as markup
 * @param ticket absent for a run that was never queued
 */
record RunPage(
        RunRecord run,
        String reason,
        @Nullable RunReport report,
        List<RuleView> rules,
        List<Said> faults,
        List<Said> warnings,
        Map<StepName, String> why,
        String charts,
        LiveSteps live,
        @Nullable Ticket ticket) {
    /** A fault or a warning. */
    record Said(String detail, String where, String help) {
        static List<Said> of(List<Fault> faults, Discretion discretion) {
            return faults.stream()
                    .map(fault -> new Said(
                            discretion.of(fault.what()), discretion.of(fault.where()), discretion.of(fault.help())))
                    .toList();
        }
    }

    static RunPage of(RunRecord run, OpenProject project, Discretion discretion) {
        boolean isTraining = run.kind() == RunKind.TRAINING;
        RunReport report = isTraining && run.report() != null ? RunReport.read(run.report()) : null;
        boolean hasEnded = run.status().isFinal();
        return new RunPage(
                run,
                discretion.of(run.reason()),
                report,
                rules(report),
                report == null ? List.of() : Said.of(report.errors(), discretion),
                report == null ? List.of() : Said.of(report.warnings(), discretion),
                isTraining && hasEnded ? why(run, project) : Map.of(),
                report == null ? "" : Charts.ofRun(run, project.workspace().artifacts()),
                LiveSteps.of(run, project.workspace(), discretion),
                project.workspace().queue().find(run.id()).orElse(null));
    }

    public boolean isRefused() {
        return run.outcome() == Outcome.NOT_REGISTERED && report != null && report.verdict() != null;
    }

    /** The rules that kept it out. */
    public List<RuleView> refusing() {
        return rules.stream().filter(rule -> !rule.isMet()).toList();
    }

    private static List<RuleView> rules(@Nullable RunReport report) {
        VerdictReport verdict = report == null ? null : report.verdict();
        return verdict == null
                ? List.of()
                : verdict.rules().stream()
                        .sorted(Comparator.comparing(RuleReport::result, Comparator.<Result>reverseOrder()))
                        .map(RuleView::of)
                        .toList();
    }

    private static Map<StepName, String> why(RunRecord run, OpenProject project) {
        Map<StepName, String> why = new HashMap<>();
        for (StepExplanation step : new Explaining(run, project.workspace()).steps()) {
            why.put(step.step(), String.join("; ", step.reasons()));
        }
        return why;
    }
}

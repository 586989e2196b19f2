package io.plimsoll.guard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A verdict as data for people and programs: what is stored with a run, tagged on a version and printed as JSON. */
public record VerdictReport(Result result, FindingCode code, List<RuleReport> rules) {
    public VerdictReport {
        rules = List.copyOf(rules);
    }

    /**
     * One rule's conclusion.
     *
     * @param rule as a person would say it
     */
    public record RuleReport(
            String rule,
            Result result,
            FindingCode code,
            @Nullable Measure measure,
            String explanation) {}

    public static VerdictReport of(Verdict verdict) {
        return new VerdictReport(
                verdict.result(),
                verdict.code(),
                verdict.findings().stream().map(VerdictReport::report).toList());
    }

    private static RuleReport report(Finding finding) {
        return new RuleReport(
                finding.rule().sentence(), finding.result(), finding.code(), finding.measure(), finding.explanation());
    }
}

package io.plimsoll.guard;

import io.plimsoll.metric.StandardMetric;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A verdict as data for people and programs: what is stored with a run, tagged on a version and printed as JSON.
 *
 * @param attempts how often the holdout has been asked
 */
public record VerdictReport(
        Result result, FindingCode code, List<RuleReport> rules, List<AlarmReport> alarms, Attempts attempts) {
    public VerdictReport {
        rules = List.copyOf(rules);
        alarms = List.copyOf(alarms);
    }

    /**
     * One rule's conclusion.
     *
     * @param rule as a person would say it
     * @param opponent whom the candidate was held against; absent for a number
     */
    public record RuleReport(
            String rule,
            String metric,
            @Nullable String opponent,
            Result result,
            FindingCode code,
            @Nullable Measure measure,
            String explanation,
            List<SliceFinding> slices) {
        public RuleReport {
            slices = List.copyOf(slices);
        }
    }

    /**
     * Something too good to be true.
     *
     * @param column the feature; absent where it is the model as a whole
     * @param observed the metric's value on the holdout, which is beyond {@code limit}
     * @param accepted why it was accepted; absent if it was not
     */
    public record AlarmReport(
            FindingCode code,
            @Nullable String column,
            StandardMetric metric,
            double observed,
            double limit,
            @Nullable String accepted,
            String explanation) {}

    public static VerdictReport of(Verdict verdict, Attempts attempts) {
        return new VerdictReport(
                verdict.result(),
                verdict.code(),
                verdict.findings().stream().map(VerdictReport::report).toList(),
                verdict.alarms().stream().map(VerdictReport::report).toList(),
                attempts);
    }

    private static RuleReport report(Finding finding) {
        Rule rule = finding.rule();
        return new RuleReport(
                rule.sentence(),
                rule.metric().label(),
                rule instanceof Rule.AgainstOpponent against
                        ? against.opponent().label()
                        : null,
                finding.result(),
                finding.code(),
                finding.measure(),
                finding.explanation(),
                finding.slices());
    }

    private static AlarmReport report(Alarm alarm) {
        return new AlarmReport(
                alarm.code(),
                alarm.column(),
                alarm.metric(),
                alarm.observed(),
                alarm.limit(),
                alarm.accepted(),
                alarm.explanation());
    }
}

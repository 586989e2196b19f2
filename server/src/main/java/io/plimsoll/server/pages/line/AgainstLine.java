package io.plimsoll.server.pages.line;

import io.plimsoll.card.Ruling;
import io.plimsoll.guard.Measure;
import io.plimsoll.guard.Result;
import io.plimsoll.guard.VerdictReport;
import io.plimsoll.guard.VerdictReport.RuleReport;
import io.plimsoll.metric.StandardMetric;
import io.plimsoll.workspace.ModelVersion;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The metric by which a version is judged, beside the strictest line that it was held against.
 *
 * <p><b>Units</b>: value and line in those of the metric. The line of a rule against an opponent is where the candidate would just have met its margin.
 *
 * @param isLoss whether less is better
 * @param line absent where no rule on this metric drew one
 * @param rule the rule of that line, as a person would say it; empty without a line
 * @param result of the whole verdict; absent where the version was registered without one
 */
public record AgainstLine(
        String metric,
        double value,
        boolean isLoss,
        @Nullable Double line,
        String rule,
        @Nullable Result result) {
    /** Empty where a version was registered without a metric of its own. */
    public static Optional<AgainstLine> of(ModelVersion version) {
        String metric = version.tags().getOrDefault("metric", "");
        String value = version.tags().get("metric." + metric);
        if (value == null) {
            return Optional.empty();
        }
        VerdictReport verdict = Ruling.of(version).verdict();
        return Optional.of(of(metric, Double.parseDouble(value), verdict));
    }

    /** @param verdict absent where there was none */
    public static AgainstLine of(String metric, double value, @Nullable VerdictReport verdict) {
        List<RuleReport> rules = verdict == null
                ? List.of()
                : verdict.rules().stream()
                        .filter(rule -> rule.metric().equals(metric) && place(rule) != null)
                        .toList();
        boolean isLoss = isLoss(metric, rules);
        Comparator<RuleReport> byLine = Comparator.comparing(AgainstLine::placeOf);
        RuleReport strictest =
                rules.stream().max(isLoss ? byLine.reversed() : byLine).orElse(null);
        return new AgainstLine(
                metric,
                value,
                isLoss,
                strictest == null ? null : place(strictest),
                strictest == null ? "" : strictest.rule(),
                verdict == null ? null : verdict.result());
    }

    /** Whether the value is on the right side of the line, or there is none. */
    public boolean isMet() {
        return line == null || (isLoss ? value <= line : value >= line);
    }

    private static boolean isLoss(String metric, List<RuleReport> rules) {
        return Arrays.stream(StandardMetric.values())
                .filter(standard -> standard.label().equals(metric))
                .findFirst()
                .map(StandardMetric::isLoss)
                .orElseGet(() -> rules.stream().anyMatch(rule -> rule.rule().contains(" at most ")));
    }

    private static double placeOf(RuleReport rule) {
        Double place = place(rule);
        return place == null ? Double.NaN : place;
    }

    /** Of a rule over all rows with figures: the number itself, or what is as far from the opponent as the margin is from no gain. */
    private static @Nullable Double place(RuleReport rule) {
        Measure measure = rule.measure();
        if (measure == null || "train".equals(rule.opponent())) {
            return null;
        }
        Double opponent = measure.opponent();
        if (opponent == null) {
            return rule.opponent() == null ? measure.limit() : null;
        }
        double place = measure.limit() == 0
                ? opponent
                : opponent + measure.limit() * (measure.candidate() - opponent) / measure.observed();
        return Double.isFinite(place) ? place : null;
    }
}

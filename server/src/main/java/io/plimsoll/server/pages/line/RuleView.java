package io.plimsoll.server.pages.line;

import io.plimsoll.card.Charts;
import io.plimsoll.guard.Measure;
import io.plimsoll.guard.Result;
import io.plimsoll.guard.SliceFinding;
import io.plimsoll.guard.VerdictReport.RuleReport;
import java.util.List;

/**
 * What a rule concluded, for people.
 *
 * @param why the figures and what they mean
 * @param passing what would have passed; empty where it passed, or nothing can be said
 * @param bar the figure beside its line, as markup
 */
public record RuleView(String rule, Result result, String why, String passing, String bar, List<SliceFinding> slices) {
    private static final String PASSED = " would have passed";

    public static RuleView of(RuleReport rule) {
        String explanation = rule.explanation();
        int last = explanation.lastIndexOf("; ");
        boolean tells = last > 0 && explanation.indexOf(PASSED, last) > 0;
        Measure measure = rule.measure();
        return new RuleView(
                rule.rule(),
                rule.result(),
                tells ? explanation.substring(0, last) : explanation,
                tells ? explanation.substring(last + 2) : "",
                measure == null ? "" : Charts.interval(measure),
                rule.slices());
    }

    public boolean isMet() {
        return result == Result.PASS || result == Result.NOT_APPLICABLE;
    }
}

package io.plimsoll.card;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.artifact.Contract;
import io.plimsoll.guard.Attempts;
import io.plimsoll.guard.Figures;
import io.plimsoll.guard.Measure;
import io.plimsoll.guard.SliceFinding;
import io.plimsoll.guard.VerdictReport;
import io.plimsoll.guard.VerdictReport.AlarmReport;
import io.plimsoll.guard.VerdictReport.RuleReport;
import io.plimsoll.interval.Interval;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The verdict rule by rule, what was decided and by what, and what a run warned of. */
final class VerdictSection {
    private static final int FEWEST_ROWS = 10;

    private final CardFacts facts;

    VerdictSection(CardFacts facts) {
        this.facts = facts;
    }

    void write(Html html) {
        html.open("section").element("h2", "Verdict");
        VerdictReport verdict = facts.verdict();
        JsonNode decision = facts.decision();
        new Facts()
                .add(
                        "Verdict",
                        verdict == null ? "none: the version was registered without one" : verdict.result() + "")
                .add("Decision", decision.path("kind").asText())
                .add("Decided by", decision.path("decided_by").asText().toLowerCase(Locale.ROOT))
                .add("Because", decision.path("reason").asText())
                .add("Opponent", champion(verdict))
                .add("Candidates judged on this holdout", verdict == null ? "" : attempts(verdict.attempts()))
                .writeTo(html);
        if (verdict != null) {
            verdict.rules().forEach(rule -> rule(rule, html));
            verdict.alarms().forEach(alarm -> alarm(alarm, html));
        }
        warnings(html);
        html.close("section");
    }

    private String champion(@Nullable VerdictReport verdict) {
        int champion = facts.champion();
        boolean isAsked =
                verdict != null && verdict.rules().stream().anyMatch(rule -> "champion".equals(rule.opponent()));
        return champion > 0
                ? "the champion of that time, " + facts.version().model() + "@" + champion
                : isAsked ? "there was no champion yet" : "";
    }

    private static String attempts(Attempts attempts) {
        if (attempts.candidates() == 1) {
            return "1, this one";
        }
        String chance = Figures.percent(Math.round(attempts.falseAcceptRate() * 1000) / 1000.0);
        return Facts.number(attempts.candidates())
                + ", this one included; were none of them good enough, at least one would" + " still pass a rule in "
                + chance + " of such cases";
    }

    private void rule(RuleReport rule, Html html) {
        html.open("article").open("h3");
        String result = rule.result().name();
        html.element("span", result, "class", "badge " + result.toLowerCase(Locale.ROOT));
        html.text(" " + rule.rule()).close("h3");
        html.element("p", rule.explanation());
        Measure measure = rule.measure();
        if (measure != null && measure.interval() != null) {
            new IntervalBar(measure.observed(), measure.interval(), measure.limit()).writeTo(html);
        }
        slices(rule, html);
        html.close("article");
    }

    /** Slices that were judged, by name; the others as a number, since a few rows with one value may be somebody's. */
    private void slices(RuleReport rule, Html html) {
        if (rule.slices().isEmpty()) {
            return;
        }
        Grid grid = Grid.withFiguresAndARemark(1, "Slice", "Rows", "Groups", "Figure", "95 % from", "to", "Result");
        List<SliceFinding> named =
                rule.slices().stream().filter(slice -> isNamed(slice, rule)).toList();
        named.forEach(slice -> addTo(grid, slice));
        if (!grid.isEmpty()) {
            grid.writeTo(html);
        }
        int others = rule.slices().size() - named.size();
        if (others > 0) {
            html.element("p", Figures.count(others, "further slice") + " not named here: too small to be judged.");
        }
    }

    private boolean isNamed(SliceFinding slice, RuleReport rule) {
        Contract contract = facts.contract();
        Measure measure = slice.measure();
        boolean tellsWhose = contract == null
                || rule.rule()
                        .endsWith(" in each " + contract.training().roles().key())
                || rule.rule()
                        .endsWith(" in each " + contract.training().roles().group());
        return !tellsWhose
                && measure != null
                && slice.p() != null
                && measure.over().rows() >= FEWEST_ROWS;
    }

    private static void addTo(Grid grid, SliceFinding slice) {
        Measure measure = slice.measure();
        if (measure == null) {
            return;
        }
        Interval interval = measure.interval();
        String value = slice.value();
        grid.row(
                value == null ? "(missing)" : value,
                Facts.number(measure.over().rows()),
                Facts.number(measure.over().groups()),
                Figures.of(measure.observed()),
                interval == null ? "–" : Figures.of(interval.low()),
                interval == null ? "–" : Figures.of(interval.high()),
                slice.result().name());
    }

    private static void alarm(AlarmReport alarm, Html html) {
        String accepted = alarm.accepted();
        html.open("article").open("h3");
        html.element("span", accepted == null ? "ALARM" : "ACCEPTED", "class", "badge fail");
        html.text(" " + (alarm.column() == null ? "too good to be true" : alarm.column()))
                .close("h3");
        html.element("p", alarm.explanation());
        html.element("p", accepted == null ? "" : "Accepted, because: " + accepted)
                .close("article");
    }

    private void warnings(Html html) {
        JsonNode warnings = facts.run().report().path("warnings");
        if (warnings.isEmpty()) {
            return;
        }
        html.element("h3", "Warnings of the run").open("ul");
        for (JsonNode warning : warnings) {
            String where = warning.path("where").asText();
            html.element(
                    "li",
                    warning.path("code").asText() + ": " + warning.path("what").asText()
                            + (where.isEmpty() ? "" : ", " + where));
        }
        html.close("ul");
    }
}

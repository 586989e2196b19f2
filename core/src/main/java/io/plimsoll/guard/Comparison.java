package io.plimsoll.guard;

import io.plimsoll.metric.Reading;
import io.plimsoll.metric.ScoredRows;
import io.plimsoll.metric.Task;
import org.jspecify.annotations.Nullable;

/** One rule on the rows that it can be judged on. */
record Comparison(Rule rule, Guardrail guardrail, ScoredRows rows, int dropped) {
    boolean isMeaningful(Reading reading) {
        return reading.isDefined() && reading.leftOutShare() <= guardrail.maxZeroShare();
    }

    Measure measure(Reading own, @Nullable Reading other, double observed, double limit) {
        Double theirs = other == null ? null : (Double) other.value();
        return new Measure(own.value(), theirs, observed, limit, rows.rows(), rows.groups(), dropped);
    }

    Finding conclude(Measure measure, boolean met, String figures) {
        String shortage = shortage();
        if (!shortage.isEmpty()) {
            String explanation = shortage + "; by the point estimate alone, " + figures;
            return new Finding(rule, Result.INCONCLUSIVE, FindingCode.TOO_FEW_GROUPS, met, measure, explanation);
        }
        return new Finding(rule, met ? Result.PASS : Result.FAIL, FindingCode.MEASURED, met, measure, figures);
    }

    Finding notComparable(Reading reading) {
        FindingCode code = reading.isDefined() ? FindingCode.ZERO_TARGETS : FindingCode.of(reading.code());
        return new Finding(rule, Result.NOT_COMPARABLE, code, false, null, Wording.ofUndefined(reading, code));
    }

    Finding sawHoldout() {
        String why = "the opponent was trained on all " + dropped
                + " holdout rows or cannot score them; keep the split of its training, or judge against a number";
        return new Finding(rule, Result.NOT_COMPARABLE, FindingCode.OPPONENT_SAW_HOLDOUT, false, null, why);
    }

    Finding perfectOpponent() {
        String why = "the opponent's " + rule.metric().label()
                + " is 0 or next to it, so that nothing is a percentage of it; state the margin as a number";
        return new Finding(rule, Result.NOT_COMPARABLE, FindingCode.OPPONENT_PERFECT, false, null, why);
    }

    private String shortage() {
        int groups = rows.groups();
        if (groups < guardrail.minGroups()) {
            return Figures.count(groups, "group") + " to judge on, fewer than min_groups " + guardrail.minGroups();
        }
        boolean classes = rule.metric().task() == Task.CLASSIFICATION;
        int rarer = classes ? rows.groupsOfRarerClass() : Integer.MAX_VALUE;
        if (rarer < guardrail.minGroupsOfRarerClass()) {
            return Figures.count(rarer, "group") + " with the rarer class, fewer than min_groups_of_rarer_class "
                    + guardrail.minGroupsOfRarerClass();
        }
        return "";
    }
}

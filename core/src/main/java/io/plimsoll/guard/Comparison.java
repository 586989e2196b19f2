package io.plimsoll.guard;

import io.plimsoll.interval.Estimate;
import io.plimsoll.interval.Interval;
import io.plimsoll.interval.Resampling;
import io.plimsoll.metric.Reading;
import io.plimsoll.metric.Task;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds one rule against figures. */
final class Comparison {
    private final Rule rule;
    private final Guardrail.Needs needs;
    private final Resampling resampling;

    Comparison(Rule rule, Guardrail.Needs needs, Resampling resampling) {
        this.rule = rule;
        this.needs = needs;
        this.resampling = resampling;
    }

    /**
     * What was measured.
     *
     * @param observed what is held against the line
     * @param estimate the same with its uncertainty
     */
    record Weighed(Reading own, @Nullable Reading other, double observed, Optional<Estimate> estimate) {}

    Finding of(Sides sides) {
        Optional<Finding> obstacle = obstacle(sides);
        return obstacle.orElseGet(() -> conclude(weigh(sides), sides));
    }

    /** Why nothing can be measured here; empty if it can. */
    Optional<Finding> obstacle(Sides sides) {
        if (sides.own().rows().rows() == 0 && sides.dropped() > 0) {
            return Optional.of(none(FindingCode.OPPONENT_SAW_HOLDOUT, Wording.ofSeenHoldout(sides.dropped())));
        }
        Reading own = sides.own().read(rule.metric());
        if (!isMeaningful(own)) {
            return Optional.of(undefined(own));
        }
        if (sides.other() == null) {
            return Optional.empty();
        }
        Reading other = sides.other().read(rule.metric());
        if (!isMeaningful(other)) {
            return Optional.of(undefined(other));
        }
        boolean finite = Double.isFinite(observed(own, other)) && !(isRelative() && other.value() <= 0);
        return finite
                ? Optional.empty()
                : Optional.of(none(FindingCode.OPPONENT_PERFECT, Wording.ofPerfectOpponent(rule.metric())));
    }

    /** The figures, where there is no obstacle. */
    Weighed weigh(Sides sides) {
        Reading own = sides.own().read(rule.metric());
        if (sides.other() == null) {
            return new Weighed(own, null, own.value(), resampling.of(sides.own(), rule.metric()));
        }
        Reading other = sides.other().read(rule.metric());
        Optional<Estimate> estimate = sides.paired()
                ? resampling.gain(sides.own(), sides.other(), rule.metric(), isRelative())
                : resampling.unpairedGain(sides.own(), sides.other(), rule.metric(), isRelative());
        return new Weighed(own, other, observed(own, other), estimate);
    }

    Measure measure(Weighed weighed, Sides sides, boolean reliable) {
        Reading other = weighed.other();
        Interval interval = weighed.estimate().map(Estimate::interval).orElse(null);
        Measure.Extent extent =
                new Measure.Extent(sides.own().rows().rows(), sides.own().rows().groups(), sides.dropped());
        Double theirs = other == null ? null : (Double) other.value();
        return new Measure(
                weighed.own().value(),
                theirs,
                weighed.observed(),
                rule.line(),
                interval,
                weighed.estimate().flatMap(Estimate::second).orElse(null),
                reliable && interval != null,
                new Passing(rule, weighed.observed(), theirs, interval).value(),
                extent);
    }

    private Finding conclude(Weighed weighed, Sides sides) {
        String shortage = shortage(sides);
        Measure measure = measure(weighed, sides, shortage.isEmpty());
        boolean met = rule.isMetBy(weighed.observed());
        String figures = new Wording(rule, measure).figures();
        if (!shortage.isEmpty()) {
            String explanation = shortage + "; by the point estimate alone, " + figures;
            return inconclusive(FindingCode.TOO_FEW_GROUPS, new Finding.Judged(met, measure, explanation));
        }
        Interval interval = measure.interval();
        if (interval == null) {
            String explanation = "no interval: " + rule.metric().label()
                    + " has no value on too many resamples of the groups; by the point estimate alone, " + figures;
            return inconclusive(FindingCode.NO_INTERVAL, new Finding.Judged(met, measure, explanation));
        }
        Result result = rule.resultOf(interval);
        FindingCode code = result == Result.INCONCLUSIVE ? FindingCode.WITHIN_INTERVAL : FindingCode.MEASURED;
        String explanation = new Wording(rule, measure).conclusion(result);
        return Finding.overall(rule, result, code, new Finding.Judged(met, measure, explanation));
    }

    private Finding inconclusive(FindingCode code, Finding.Judged judged) {
        return Finding.overall(rule, Result.INCONCLUSIVE, code, judged);
    }

    private boolean isMeaningful(Reading reading) {
        return reading.isDefined() && reading.leftOutShare() <= needs.maxZeroShare();
    }

    private Finding undefined(Reading reading) {
        FindingCode code = reading.isDefined() ? FindingCode.ZERO_TARGETS : FindingCode.of(reading.code());
        return none(code, Wording.ofUndefined(reading, code));
    }

    private Finding none(FindingCode code, String explanation) {
        return Finding.without(rule, Result.NOT_COMPARABLE, code, explanation);
    }

    private boolean isRelative() {
        return rule instanceof Rule.AgainstOpponent against && against.isRelative();
    }

    private double observed(Reading own, Reading other) {
        double gain = rule.metric().gain(own.value(), other.value());
        return isRelative() ? gain / other.value() : gain;
    }

    /** Of what there is too little for a conclusion; empty if there is enough. */
    String shortage(Sides sides) {
        int groups = sides.own().rows().groups();
        if (groups < needs.minGroups()) {
            return Figures.count(groups, "group") + " to judge on, fewer than min_groups " + needs.minGroups();
        }
        boolean classes = rule.metric().task() == Task.CLASSIFICATION;
        int rarer = classes ? sides.own().rows().groupsOfRarerClass() : Integer.MAX_VALUE;
        if (rarer < needs.minGroupsOfRarerClass()) {
            return Figures.count(rarer, "group") + " with the rarer class, fewer than min_groups_of_rarer_class "
                    + needs.minGroupsOfRarerClass();
        }
        return "";
    }
}

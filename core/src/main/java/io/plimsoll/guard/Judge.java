package io.plimsoll.guard;

import io.plimsoll.metric.Metering;
import io.plimsoll.metric.Reading;
import io.plimsoll.metric.ScoredRows;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Holds a candidate against its guardrail. Total: whatever the figures are, every rule comes to exactly one result with a code.
 *
 * <p>Results rest on point estimates where the holdout has enough groups; where it has too few, the result is {@code INCONCLUSIVE} and
 * {@link Decision} settles it.
 */
public final class Judge {
    private final Guardrail guardrail;
    private final Metering candidate;
    private final Function<Opponent, Standing> standings;

    /** @param standings what each opponent predicts for the candidate's rows; asked at most once a rule */
    public Judge(Guardrail guardrail, Metering candidate, Function<Opponent, Standing> standings) {
        this.guardrail = guardrail;
        this.candidate = candidate;
        this.standings = standings;
    }

    public Verdict verdict() {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : guardrail.rules()) {
            if (rule instanceof Rule.AgainstNumber number) {
                findings.add(againstNumber(number));
            } else if (rule instanceof Rule.AgainstOpponent opponent) {
                findings.add(againstOpponent(opponent));
            }
        }
        return Verdict.over(findings);
    }

    private Finding againstNumber(Rule.AgainstNumber rule) {
        Reading reading = candidate.read(rule.metric());
        Comparison comparison = new Comparison(rule, guardrail, candidate.rows(), 0);
        if (!comparison.isMeaningful(reading)) {
            return comparison.notComparable(reading);
        }
        Measure measure = comparison.measure(reading, null, reading.value(), rule.limit());
        return comparison.conclude(measure, rule.isMetBy(reading.value()), Wording.ofNumber(rule, measure));
    }

    private Finding againstOpponent(Rule.AgainstOpponent rule) {
        Standing standing = standings.apply(rule.opponent());
        if (standing instanceof Standing.Absent) {
            String why = "there is no " + rule.opponent().label() + " yet";
            return new Finding(rule, Result.NOT_APPLICABLE, FindingCode.NO_OPPONENT_YET, false, null, why);
        }
        if (standing instanceof Standing.NotComparable no) {
            return new Finding(rule, Result.NOT_COMPARABLE, no.code(), false, null, no.why());
        }
        return onCommonRows(rule, (Standing.Scored) standing);
    }

    private Finding onCommonRows(Rule.AgainstOpponent rule, Standing.Scored opponent) {
        ScoredRows mine = candidate.rows().where(opponent.comparable());
        ScoredRows theirs =
                candidate.rows().withPrediction(opponent.prediction()).where(opponent.comparable());
        Comparison comparison =
                new Comparison(rule, guardrail, mine, candidate.rows().rows() - mine.rows());
        if (mine.rows() == 0 && comparison.dropped() > 0) {
            return comparison.sawHoldout();
        }
        Reading own = on(mine).read(rule.metric());
        Reading other = on(theirs).read(rule.metric());
        if (!comparison.isMeaningful(own) || !comparison.isMeaningful(other)) {
            return comparison.notComparable(own.isDefined() ? other : own);
        }
        double gain = rule.metric().gain(own.value(), other.value());
        boolean relative = rule.margin().unit() == Margin.Unit.FRACTION_OF_OPPONENT;
        if (relative && other.value() <= 0) {
            return comparison.perfectOpponent();
        }
        double observed = relative ? gain / other.value() : gain;
        if (!Double.isFinite(observed)) {
            return comparison.perfectOpponent();
        }
        Measure measure = comparison.measure(own, other, observed, rule.margin().leastGain());
        return comparison.conclude(measure, rule.margin().isMetBy(observed), Wording.ofOpponent(rule, measure));
    }

    private Metering on(ScoredRows rows) {
        return new Metering(rows, candidate.baseline(), candidate.threshold());
    }
}

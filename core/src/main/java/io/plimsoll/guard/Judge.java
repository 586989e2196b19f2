package io.plimsoll.guard;

import io.plimsoll.interval.Resampling;
import io.plimsoll.metric.Metering;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Holds a candidate against its guardrail. Total: whatever the figures are, every rule comes to exactly one result with a code.
 *
 * <p>A rule passes or fails where the whole 95 % interval of its figure is on one side of the line; where the line lies inside, or where there
 * are too few groups for an interval, it is {@code INCONCLUSIVE} and {@link Decision} settles it.
 */
public final class Judge {
    private final Guardrail guardrail;
    private final Metering candidate;
    private final Witness witness;
    private final Resampling resampling;

    /** @param witness asked at most once a rule for an opponent, and once for a slice */
    public Judge(Guardrail guardrail, Metering candidate, Witness witness, Resampling resampling) {
        this.guardrail = guardrail;
        this.candidate = candidate;
        this.witness = witness;
        this.resampling = resampling;
    }

    /** @param alarms what looks too good to be true */
    public Verdict verdict(List<Alarm> alarms) {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : guardrail.rules()) {
            findings.add(
                    rule instanceof Rule.AgainstOpponent against
                            ? againstOpponent(against)
                            : on(rule, Sides.alone(candidate)));
        }
        return Verdict.over(findings, alarms.stream().map(this::answered).toList());
    }

    private Finding againstOpponent(Rule.AgainstOpponent rule) {
        Standing standing = witness.standing(rule.opponent());
        if (standing instanceof Standing.Absent) {
            String why = "there is no " + rule.opponent().label() + " yet";
            return Finding.without(rule, Result.NOT_APPLICABLE, FindingCode.NO_OPPONENT_YET, why);
        }
        if (standing instanceof Standing.NotComparable no) {
            return Finding.without(rule, Result.NOT_COMPARABLE, no.code(), no.why());
        }
        if (standing instanceof Standing.Unpaired unpaired) {
            return on(rule, Sides.unpaired(candidate, unpaired.rows()));
        }
        Standing.Scored scored = (Standing.Scored) standing;
        return on(rule, Sides.against(candidate, scored), scored.comparable());
    }

    private Finding on(Rule rule, Sides sides) {
        boolean[] all = new boolean[candidate.rows().rows()];
        Arrays.fill(all, true);
        return on(rule, sides, all);
    }

    /** @param kept the candidate's rows that {@code sides} are of */
    private Finding on(Rule rule, Sides sides, boolean[] kept) {
        Comparison comparison = new Comparison(rule, guardrail.needs(), resampling);
        Slice slice = rule.slice();
        if (slice == null) {
            return comparison.of(sides);
        }
        return witness.values(slice.column())
                .map(values -> new SlicedRule(rule, slice, comparison).of(sides, picked(values, kept)))
                .orElseGet(() -> Finding.without(
                        rule,
                        Result.NOT_COMPARABLE,
                        FindingCode.SLICE_UNKNOWN,
                        "the rows were kept without '" + slice.column() + "'; train again to judge this rule"));
    }

    private static @Nullable String[] picked(@Nullable String[] values, boolean[] kept) {
        return IntStream.range(0, values.length)
                .filter(row -> kept[row])
                .mapToObj(row -> values[row])
                .toArray(String[]::new);
    }

    private Alarm answered(Alarm alarm) {
        return guardrail.accepted().stream()
                .filter(acceptance -> acceptance.isAbout(alarm))
                .findFirst()
                .map(acceptance -> alarm.acceptedFor(acceptance.reason()))
                .orElse(alarm);
    }
}

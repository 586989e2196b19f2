package io.plimsoll.actuals;

import io.plimsoll.actuals.LineFinding.Side;
import io.plimsoll.evaluate.Bench;
import io.plimsoll.guard.Finding;
import io.plimsoll.guard.FindingCode;
import io.plimsoll.guard.Guardrail;
import io.plimsoll.guard.Judge;
import io.plimsoll.guard.Opponent;
import io.plimsoll.guard.Rule;
import io.plimsoll.guard.Standing;
import io.plimsoll.guard.Witness;
import io.plimsoll.metric.Metering;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds a champion in use against those rules of its guardrail that are a number. */
public final class LiveLine {
    private final Guardrail guardrail;
    private final Metering live;

    /** @param live what it predicted, with what really happened */
    public LiveLine(Guardrail guardrail, Metering live) {
        this.guardrail = guardrail;
        this.live = live;
    }

    /** One for each rule, in their order. */
    public List<LineFinding> findings() {
        return guardrail.rules().stream().map(this::finding).toList();
    }

    private LineFinding finding(Rule rule) {
        if (rule instanceof Rule.AgainstOpponent against) {
            return notJudged(
                    rule,
                    "it compares with " + against.opponent().label()
                            + ", which is done on the holdout of a training run");
        }
        if (rule.slice() != null) {
            return notJudged(rule, "it is judged by slices, which is done on the holdout of a training run");
        }
        Guardrail alone = new Guardrail(List.of(rule), guardrail.needs(), guardrail.suspicious(), List.of());
        Finding found = new Judge(alone, live, new Nobody(), Bench.RESAMPLING)
                .verdict(List.of())
                .findings()
                .get(0);
        return switch (found.result()) {
            case PASS -> judged(found, Side.HELD);
            case FAIL -> judged(found, Side.CROSSED);
            case INCONCLUSIVE -> judged(found, found.estimateMeets() ? Side.HELD : Side.IN_DOUBT);
            case NOT_COMPARABLE, NOT_APPLICABLE -> notJudged(rule, why(rule, found.code()));
        };
    }

    private static LineFinding judged(Finding found, Side side) {
        return new LineFinding(found.rule().sentence(), side, found.measure(), found.explanation());
    }

    private static LineFinding notJudged(Rule rule, String why) {
        return new LineFinding(rule.sentence(), Side.NOT_JUDGED, null, why);
    }

    private static String why(Rule rule, FindingCode code) {
        String metric = rule.metric().label();
        return switch (code) {
            case NO_ROWS -> "of no row that the champion predicted is it known what happened";
            case ONE_CLASS -> metric + " needs both classes, and the rows are all of one";
            case ZERO_TARGETS -> metric + " has no value where the target is 0, and too many rows are so";
            default -> metric + " has no value on these rows";
        };
    }

    /** There are no opponents and no slices here. */
    private static final class Nobody implements Witness {
        @Override
        public Standing standing(Opponent opponent) {
            return new Standing.Absent();
        }

        @Override
        public Optional<@Nullable String[]> values(String column) {
            return Optional.empty();
        }
    }
}

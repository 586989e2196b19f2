package io.plimsoll.guard;

import java.util.List;

/**
 * Whether a candidate may be registered.
 *
 * @param decidedBy what settled it
 * @param reason one sentence
 */
public record Decision(Kind kind, DecidedBy decidedBy, String reason) {
    /** The two ends. */
    public enum Kind {
        REGISTER,
        REFUSE
    }

    /** The verdict itself, or what stands in where it is inconclusive. */
    public enum DecidedBy {
        VERDICT,
        ESTIMATE,
        SETTING
    }

    /** Only an inconclusive verdict leaves anything to settle; each inconclusive rule is settled by its own setting. */
    public static Decision on(Verdict verdict) {
        for (Alarm alarm : verdict.alarms()) {
            if (!alarm.isLifted()) {
                return new Decision(Kind.REFUSE, DecidedBy.VERDICT, alarm.explanation());
            }
        }
        if (!verdict.isApplicable()) {
            return new Decision(
                    Kind.REFUSE,
                    DecidedBy.VERDICT,
                    "no rule of the guardrail applies to this model yet; add"
                            + " one against a number, such as {metric: …, at_least: …}, or against a naive model");
        }
        return switch (verdict.result()) {
            case PASS -> new Decision(Kind.REGISTER, DecidedBy.VERDICT, "every rule that applies is met");
            case INCONCLUSIVE -> settle(with(verdict, Result.INCONCLUSIVE));
            case FAIL, NOT_COMPARABLE, NOT_APPLICABLE ->
                new Decision(
                        Kind.REFUSE,
                        DecidedBy.VERDICT,
                        with(verdict, verdict.result()).get(0).explanation());
        };
    }

    private static Decision settle(List<Finding> open) {
        for (Finding finding : open) {
            WhenInconclusive setting = finding.rule().whenInconclusive();
            if (setting == WhenInconclusive.REFUSE) {
                return new Decision(Kind.REFUSE, DecidedBy.SETTING, finding.explanation());
            }
            if (setting == WhenInconclusive.ESTIMATE && !finding.estimateMeets()) {
                return new Decision(Kind.REFUSE, DecidedBy.ESTIMATE, finding.explanation());
            }
        }
        boolean bySetting = open.stream().allMatch(f -> f.rule().whenInconclusive() == WhenInconclusive.REGISTER);
        return bySetting
                ? new Decision(Kind.REGISTER, DecidedBy.SETTING, "inconclusive, and when_inconclusive says register")
                : new Decision(
                        Kind.REGISTER, DecidedBy.ESTIMATE, "inconclusive, and the point estimates meet their lines");
    }

    private static List<Finding> with(Verdict verdict, Result result) {
        return verdict.findings().stream().filter(f -> f.result() == result).toList();
    }
}

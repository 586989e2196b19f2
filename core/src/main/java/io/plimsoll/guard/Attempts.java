package io.plimsoll.guard;

/**
 * How often a holdout has been asked. Each candidate is another chance to pass by luck.
 *
 * @param candidates different models of this name that this holdout has judged, this one included
 * @param falseAcceptRate the chance that at least one of so many candidates that are just not good enough would have passed a rule by luck, if
 *     each is as likely to as this one was
 */
public record Attempts(int candidates, double falseAcceptRate) {
    /** A one-sided error of the 95 % interval. */
    private static final double BY_INTERVAL = 0.025;

    /** A point estimate falls on either side of the truth alike. */
    private static final double BY_ESTIMATE = 0.5;

    public static Attempts of(int candidates, Decision decision) {
        double each = decision.decidedBy() == Decision.DecidedBy.VERDICT ? BY_INTERVAL : BY_ESTIMATE;
        return new Attempts(candidates, 1 - StrictMath.pow(1 - each, candidates));
    }
}

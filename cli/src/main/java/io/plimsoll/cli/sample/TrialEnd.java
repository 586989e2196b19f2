package io.plimsoll.cli.sample;

import java.util.Map;

/**
 * What the registry says of how a trial went. A logistic model draws whether it is withdrawn before anybody enrols;
 * otherwise it ends after a lognormal number of months, if that is before the registry was copied.
 *
 * @param months from start to completion; 0 when not known
 * @param participants of the whole trial; when not reported, what they would have been
 */
record TrialEnd(String status, boolean withdrawn, int months, long participants, boolean reported) {
    private static final Map<String, Double> WITHDRAWAL_BY_PHASE =
            Map.of("P1", -1.0, "P1/2", 1.2, "P2", 0.2, "P2/3", -0.4, "P3", -1.6, "P4", 1.2);
    private static final Map<String, Double> WITHDRAWAL_BY_SPONSOR =
            Map.of("INDUSTRY", -0.6, "OTHER", 1.3, "NIH", -1.8, "NETWORK", 0.0);
    private static final Map<String, Double> LENGTH_BY_PHASE =
            Map.of("P1", -0.3, "P1/2", -0.1, "P2", 0.0, "P2/3", 0.2, "P3", 0.4, "P4", -0.2);
    private static final Choices<String> UNDER_WAY =
            Choices.of(66, "RECRUITING").or(32, "ACTIVE_NOT_RECRUITING").or(2, "SUSPENDED");
    private static final double USUAL_MONTHS = 60;
    private static final double LENGTH_SPREAD = 0.55;
    private static final double ENROLLMENT_SPREAD = 0.65;
    private static final double REPORTED_SHARE = 0.66;
    private static final double MONTHS_KNOWN_SHARE = 0.96;
    private static final int FIRST_MONTHS = 6;

    static TrialEnd drawn(Trial trial, Draws draws) {
        boolean withdrawn = draws.chance(1 / (1 + StrictMath.exp(-withdrawal(trial, draws))));
        long participants = EnrollmentModel.someParticipants(trial, ENROLLMENT_SPREAD, draws);
        int months = months(trial.design(), draws);
        boolean reported = draws.chance(REPORTED_SHARE);
        boolean monthsKnown = draws.chance(MONTHS_KNOWN_SHARE);
        String underWay = UNDER_WAY.drawn(draws);
        if (withdrawn) {
            return new TrialEnd("WITHDRAWN", true, 0, 0, true);
        }
        long age = trial.copy().monthsSince(trial.start());
        if (months > age) {
            return new TrialEnd(age < FIRST_MONTHS ? "NOT_YET_RECRUITING" : underWay, false, 0, participants, false);
        }
        return new TrialEnd("COMPLETED", false, monthsKnown ? months : 0, participants, reported);
    }

    private static double withdrawal(Trial trial, Draws draws) {
        TrialDesign design = trial.design();
        return -4.4
                + draws.normal(0, 0.3)
                + WITHDRAWAL_BY_PHASE.getOrDefault(design.phase(), 0.6)
                + WITHDRAWAL_BY_SPONSOR.getOrDefault(design.sponsorClass(), 0.0)
                + (design.randomized() ? -1.2 : 0.3);
    }

    private static int months(TrialDesign design, Draws draws) {
        double median = USUAL_MONTHS
                * StrictMath.exp(LENGTH_BY_PHASE.getOrDefault(design.phase(), 0.0) + (design.industry() ? -0.3 : 0.1));
        return (int) StrictMath.max(1, StrictMath.round(draws.lognormal(median, LENGTH_SPREAD)));
    }
}

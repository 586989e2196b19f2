package io.plimsoll.cli.sample;

import java.util.Map;

/**
 * How many people a trial enrols: lognormal per site around a median that depends on the design and the countries, with
 * a few trials far above it and a few that never enrol anybody.
 */
final class EnrollmentModel {
    private static final Map<String, Double> BY_PHASE =
            Map.of("P1", -0.4, "P1/2", 0.0, "P2", 0.0, "P2/3", 0.4, "P3", 0.7, "P4", 1.1);
    private static final Map<String, Double> BY_SPONSOR =
            Map.of("INDUSTRY", -0.6, "OTHER", 0.5, "NIH", 0.9, "NETWORK", -0.3);
    private static final double NOBODY_SHARE = 0.03;
    private static final double FAR_ABOVE_SHARE = 0.02;
    private static final double SPREAD = 0.6;
    private static final long FEWEST_PLANNED = 20;

    private EnrollmentModel() {}

    /**
     * @param participants of the whole trial
     * @param reported false while the trial is too young to have reported them
     */
    record Enrollment(long participants, boolean reported, long planned, boolean planShown) {}

    static Enrollment drawn(Trial trial, Draws draws) {
        long participants = participants(trial, draws);
        boolean reported = draws.chance(reportedShare(trial.startYear()));
        long planned = planned(participants, draws);
        boolean planShown = draws.chance(trial.startYear() < 2015 ? 0.2 : 0.6);
        return new Enrollment(participants, reported, planned, planShown);
    }

    /** What the protocol planned, in tens: rather more than came. */
    static long planned(long participants, Draws draws) {
        double plan = draws.lognormal(1.1 * StrictMath.max(FEWEST_PLANNED, participants), 0.3);
        return 10 * StrictMath.round(plan / 10);
    }

    private static long participants(Trial trial, Draws draws) {
        return draws.chance(NOBODY_SHARE) ? 0 : someParticipants(trial, SPREAD, draws);
    }

    /**
     * Of a trial that enrols anybody, at least 1.
     *
     * @param spread standard deviation of the logarithm
     */
    static long someParticipants(Trial trial, double spread, Draws draws) {
        double perSite = draws.lognormal(StrictMath.exp(logarithm(trial)), spread);
        double factor = draws.chance(FAR_ABOVE_SHARE) ? draws.lognormal(4, 0.4) : 1;
        return StrictMath.max(
                1, StrictMath.round(perSite * factor * trial.sites().size()));
    }

    private static double logarithm(Trial trial) {
        TrialDesign design = trial.design();
        double countries = trial.sites().stream()
                .mapToDouble(site -> site.city().country().traits().enrollment())
                .average()
                .orElse(0);
        return 1.5
                + BY_PHASE.getOrDefault(design.phase(), 0.5)
                + BY_SPONSOR.getOrDefault(design.sponsorClass(), 0.0)
                + (design.randomized() ? 0.4 : 0.0)
                + 0.15 * (StrictMath.max(1, design.arms()) - 2)
                - 0.03 * (trial.startYear() - 2012)
                + countries;
    }

    private static double reportedShare(int startYear) {
        if (startYear <= 2018) {
            return 0.93;
        }
        if (startYear <= 2022) {
            return 0.75;
        }
        return startYear == 2023 ? 0.2 : 0;
    }
}

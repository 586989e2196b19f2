package io.plimsoll.cli.sample;

import java.util.Map;

/**
 * How the status of a site comes about. Two logistic models, each with an effect of the trial that no column shows:
 * whether the site has opened, and, if it has, whether it stayed idle until it was withdrawn.
 */
final class StatusModel {
    private static final Map<String, Double> OPENING_BY_PHASE =
            Map.of("P1", 0.7, "P1/2", 0.3, "P2", 0.0, "P2/3", -0.3, "P3", -0.4, "P4", -0.9);
    private static final Map<String, Double> OPENING_BY_SPONSOR =
            Map.of("INDUSTRY", 0.7, "OTHER", -0.4, "NIH", 0.9, "NETWORK", 0.0);
    private static final Map<Integer, Double> OPENING_BY_YEAR = Map.of(2026, -2.6, 2025, -1.7, 2024, -0.8, 2023, -0.2);
    private static final Map<String, Double> IDLING_BY_PHASE =
            Map.of("P1", -0.8, "P1/2", -0.4, "P2", 0.3, "P2/3", 0.0, "P3", 0.5, "P4", -0.3);
    private static final double USUAL_AT_FACILITY = 1.4;
    private static final double USUAL_IN_CITY = 3.3;
    private static final double SUSPENDED_SHARE = 0.005;
    private static final double CLOSED_SHARE_PER_YEAR = 0.03;
    private static final int PRESENT = 2026;

    private final Trial trial;
    private final Draws draws;
    private final double openingOfTrial;
    private final double idlingOfTrial;

    StatusModel(Trial trial, Draws draws) {
        this.trial = trial;
        this.draws = draws;
        this.openingOfTrial = draws.normal(0, 0.5);
        this.idlingOfTrial = draws.normal(0, 0.4);
    }

    /** The share of trials whose registry entry tells the status of its sites: those that may still change it. */
    static double knownShare(int startYear) {
        if (startYear < 2010) {
            return 0.02;
        }
        if (startYear < 2015) {
            return 0.4;
        }
        return startYear < 2022 ? 0.85 : 0.97;
    }

    SiteStatus drawn(Site site) {
        if (!draws.chance(logistic(opening(site)))) {
            return SiteStatus.NOT_YET_RECRUITING;
        }
        if (draws.chance(SUSPENDED_SHARE)) {
            return SiteStatus.SUSPENDED;
        }
        return draws.chance(logistic(idling(site))) ? SiteStatus.WITHDRAWN : opened();
    }

    private SiteStatus opened() {
        if (!draws.chance(CLOSED_SHARE_PER_YEAR * (PRESENT - trial.startYear()))) {
            return SiteStatus.RECRUITING;
        }
        return draws.chance(0.5) ? SiteStatus.ACTIVE_NOT_RECRUITING : SiteStatus.COMPLETED;
    }

    private double opening(Site site) {
        TrialDesign design = trial.design();
        return 1.3
                + openingOfTrial
                + 0.4 * moreAtFacility(site)
                + 0.2 * moreInCity(site)
                + site.city().country().traits().activation()
                + OPENING_BY_PHASE.getOrDefault(design.phase(), 0.2)
                + OPENING_BY_SPONSOR.getOrDefault(design.sponsorClass(), 0.0)
                + OPENING_BY_YEAR.getOrDefault(trial.startYear(), 0.5)
                - 0.12 * StrictMath.max(0, design.arms() - 2);
    }

    private double idling(Site site) {
        TrialDesign design = trial.design();
        return -2.25
                + idlingOfTrial
                - 0.7 * moreAtFacility(site)
                - 0.1 * moreInCity(site)
                + site.city().country().traits().nonenrollment()
                + IDLING_BY_PHASE.getOrDefault(design.phase(), 0.0)
                + (design.randomized() ? 0.5 : -0.2)
                + (design.industry() ? -0.3 : 0.3);
    }

    private static double moreAtFacility(Site site) {
        return StrictMath.log1p(site.experience().atFacility()) - USUAL_AT_FACILITY;
    }

    private static double moreInCity(Site site) {
        return StrictMath.log1p(site.experience().inCity()) - USUAL_IN_CITY;
    }

    private static double logistic(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }
}

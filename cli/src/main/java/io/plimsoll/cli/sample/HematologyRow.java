package io.plimsoll.cli.sample;

import java.util.List;
import java.util.Map;

/** The one row of a trial, with the blanks that a registry leaves. */
final class HematologyRow {
    static final List<String> COLUMNS = List.of(
            "trial_id",
            "source",
            "snapshot",
            "overall_status",
            "study_type",
            "phase",
            "allocation",
            "intervention_model",
            "masking",
            "primary_purpose",
            "sponsor_class",
            "has_drug",
            "has_biological",
            "has_radiation",
            "has_procedure",
            "n_interventions",
            "n_arms",
            "n_collaborators",
            "dmc",
            "fda_drug",
            "sex",
            "min_age_years",
            "max_age_years",
            "healthy_volunteers",
            "criteria_chars",
            "n_primary_outcomes",
            "n_secondary_outcomes",
            "start_year",
            "registered_minus_start_months",
            "n_sites",
            "n_countries",
            "share_us_sites",
            "planned_enrollment",
            "ACTUAL_ENROLLMENT",
            "ENROLLMENT_PER_SITE",
            "ENROLLMENT_PER_SITE_MONTH",
            "DURATION_MONTHS",
            "NONENROLLMENT");

    private static final List<String> UNKNOWN_TO_THE_OLDEST_COPY = List.of(
            "n_arms",
            "dmc",
            "fda_drug",
            "healthy_volunteers",
            "criteria_chars",
            "n_primary_outcomes",
            "n_secondary_outcomes");
    private static final List<String> OF_THE_START = List.of("start_year", "registered_minus_start_months");
    private static final List<String> OF_THE_SITES = List.of("n_sites", "n_countries", "share_us_sites");
    private static final double PLAN_SHOWN_SHARE = 0.73;
    private static final int RATE_DIGITS = 4;

    private final Trial trial;
    private final TrialEnd end;
    private final long seed;

    HematologyRow(Trial trial, long seed) {
        this.trial = trial;
        this.end = TrialEnd.drawn(trial, Draws.of(seed, "end", trial.number()));
        this.seed = seed;
    }

    Map<String, String> cells() {
        Map<String, String> row = TrialColumns.of(trial);
        row.putAll(new Paperwork(trial.design(), trial.startYear(), draws("paperwork")).drawn());
        Draws gaps = draws("gaps");
        blankWhatTheCopyLacks(row, gaps);
        boolean startKnown = !gaps.chance(end.withdrawn() ? 0.15 : 0.01);
        boolean sitesKnown = !gaps.chance(end.withdrawn() ? 0.4 : 0.05);
        blankUnless(startKnown, OF_THE_START, row);
        blankUnless(sitesKnown, OF_THE_SITES, row);
        row.put("overall_status", end.status());
        row.put("planned_enrollment", planned());
        putTargets(row, sitesKnown, startKnown);
        return row;
    }

    /** The middle copy tells some things of few trials only. */
    private void blankWhatTheCopyLacks(Map<String, String> row, Draws gaps) {
        blankUnless(trial.copy() != RegistryCopy.OF_2018, UNKNOWN_TO_THE_OLDEST_COPY, row);
        boolean newest = trial.copy() == RegistryCopy.OF_2026;
        blankUnless(newest || gaps.chance(0.45), List.of("n_arms"), row);
        blankUnless(newest || gaps.chance(0.6), List.of("dmc"), row);
        blankUnless(newest || gaps.chance(0.4), List.of("fda_drug"), row);
    }

    private static void blankUnless(boolean known, List<String> columns, Map<String, String> row) {
        if (!known) {
            columns.forEach(column -> row.put(column, ""));
        }
    }

    /** Registries put the participants that came in the place of those that were planned. */
    private String planned() {
        Draws draws = draws("plan");
        long planned = EnrollmentModel.planned(end.participants(), draws);
        return !end.reported() && draws.chance(PLAN_SHOWN_SHARE) ? Long.toString(planned) : "";
    }

    private void putTargets(Map<String, String> row, boolean sitesKnown, boolean startKnown) {
        boolean perSite = end.reported() && sitesKnown;
        boolean months = end.months() > 0 && startKnown;
        double rate = end.participants() / (double) trial.sites().size() / StrictMath.max(1, end.months());
        row.put("ACTUAL_ENROLLMENT", end.reported() ? Long.toString(end.participants()) : "");
        row.put("ENROLLMENT_PER_SITE", perSite ? TrialColumns.perSite(trial, end.participants()) : "");
        row.put("ENROLLMENT_PER_SITE_MONTH", perSite && months ? TrialColumns.decimal(rate, RATE_DIGITS) : "");
        row.put("DURATION_MONTHS", months ? Integer.toString(end.months()) : "");
        row.put("NONENROLLMENT", end.reported() ? end.withdrawn() ? "1" : "0" : "");
    }

    private Draws draws(String purpose) {
        return Draws.of(seed, purpose, trial.number());
    }
}

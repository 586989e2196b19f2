package io.plimsoll.cli.sample;

import java.util.HashMap;
import java.util.Map;

/** The columns that describe a trial's protocol and registration and on which nothing in the sample depends. */
final class Paperwork {
    private static final Choices<String> PURPOSES = Choices.of(84, "TREATMENT")
            .or(4, "PREVENTION")
            .or(6, "SUPPORTIVE_CARE")
            .or(3, "DIAGNOSTIC")
            .or(1, "SCREENING")
            .or(2, "BASIC_SCIENCE");
    private static final Choices<String> MANY_ARMS_MODELS =
            Choices.of(78, "PARALLEL").or(18, "SEQUENTIAL").or(2, "CROSSOVER").or(2, "FACTORIAL");
    private static final Choices<String> RANDOMIZED_MASKINGS = Choices.of(58, "NONE")
            .or(20, "QUADRUPLE")
            .or(14, "TRIPLE")
            .or(7, "DOUBLE")
            .or(1, "SINGLE");
    private static final Choices<String> LEAST_AGES =
            Choices.of(84, "18").or(3, "20").or(4, "40").or(3, "50").or(1, "65").or(5, "");
    private static final Choices<String> GREATEST_AGES = Choices.of(12, "75")
            .or(8, "80")
            .or(4, "70")
            .or(3, "85")
            .or(3, "120")
            .or(70, "");

    private final TrialDesign design;
    private final int startYear;
    private final Draws draws;

    Paperwork(TrialDesign design, int startYear, Draws draws) {
        this.design = design;
        this.startYear = startYear;
        this.draws = draws;
    }

    /** Column to content, for all rows of the trial. */
    Map<String, String> drawn() {
        Map<String, String> columns = new HashMap<>();
        putDesign(columns);
        putInterventions(columns);
        putOversight(columns);
        putEligibility(columns);
        putSize(columns);
        return columns;
    }

    private void putDesign(Map<String, String> columns) {
        boolean interventional = design.interventional();
        boolean recorded = interventional && draws.chance(startYear < 2003 ? 0.55 : 0.96);
        columns.put("study_type", interventional ? "INTERVENTIONAL" : "OBSERVATIONAL");
        columns.put("phase", design.phase());
        columns.put("allocation", design.allocation());
        columns.put("intervention_model", recorded ? model() : "");
        columns.put("masking", recorded ? masking() : "");
        columns.put("primary_purpose", interventional ? PURPOSES.drawn(draws) : "");
        columns.put("sponsor_class", design.sponsorClass());
        columns.put("n_arms", design.arms() == 0 ? "" : Integer.toString(design.arms()));
    }

    private String model() {
        return design.arms() == 1 ? "SINGLE_GROUP" : MANY_ARMS_MODELS.drawn(draws);
    }

    private String masking() {
        return design.randomized() ? RANDOMIZED_MASKINGS.drawn(draws) : "NONE";
    }

    private void putInterventions(Map<String, String> columns) {
        columns.put("has_drug", flag(design.interventional() ? 0.82 : 0.3));
        columns.put("has_biological", flag(design.industry() ? 0.35 : 0.15));
        columns.put("has_radiation", flag(design.industry() ? 0.03 : 0.25));
        columns.put("has_procedure", flag(design.industry() ? 0.05 : 0.2));
        columns.put("n_interventions", count(StrictMath.max(1, design.arms()) * 0.6 + 0.8));
        columns.put("n_collaborators", count(design.industry() ? 0.4 : 1.1));
    }

    private void putOversight(Map<String, String> columns) {
        columns.put("dmc", draws.chance(startYear < 2005 ? 0.7 : 0.15) ? "" : yesNo(0.5));
        columns.put("fda_drug", startYear < 2016 || draws.chance(0.05) ? "" : yesNo(design.industry() ? 0.8 : 0.3));
        columns.put("healthy_volunteers", draws.chance(0.015) ? "" : yesNo(0.02));
    }

    private void putEligibility(Map<String, String> columns) {
        columns.put("sex", draws.chance(0.01) ? "FEMALE" : "ALL");
        columns.put("min_age_years", LEAST_AGES.drawn(draws));
        columns.put("max_age_years", GREATEST_AGES.drawn(draws));
        columns.put("criteria_chars", blankOr(0.01, (int) draws.lognormal(startYear < 2005 ? 1700 : 2600, 0.7)));
    }

    private void putSize(Map<String, String> columns) {
        boolean old = startYear < 2003;
        columns.put("n_primary_outcomes", old ? "0" : Integer.toString(1 + draws.poisson(0.6)));
        columns.put("n_secondary_outcomes", old ? "0" : Integer.toString((int) draws.lognormal(5, 0.9)));
        columns.put("registered_minus_start_months", Integer.toString(old ? lateness(0.5, 25) : lateness(0.2, 6)));
    }

    /** Months from the start of a trial to its registration, which most trials have before they start. */
    private int lateness(double lateShare, double usually) {
        return draws.chance(lateShare) ? (int) draws.lognormal(usually, 0.9) : -draws.poisson(1.5);
    }

    private String flag(double probability) {
        return draws.chance(probability) ? "1" : "0";
    }

    private String yesNo(double yes) {
        return draws.chance(yes) ? "Y" : "N";
    }

    private String count(double mean) {
        return Integer.toString(draws.poisson(mean));
    }

    private String blankOr(double blank, int value) {
        return draws.chance(blank) ? "" : Integer.toString(value);
    }
}

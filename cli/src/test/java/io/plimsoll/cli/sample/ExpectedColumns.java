package io.plimsoll.cli.sample;

import java.util.List;

/** The columns of the tables that the samples stand for, in their order. */
final class ExpectedColumns {
    static final List<String> OF_SITES = names("""
            site_row_id trial_id indication site_id facility city state country lat lon prior_trials_facility
            prior_trials_city sites_same_country sites_same_city facility_name_masked months_since_start source
            snapshot study_type phase allocation intervention_model masking primary_purpose sponsor_class
            has_drug has_biological has_radiation has_procedure n_interventions n_arms n_collaborators dmc
            fda_drug sex min_age_years max_age_years healthy_volunteers criteria_chars n_primary_outcomes
            n_secondary_outcomes start_year registered_minus_start_months n_sites n_countries share_us_sites
            planned_enrollment site_status ACTIVATION NONENROLLMENT TRIAL_MEAN_ENROLLMENT
            """);

    static final List<String> OF_TRIALS = names("""
            trial_id source snapshot overall_status study_type phase allocation intervention_model masking
            primary_purpose sponsor_class has_drug has_biological has_radiation has_procedure n_interventions n_arms
            n_collaborators dmc fda_drug sex min_age_years max_age_years healthy_volunteers criteria_chars
            n_primary_outcomes n_secondary_outcomes start_year registered_minus_start_months n_sites n_countries
            share_us_sites planned_enrollment ACTUAL_ENROLLMENT ENROLLMENT_PER_SITE ENROLLMENT_PER_SITE_MONTH
            DURATION_MONTHS NONENROLLMENT
            """);

    private ExpectedColumns() {}

    private static List<String> names(String lines) {
        return List.of(lines.strip().split("\\s+"));
    }
}

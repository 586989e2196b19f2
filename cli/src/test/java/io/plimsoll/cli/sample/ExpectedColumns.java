package io.plimsoll.cli.sample;

import java.util.List;

/** The columns of the table of lung-cancer sites that the sample stands for, in its order. */
final class ExpectedColumns {
    static final List<String> NAMES = """
            site_row_id trial_id indication site_id facility city state country lat lon prior_trials_facility
            prior_trials_city sites_same_country sites_same_city facility_name_masked months_since_start source
            snapshot study_type phase allocation intervention_model masking primary_purpose sponsor_class
            has_drug has_biological has_radiation has_procedure n_interventions n_arms n_collaborators dmc
            fda_drug sex min_age_years max_age_years healthy_volunteers criteria_chars n_primary_outcomes
            n_secondary_outcomes start_year registered_minus_start_months n_sites n_countries share_us_sites
            planned_enrollment site_status ACTIVATION NONENROLLMENT TRIAL_MEAN_ENROLLMENT
            """.strip()
            .lines()
            .flatMap(line -> List.of(line.split(" ")).stream())
            .toList();

    private ExpectedColumns() {}
}

package io.plimsoll.cli.sample;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of one trial, one for each site. */
final class TrialRows {
    static final List<String> COLUMNS = List.of(
            "site_row_id",
            "trial_id",
            "indication",
            "site_id",
            "facility",
            "city",
            "state",
            "country",
            "lat",
            "lon",
            "prior_trials_facility",
            "prior_trials_city",
            "sites_same_country",
            "sites_same_city",
            "facility_name_masked",
            "months_since_start",
            "source",
            "snapshot",
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
            "site_status",
            "ACTIVATION",
            "NONENROLLMENT",
            "TRIAL_MEAN_ENROLLMENT");

    private static final double STATUS_SHOWN_SHARE = 0.98;
    private static final double BOTH_SHARE = 0.015;
    private static final int DEGREE_DIGITS = 4;

    private final Trial trial;
    private final long seed;

    TrialRows(Trial trial, long seed) {
        this.trial = trial;
        this.seed = seed;
    }

    void writeTo(CsvTable table) throws IOException {
        Map<String, String> shared = trialColumns();
        Draws draws = draws("status");
        boolean known = draws.chance(StatusModel.knownShare(trial.startYear()));
        StatusModel model = new StatusModel(trial, draws);
        for (Site site : trial.sites()) {
            boolean shown = known && draws.chance(STATUS_SHOWN_SHARE);
            Map<String, String> row = new HashMap<>(shared);
            putPlace(row, site);
            putCounts(row, site);
            putStatus(row, shown ? model.drawn(site) : SiteStatus.UNKNOWN);
            table.append(row);
        }
    }

    private Map<String, String> trialColumns() {
        Map<String, String> columns = TrialColumns.of(trial);
        columns.put("months_since_start", Long.toString(trial.copy().monthsSince(trial.start())));
        Draws paperwork = draws("paperwork");
        columns.put("indication", paperwork.chance(BOTH_SHARE) ? "both" : "lung");
        columns.putAll(new Paperwork(trial.design(), trial.startYear(), paperwork).drawn());
        putEnrollment(columns);
        return columns;
    }

    private void putEnrollment(Map<String, String> columns) {
        EnrollmentModel.Enrollment enrollment = EnrollmentModel.drawn(trial, draws("enrollment"));
        columns.put("planned_enrollment", enrollment.planShown() ? Long.toString(enrollment.planned()) : "");
        columns.put(
                "TRIAL_MEAN_ENROLLMENT",
                enrollment.reported() ? TrialColumns.perSite(trial, enrollment.participants()) : "");
    }

    private void putPlace(Map<String, String> row, Site site) {
        City city = site.city();
        boolean positions = trial.copy().hasPositions();
        row.put("site_row_id", trial.id() + "-" + site.id() + "-" + site.occurrence());
        row.put("site_id", site.id());
        row.put("facility", site.facility());
        row.put("facility_name_masked", site.facility().isEmpty() ? "" : site.masked() ? "1" : "0");
        row.put("city", city.name());
        row.put("state", city.region());
        row.put("country", city.country().name());
        row.put("lat", positions ? TrialColumns.decimal(city.spot().latitude(), DEGREE_DIGITS) : "");
        row.put("lon", positions ? TrialColumns.decimal(city.spot().longitude(), DEGREE_DIGITS) : "");
    }

    private void putCounts(Map<String, String> row, Site site) {
        row.put("prior_trials_facility", Integer.toString(site.experience().atFacility()));
        row.put("prior_trials_city", Integer.toString(site.experience().inCity()));
        row.put(
                "sites_same_country",
                Long.toString(trial.sitesIn(site.city().country().name())));
        row.put("sites_same_city", Long.toString(trial.sitesIn(site.city())));
    }

    private static void putStatus(Map<String, String> row, SiteStatus status) {
        row.put("site_status", status.text());
        row.put("ACTIVATION", status.activation());
        row.put("NONENROLLMENT", status.nonenrollment());
    }

    private Draws draws(String purpose) {
        return Draws.of(seed, purpose, trial.number());
    }
}

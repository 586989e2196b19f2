package io.plimsoll.cli.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/** What every table of the sample says of a trial, and how it writes numbers. */
final class TrialColumns {
    static final int SHARE_DIGITS = 3;

    private TrialColumns() {}

    /** Column to content: name, start, registry copy and size. */
    static Map<String, String> of(Trial trial) {
        Map<String, String> columns = new HashMap<>();
        columns.put("trial_id", trial.id());
        columns.put("start_year", Integer.toString(trial.startYear()));
        columns.put("source", trial.copy().source());
        columns.put("snapshot", trial.copy().snapshot());
        columns.put("n_sites", Integer.toString(trial.sites().size()));
        columns.put("n_countries", Long.toString(trial.countries()));
        columns.put("share_us_sites", perSite(trial, trial.sitesIn("United States")));
        return columns;
    }

    static String perSite(Trial trial, long total) {
        return decimal(total / (double) trial.sites().size(), SHARE_DIGITS);
    }

    /** Of all ways to print a double, BigDecimal's is the one that no JDK has changed. */
    static String decimal(double value, int digits) {
        return new BigDecimal(value)
                .setScale(digits, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}

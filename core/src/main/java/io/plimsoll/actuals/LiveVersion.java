package io.plimsoll.actuals;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How good one version was in use.
 *
 * @param champion whether it is champion now
 * @param holdout the same metrics on the rows that judged it; those that are not known are left out
 * @param waiting rows that it predicted, of which it is not known yet what happened
 * @param all over every period
 * @param periods the earliest first
 */
public record LiveVersion(
        int version,
        boolean champion,
        SortedMap<String, LiveMetric> holdout,
        long waiting,
        LiveFigures all,
        List<LivePeriod> periods) {
    public LiveVersion {
        holdout = Collections.unmodifiableSortedMap(new TreeMap<>(holdout));
        periods = List.copyOf(periods);
    }

    /**
     * How good it was for rows that were scored last in one month.
     *
     * @param period {@code 2026-11}, in UTC
     */
    public record LivePeriod(String period, LiveFigures figures) {}
}

package io.plimsoll.engine;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many rows of one table are not in another, or are otherwise there.
 *
 * @param added rows whose key was not there before
 * @param removed rows whose key is no longer there
 * @param changed rows that both have and that differ in a column that both have
 * @param changedBy of these the rows that differ in a column, by its name; columns in which none does are left out
 */
public record RowDifference(long added, long removed, long changed, SortedMap<String, Long> changedBy) {
    public RowDifference {
        changedBy = Collections.unmodifiableSortedMap(new TreeMap<>(changedBy));
    }

    public boolean isNone() {
        return added == 0 && removed == 0 && changed == 0;
    }
}

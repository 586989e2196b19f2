package io.plimsoll.split;

import io.plimsoll.guard.Figures;
import java.util.ArrayList;
import java.util.List;

/**
 * Labelled rows that neither train nor judge: under a split by time.
 *
 * @param gap rows between those that train and those that judge
 * @param straddling earlier rows of groups that have a row that judges
 * @param groups number of these groups
 */
public record LeftOut(long gap, long straddling, long groups) {
    public static final LeftOut NOTHING = new LeftOut(0, 0, 0);

    /** {@code ; left out: 20 rows in the gap, 55 earlier rows of 9 groups that have later ones, too}; empty if nothing is. */
    String clause() {
        List<String> parts = new ArrayList<>();
        if (gap > 0) {
            parts.add(Figures.count(gap, "row") + " in the gap");
        }
        if (straddling > 0) {
            parts.add(Figures.count(straddling, "earlier row") + " of " + Figures.count(groups, "group") + " that "
                    + (groups == 1 ? "has" : "have") + " later ones, too");
        }
        return parts.isEmpty() ? "" : "; left out: " + String.join(", ", parts);
    }
}

package io.plimsoll.read;

import io.plimsoll.read.Problems.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names that a column can be found by. */
final class ColumnNames {
    private ColumnNames() {}

    /** Adds names that are empty, repeated, or that SQL does not tell apart. */
    static void check(List<String> names, Problems problems, long line) {
        Map<String, String> seen = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            String place = "column " + (i + 1) + " ";
            if (name.isBlank()) {
                problems.add(Kind.once(place + "has no name", "name every column"), line);
                continue;
            }
            String before = seen.put(name.strip().toLowerCase(Locale.ROOT), name);
            if (name.equals(before)) {
                problems.add(Kind.once(place + "repeats the name '" + name + "'", "name every column once"), line);
            } else if (before != null) {
                problems.add(
                        Kind.once(
                                place + "is '" + name + "', which differs from '" + before + "' only by case or spaces",
                                "SQL does not tell such names apart; rename one"),
                        line);
            }
        }
    }
}

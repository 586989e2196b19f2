package io.plimsoll.evaluate;

import io.plimsoll.guard.Decision;
import io.plimsoll.guard.Opponent;
import io.plimsoll.guard.Standing;
import io.plimsoll.guard.VerdictReport;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A verdict, what was decided on it, and the champion that it was come to against.
 *
 * @param verdictReport the verdict as data
 * @param champion the champion's version; empty if there was none
 * @param slices values of the columns by which rules sliced, one a row that judges
 * @param opponents what registered versions predicted for the same rows, in the order in which they were met
 */
public record Judgement(
        VerdictReport verdictReport,
        Decision decision,
        OptionalInt champion,
        Map<Opponent, Standing.Scored> opponents,
        Map<String, @Nullable String[]> slices) {
    public Judgement {
        slices = Collections.unmodifiableMap(new LinkedHashMap<>(slices));
        opponents = Collections.unmodifiableMap(new LinkedHashMap<>(opponents));
    }

    /** As data: {@code verdict}, {@code decision} and, if there was one, {@code champion}. */
    public Map<String, Object> report() {
        Map<String, Object> report = new TreeMap<>();
        report.put("verdict", verdictReport);
        report.put("decision", decision);
        champion.ifPresent(version -> report.put("champion", version));
        return report;
    }
}

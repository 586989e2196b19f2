package io.plimsoll.evaluate;

import io.plimsoll.guard.Decision;
import io.plimsoll.guard.Verdict;
import io.plimsoll.guard.VerdictReport;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A verdict, what was decided on it, and the champion that it was come to against.
 *
 * @param champion the champion's version; empty if there was none
 */
public record Judgement(Verdict verdict, Decision decision, OptionalInt champion) {
    /** As data: {@code verdict}, {@code decision} and, if there was one, {@code champion}. */
    public Map<String, Object> report() {
        Map<String, Object> report = new TreeMap<>();
        report.put("verdict", VerdictReport.of(verdict));
        report.put("decision", decision);
        champion.ifPresent(version -> report.put("champion", version));
        return report;
    }
}

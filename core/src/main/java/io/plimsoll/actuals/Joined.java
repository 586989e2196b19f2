package io.plimsoll.actuals;

import io.plimsoll.config.ModelConfig.Weight;
import io.plimsoll.metric.ScoredRows;
import io.plimsoll.split.RowWeights;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one version predicted for rows of which it is known what happened. */
public final class Joined {
    private final Actuals actuals;
    private final Set<String> seen = new HashSet<>();
    private final SortedMap<YearMonth, List<Match>> matches = new TreeMap<>();
    private long rows;
    private long waiting;

    Joined(Actuals actuals) {
        this.actuals = actuals;
    }

    /** @param row of the actuals */
    private record Match(int row, double prediction) {}

    /** @return whether it counts: the first prediction for a row whose actual counts */
    boolean add(String key, double prediction, YearMonth period) {
        if (!seen.add(key)) {
            return false;
        }
        Integer row = actuals.row(key);
        if (row == null) {
            waiting++;
            return false;
        }
        if (row == Actuals.LEFT_OUT) {
            return false;
        }
        rows++;
        matches.computeIfAbsent(period, month -> new ArrayList<>()).add(new Match(row, prediction));
        return true;
    }

    public long rows() {
        return rows;
    }

    /** Rows that it predicted, of which it is not known yet what happened. */
    public long waiting() {
        return waiting;
    }

    public SortedSet<YearMonth> periods() {
        return new TreeSet<>(matches.keySet());
    }

    /** The rows of all periods, weighted among themselves. */
    public ScoredRows all(Weight weighting) {
        return scored(matches.values().stream().flatMap(List::stream).toList(), weighting);
    }

    /** The rows of one period, weighted among themselves. */
    public ScoredRows in(YearMonth period, Weight weighting) {
        return scored(matches.getOrDefault(period, List.of()), weighting);
    }

    private ScoredRows scored(List<Match> some, Weight weighting) {
        List<Match> inOrder =
                some.stream().sorted(Comparator.comparingInt(Match::row)).toList();
        String[] group =
                inOrder.stream().map(match -> actuals.group(match.row())).toArray(String[]::new);
        return new ScoredRows(
                inOrder.stream()
                        .mapToDouble(match -> actuals.target(match.row()))
                        .toArray(),
                inOrder.stream().mapToDouble(Match::prediction).toArray(),
                RowWeights.of(weighting, group),
                group);
    }
}

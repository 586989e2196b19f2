package io.plimsoll.guard;

import io.plimsoll.interval.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Judges a rule in each slice. A slice fails only where the interval says so after Holm's correction over the slices that are judged, so that
 * many slices do not make a failure by luck likelier than one.
 *
 * <p><b>Source</b>: Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6 (1979).
 */
final class SlicedRule {
    /** One-sided level of the 95 % interval. */
    private static final double LEVEL = 0.025;

    private final Rule rule;
    private final Slice slice;
    private final Comparison comparison;

    SlicedRule(Rule rule, Slice slice, Comparison comparison) {
        this.rule = rule;
        this.slice = slice;
        this.comparison = comparison;
    }

    /** @param values of the slice's column, one a row of the candidate's side */
    Finding of(Sides sides, @Nullable String[] values) {
        Optional<Finding> obstacle = comparison.obstacle(sides);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        String shortage = comparison.shortage(sides);
        if (!shortage.isEmpty()) {
            return finding(
                    Result.INCONCLUSIVE, FindingCode.TOO_FEW_GROUPS, shortage + " in all slices together", List.of());
        }
        Map<String, boolean[]> rows = new TreeMap<>();
        for (int row = 0; row < values.length; row++) {
            rows.computeIfAbsent(Objects.requireNonNullElse(values[row], ""), value -> new boolean[values.length])[
                    row] = true;
        }
        List<SliceFinding> slices = new ArrayList<>();
        rows.forEach((value, kept) -> slices.add(judge(value, sides.where(kept))));
        return over(holm(slices));
    }

    private SliceFinding judge(String value, Sides sides) {
        String name = value.isEmpty() ? null : value;
        boolean small = sides.own().rows().rows() < slice.minRows()
                || sides.own().rows().groups() < Slice.LEAST_GROUPS;
        Optional<FindingCode> code = small
                ? Optional.of(FindingCode.TOO_FEW_GROUPS)
                : comparison.obstacle(sides).map(Finding::code);
        if (code.isPresent()) {
            return new SliceFinding(name, Result.INCONCLUSIVE, code.get(), null, null);
        }
        Comparison.Weighed weighed = comparison.weigh(sides);
        Measure measure = comparison.measure(weighed, sides, true);
        return weighed.estimate()
                .map(estimate -> new SliceFinding(name, Result.PASS, FindingCode.MEASURED, p(estimate), measure))
                .orElseGet(() -> new SliceFinding(name, Result.INCONCLUSIVE, FindingCode.NO_INTERVAL, null, measure));
    }

    /** How little the rows speak for the right side of the line. */
    private double p(Estimate estimate) {
        boolean higherIsRight =
                rule instanceof Rule.AgainstOpponent || !rule.metric().isLoss();
        return higherIsRight
                ? estimate.distribution().chanceOfAtLeast(rule.line())
                : estimate.distribution().chanceOfAtMost(rule.line());
    }

    /** From the smallest p-value on: a slice fails while its own stays below its share of the level. */
    private static List<SliceFinding> holm(List<SliceFinding> slices) {
        List<Integer> judged = IntStream.range(0, slices.size())
                .boxed()
                .filter(i -> slices.get(i).p() != null)
                .sorted(Comparator.comparingDouble(
                        i -> Objects.requireNonNull(slices.get(i).p())))
                .toList();
        List<SliceFinding> corrected = new ArrayList<>(slices);
        for (int rank = 0; rank < judged.size(); rank++) {
            SliceFinding found = slices.get(judged.get(rank));
            if (Objects.requireNonNull(found.p()) >= LEVEL / (judged.size() - rank)) {
                break;
            }
            corrected.set(
                    judged.get(rank),
                    new SliceFinding(found.value(), Result.FAIL, FindingCode.SLICE_FAILED, found.p(), found.measure()));
        }
        return corrected;
    }

    private Finding over(List<SliceFinding> slices) {
        long judged = slices.stream().filter(found -> found.p() != null).count();
        long failed =
                slices.stream().filter(found -> found.result() == Result.FAIL).count();
        List<String> vanished = slice.named().stream()
                .filter(name -> slices.stream().noneMatch(found -> name.equals(found.value())))
                .toList();
        String counts = Figures.count(judged, "slice") + " of '" + slice.column() + "' judged, "
                + (slices.size() - judged) + " not";
        if (failed > 0) {
            return finding(
                    Result.FAIL,
                    FindingCode.SLICE_FAILED,
                    counts + ", " + failed + " on the wrong side of the line",
                    slices);
        }
        if (!vanished.isEmpty()) {
            String why = Figures.count(vanished.size(), "named slice") + " of '" + slice.column()
                    + "' without a row to judge on; find out where the rows went, or take the name out of the rule";
            return finding(Result.NOT_COMPARABLE, FindingCode.SLICE_VANISHED, why, slices);
        }
        if (judged == 0) {
            String why = counts + " (fewer than " + slice.minRows() + " rows or " + Slice.LEAST_GROUPS
                    + " groups); lower min_rows, or take the slice out";
            return finding(Result.INCONCLUSIVE, FindingCode.SLICES_TOO_SMALL, why, slices);
        }
        return finding(
                Result.PASS, FindingCode.MEASURED, counts + ", none shown to be on the wrong side of the line", slices);
    }

    private Finding finding(Result result, FindingCode code, String explanation, List<SliceFinding> slices) {
        return new Finding(rule, result, code, result == Result.PASS, null, explanation, slices);
    }
}

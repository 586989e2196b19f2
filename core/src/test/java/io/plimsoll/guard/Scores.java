package io.plimsoll.guard;

import io.plimsoll.interval.Resampling;
import io.plimsoll.metric.Metered;
import io.plimsoll.metric.Metering;
import io.plimsoll.metric.Metric;
import io.plimsoll.metric.ScoredRows;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Scored rows and rules for tests. */
final class Scores {
    static final int TILES = 20;

    private Scores() {}

    /** A guardrail that any number of groups suffices for. */
    static Guardrail guardrail(Rule... rules) {
        return guardrail(new Guardrail.Needs(1, 1, 0), rules);
    }

    static Guardrail guardrail(Guardrail.Needs needs, Rule... rules) {
        return new Guardrail(Arrays.asList(rules), needs, 0.95, List.of());
    }

    /** Judges with few resamples, which is enough to tell the sides of a line apart. */
    static Verdict judged(Guardrail guardrail, Metering candidate, Function<Opponent, Standing> standings) {
        return new Judge(guardrail, candidate, witness(standings), new Resampling(1, 200)).verdict(List.of());
    }

    /** @param values what the rows that were {@link #tiled(double[], double[]) repeated} are sliced by */
    static Verdict judgedInSlices(
            Guardrail guardrail, Metering candidate, Function<Opponent, Standing> standings, String[] values) {
        @Nullable
        String[] all = IntStream.range(0, TILES * values.length)
                .mapToObj(i -> values[i % values.length])
                .toArray(String[]::new);
        return new Judge(guardrail, candidate, witness(standings, all), new Resampling(1, 200)).verdict(List.of());
    }

    private static Witness witness(Function<Opponent, Standing> standings, @Nullable String... values) {
        return new Witness() {
            @Override
            public Standing standing(Opponent opponent) {
                return standings.apply(opponent);
            }

            @Override
            public Optional<@Nullable String[]> values(String column) {
                return Optional.of(values);
            }
        };
    }

    static Rule.AgainstNumber atLeast(Metric metric, double limit) {
        return new Rule.AgainstNumber(metric, Rule.Bound.AT_LEAST, limit, null, WhenInconclusive.ESTIMATE);
    }

    static Rule.AgainstNumber atMost(Metric metric, double limit) {
        return new Rule.AgainstNumber(metric, Rule.Bound.AT_MOST, limit, null, WhenInconclusive.ESTIMATE);
    }

    static Rule.AgainstOpponent betterBy(Metric metric, Opponent opponent, double amount, Margin.Unit unit) {
        Margin margin = new Margin(Margin.Kind.BETTER_BY, amount, unit);
        return new Rule.AgainstOpponent(metric, opponent, margin, null, WhenInconclusive.REFUSE);
    }

    static Rule.AgainstOpponent worseByAtMost(Metric metric, Opponent opponent, double amount, Margin.Unit unit) {
        Margin margin = new Margin(Margin.Kind.WORSE_BY_AT_MOST, amount, unit);
        return new Rule.AgainstOpponent(metric, opponent, margin, null, WhenInconclusive.ESTIMATE);
    }

    /** An opponent that predicts this, on rows that are all comparable. */
    static Function<Opponent, Standing> predicting(double... prediction) {
        boolean[] comparable = new boolean[prediction.length];
        Arrays.fill(comparable, true);
        return opponent -> new Standing.Scored(prediction, comparable);
    }

    /** Rows over and over again, each time as a group of its own, so that nothing varies over groups. */
    static Metering tiled(double[] target, double[] prediction) {
        String[] group = IntStream.range(0, TILES * target.length)
                .mapToObj(row -> "g" + row / target.length)
                .toArray(String[]::new);
        double[] weight = new double[group.length];
        Arrays.fill(weight, 1);
        return new Metering(new ScoredRows(tiled(target), tiled(prediction), weight, group), Metered.BASELINE, 0.5);
    }

    /** What is said of rows, said as often as these are {@link #tiled(double[], double[]) repeated}. */
    static Function<Opponent, Standing> tiled(Function<Opponent, Standing> standings) {
        return standings.andThen(standing -> standing instanceof Standing.Scored scored
                ? new Standing.Scored(tiled(scored.prediction()), tiled(scored.comparable()))
                : standing);
    }

    private static double[] tiled(double[] values) {
        return IntStream.range(0, TILES * values.length)
                .mapToDouble(i -> values[i % values.length])
                .toArray();
    }

    private static boolean[] tiled(boolean[] values) {
        boolean[] all = new boolean[TILES * values.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = values[i % values.length];
        }
        return all;
    }

    static Finding only(Verdict verdict) {
        return verdict.findings().get(0);
    }
}

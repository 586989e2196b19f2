package io.plimsoll.calibrate;

import io.plimsoll.artifact.OnnxGraph;
import io.plimsoll.artifact.OnnxGraph.Value;
import io.plimsoll.metric.ScoredRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rising line that is nearest to what happened. Neighbouring predictions whose shares fall are pooled until none does; each pool is a knot at its
 * mean prediction, and between knots the line is straight, so that it has no steps in which different predictions become one.
 *
 * <p>Pools that lie so close that the line between them would be steeper than {@value #STEEPEST} times the whole are joined: there the sixth digit of
 * a prediction, which differs from processor to processor, would show. Shares are held half a row away from 0 and 1, so that no prediction is certain.
 *
 * <p>The share of a pool is drawn towards that of all rows as if {@value #COMMON} groups more were in the pool that are like all: rows of one group
 * are no independent witnesses, so a pool counts as its part of the groups and not of the rows. Where each row is a group of its own that is next
 * to nothing; of pools that hold a few groups only, it is much.
 *
 * <p><b>Source</b>: Zadrozny and Elkan, "Transforming classifier scores into accurate multiclass probability estimates", KDD 2002; knots at the centres
 * of pools: Oron and Flournoy, "Centered isotonic regression", Statistics in Biopharmaceutical Research 9, 2017; shares drawn towards the base rate, as
 * m-estimates: Cestnik, "Estimating probabilities: a crucial task in machine learning", ECAI 1990, and Zadrozny and Elkan, "Obtaining calibrated
 * probability estimates from decision trees and naive Bayesian classifiers", ICML 2001.
 *
 * <p><b>Shape</b>: {@code at} and {@code share} have one entry a knot, both rising.
 */
record Isotonic(float[] at, float[] share) implements Calibration {
    private static final double STEEPEST = 50;
    private static final double COMMON = 5;

    /** A pool of predictions. */
    private record Pool(double weight, double at, double share) {
        Pool with(Pool next) {
            double all = weight + next.weight;
            return new Pool(
                    all,
                    (weight * at + next.weight * next.at) / all,
                    (weight * share + next.weight * next.share) / all);
        }

        Pool drawnTo(double base, double groups) {
            return new Pool(weight, at, (groups * share + COMMON * base) / (groups + COMMON));
        }
    }

    static Isotonic fit(ScoredRows outOfFold) {
        List<Pool> pools = apart(rising(drawn(rising(each(outOfFold)), outOfFold.groups())));
        double edge = 0.5 / outOfFold.rows();
        float[] at = new float[pools.size()];
        float[] share = new float[pools.size()];
        for (int i = 0; i < at.length; i++) {
            at[i] = (float) pools.get(i).at;
            share[i] = (float) Math.max(edge, Math.min(1 - edge, pools.get(i).share));
        }
        return new Isotonic(at, share);
    }

    @Override
    public double of(double probability) {
        double sum = share[0];
        for (int i = 1; i < at.length; i++) {
            double way = (probability - at[i - 1]) / (at[i] - at[i - 1]);
            sum += Math.max(0, Math.min(1, way)) * (share[i] - share[i - 1]);
        }
        return sum;
    }

    /** How far each stretch between two knots has been gone, 0 to 1, times what it rises. */
    @Override
    public Value addTo(OnnxGraph graph, Value probability) {
        int stretches = at.length - 1;
        float[] from = new float[Math.max(1, stretches)];
        float[] length = new float[from.length];
        float[] rise = new float[from.length];
        length[0] = 1;
        for (int i = 0; i < stretches; i++) {
            from[i] = at[i];
            length[i] = at[i + 1] - at[i];
            rise[i] = share[i + 1] - share[i];
        }
        Value gone = graph.apply("Div", graph.apply("Sub", probability, graph.row(from)), graph.row(length));
        Value held = graph.apply("Min", graph.apply("Max", gone, graph.row(0)), graph.row(1));
        return graph.apply("Add", graph.apply("MatMul", held, graph.column(rise)), graph.row(share[0]));
    }

    /** One for each row, in the order of their predictions. */
    private static List<Pool> each(ScoredRows rows) {
        return IntStream.range(0, rows.rows())
                .mapToObj(row -> new Pool(rows.weight()[row], rows.prediction()[row], rows.target()[row]))
                .sorted(Comparator.comparingDouble(Pool::at))
                .toList();
    }

    /** Pools adjacent violators. */
    private static List<Pool> rising(List<Pool> ordered) {
        List<Pool> pools = new ArrayList<>();
        for (Pool next : ordered) {
            Pool pool = next;
            while (!pools.isEmpty() && mustJoin(pools.get(pools.size() - 1), pool)) {
                pool = pools.remove(pools.size() - 1).with(pool);
            }
            pools.add(pool);
        }
        return pools;
    }

    private static List<Pool> drawn(List<Pool> pools, int groups) {
        Pool all = pools.stream().reduce(Pool::with).orElseThrow();
        return pools.stream()
                .map(pool -> pool.drawnTo(all.share, groups * pool.weight / all.weight))
                .toList();
    }

    private static boolean mustJoin(Pool last, Pool next) {
        return last.share >= next.share || (float) last.at >= (float) next.at;
    }

    private static List<Pool> apart(List<Pool> pools) {
        double least = (pools.get(pools.size() - 1).at - pools.get(0).at) / STEEPEST;
        List<Pool> apart = new ArrayList<>();
        for (Pool pool : pools) {
            Pool last = apart.isEmpty() ? null : apart.get(apart.size() - 1);
            if (last != null && (float) pool.at - (float) last.at < least) {
                apart.set(apart.size() - 1, last.with(pool));
            } else {
                apart.add(pool);
            }
        }
        return apart;
    }
}

package io.plimsoll.interval;

import io.plimsoll.metric.Groups;
import io.plimsoll.metric.ScoredRows;
import io.plimsoll.metric.Task;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;

/**
 * How much groups there are to learn from. In a classification those that hold the rarer class say it, as the others add next to nothing.
 *
 * <p><b>Source</b>: Kish, "Survey Sampling" (1965): (Σw)² ÷ Σw² groups of equal weight vary as much as these.
 *
 * @param sizes total weight of each group
 * @param groups that can vary
 * @param effective groups of equal weight that would vary alike
 */
record Clusters(double[] sizes, int groups, double effective) {
    static Clusters of(ScoredRows rows, Groups groups, Task task) {
        double[] sizes = groups.weights(rows, target -> true);
        if (task == Task.REGRESSION) {
            return new Clusters(sizes, count(sizes), kish(sizes));
        }
        double[][] ofClass = Stream.<DoublePredicate>of(target -> target == 0, target -> target == 1)
                .map(isClass -> groups.weights(rows, isClass))
                .filter(weights -> count(weights) > 0)
                .toArray(double[][]::new);
        int fewest = Arrays.stream(ofClass).mapToInt(Clusters::count).min().orElse(0);
        double least = Arrays.stream(ofClass).mapToDouble(Clusters::kish).min().orElse(0);
        return new Clusters(sizes, fewest, least);
    }

    /** Of two samples that vary independently, the one that says less. */
    static Clusters lesser(Clusters one, Clusters other) {
        return Stream.of(one, other)
                .min(Comparator.comparingDouble(Clusters::effective))
                .orElse(one);
    }

    private static int count(double[] weights) {
        return (int) Arrays.stream(weights).filter(weight -> weight > 0).count();
    }

    private static double kish(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        return sum * sum / Arrays.stream(weights).map(weight -> weight * weight).sum();
    }
}

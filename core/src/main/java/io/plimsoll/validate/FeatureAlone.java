package io.plimsoll.validate;

import io.plimsoll.data.Dataset;
import io.plimsoll.data.Filter;
import io.plimsoll.data.GroupFold;
import io.plimsoll.data.GroupFolds;
import io.plimsoll.data.GroupHash;
import io.plimsoll.data.Roles;
import io.plimsoll.data.Selection;
import io.plimsoll.metric.Baseline;
import io.plimsoll.metric.Metering;
import io.plimsoll.metric.Reading;
import io.plimsoll.metric.ScoredRows;
import io.plimsoll.metric.StandardMetric;
import io.plimsoll.metric.Task;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How well one feature predicts the target by itself: each of its values, or quantiles, by the mean target of those rows that have it and are
 * in another fold; folds are made of whole groups.
 */
final class FeatureAlone {
    private static final int MOST_ROWS = 50_000;
    private static final int FOLDS = 5;
    private static final String SALT = "one feature alone";

    private final Dataset rows;
    private final StandardMetric metric;
    private final Metering metering;
    private final int[] folds;

    FeatureAlone(Dataset labelled, Roles roles, Task task) {
        this.rows = some(labelled, roles);
        this.metric = task == Task.CLASSIFICATION ? StandardMetric.AUC : StandardMetric.MAE_SKILL;
        int count = Math.toIntExact(rows.rows());
        double[] target = new double[count];
        String[] groups = new String[count];
        int[] next = {0};
        rows.scan(new Selection(List.of(roles.target()), List.of(roles.group())), batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                target[next[0]] = batch.numbers().get(0)[row];
                groups[next[0]++] = Objects.requireNonNullElse(batch.texts().get(0)[row], "");
            }
        });
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        Baseline baseline = new Baseline(Arrays.stream(target).average().orElse(0), rows.median(roles.target()));
        this.metering = new Metering(new ScoredRows(target, target, ones, groups), baseline, 0.5);
        this.folds = folds(groups, roles.group());
    }

    StandardMetric metric() {
        return metric;
    }

    Reading read(CodedColumn feature) {
        return metering.on(metering.rows().withPrediction(predictions(feature))).read(metric);
    }

    /** The rows that the reading is made on, of which a feature is coded. */
    Dataset rows() {
        return rows;
    }

    private double[] predictions(CodedColumn feature) {
        double[] target = metering.rows().target();
        double[][] sums = new double[FOLDS][feature.size()];
        double[][] counts = new double[FOLDS][feature.size()];
        for (int row = 0; row < target.length; row++) {
            sums[folds[row]][feature.codes()[row]] += target[row];
            counts[folds[row]][feature.codes()[row]]++;
        }
        double[][] means = new double[FOLDS][feature.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            for (int code = 0; code < feature.size(); code++) {
                means[fold][code] = meanElsewhere(sums, counts, fold, code);
            }
        }
        double[] predictions = new double[target.length];
        Arrays.setAll(predictions, row -> means[folds[row]][feature.codes()[row]]);
        return predictions;
    }

    private double meanElsewhere(double[][] sums, double[][] counts, int fold, int code) {
        double sum = 0;
        double count = 0;
        for (int other = 0; other < FOLDS; other++) {
            if (other != fold) {
                sum += sums[other][code];
                count += counts[other][code];
            }
        }
        return count == 0 ? metering.baseline().mean() : sum / count;
    }

    private static int[] folds(String[] groups, String column) {
        List<GroupFold> each = new GroupFolds(column, SALT, FOLDS).each();
        Map<String, Integer> known = new HashMap<>();
        return Arrays.stream(groups)
                .mapToInt(group -> known.computeIfAbsent(group, name -> {
                    int fold = 0;
                    while (!each.get(fold).holdsOut(name)) {
                        fold++;
                    }
                    return fold;
                }))
                .toArray();
    }

    /** At most about so many rows, whole groups of them: enough to see whether a feature gives the answer away. */
    private static Dataset some(Dataset labelled, Roles roles) {
        double share = (double) MOST_ROWS / Math.max(1, labelled.rows());
        return share >= 1
                ? labelled
                : labelled.where(new Filter.Bucket(new GroupHash(roles.group(), SALT, share), Filter.Side.HELD_OUT));
    }
}

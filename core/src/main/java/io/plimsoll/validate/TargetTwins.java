package io.plimsoll.validate;

import io.plimsoll.config.FeaturesConfig;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Selection;
import io.plimsoll.metric.Task;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds features that are the target under another name: the same value in every labelled row, or one value for each class. */
final class TargetTwins {
    /** Of the labelled rows, at least so many must have a value of the feature. */
    private static final double LEAST_PRESENT = 0.5;

    private final Dataset labelled;
    private final Task task;
    private final DataFaults faults;

    TargetTwins(Dataset labelled, Task task, DataFaults faults) {
        this.labelled = labelled;
        this.task = task;
        this.faults = faults;
    }

    void check(String target, FeaturesConfig features) {
        boolean isNumeric = labelled.columns().stream()
                .anyMatch(
                        column -> column.name().equals(target) && column.type().isNumeric());
        if (!isNumeric) {
            // which is told elsewhere
            return;
        }
        List<Likeness> numbers = likenesses(features.numeric());
        List<Likeness> texts = likenesses(features.categorical());
        labelled.scanWhile(new Selection(withTarget(numbers, target), withTarget(texts, target)), batch -> {
            double[] targets = batch.numbers().get(numbers.size());
            for (int feature = 0; feature < numbers.size(); feature++) {
                numbers.get(feature).add(batch.numbers().get(feature), targets, batch.rows());
            }
            @Nullable String[] targetTexts = batch.texts().get(texts.size());
            for (int feature = 0; feature < texts.size(); feature++) {
                texts.get(feature).add(batch.texts().get(feature), targetTexts, batch.rows());
            }
            return Stream.concat(numbers.stream(), texts.stream()).anyMatch(Likeness::mayBe);
        });
        numbers.forEach(this::report);
        texts.forEach(this::report);
    }

    private List<Likeness> likenesses(List<String> features) {
        return features.stream()
                .filter(feature -> isEnough(labelled.summary(feature).present()))
                .map(Likeness::new)
                .toList();
    }

    private boolean isEnough(long rows) {
        return rows >= LEAST_PRESENT * labelled.rows();
    }

    private static List<String> withTarget(List<Likeness> features, String target) {
        return Stream.concat(features.stream().map(likeness -> likeness.feature), Stream.of(target))
                .toList();
    }

    private void report(Likeness likeness) {
        if (!isEnough(likeness.rows)) {
            return;
        }
        String rows =
                faults.count(likeness.rows, "labelled row") + " that " + (likeness.rows == 1 ? "has" : "have") + " it";
        String help = "take it out of features: a model must not see what it predicts";
        if (likeness.isSame()) {
            faults.add("the feature is the target: equal to it in all " + rows, likeness.feature, help);
        } else if (task == Task.CLASSIFICATION && likeness.recodes()) {
            faults.add(
                    "the feature is the target in other words: one value for each class in all " + rows,
                    likeness.feature,
                    help);
        }
    }

    private static final class Likeness {
        private final String feature;
        private final Map<Object, Object> ofTarget = new HashMap<>();
        private final Map<Object, Object> ofFeature = new HashMap<>();
        private long rows;
        private boolean same = true;
        private boolean paired = true;

        Likeness(String feature) {
            this.feature = feature;
        }

        void add(double[] features, double[] targets, int count) {
            for (int row = 0; row < count && mayBe(); row++) {
                if (!Double.isNaN(features[row]) && !Double.isNaN(targets[row])) {
                    add(features[row], targets[row]);
                }
            }
        }

        void add(@Nullable String[] features, @Nullable String[] targets, int count) {
            for (int row = 0; row < count && mayBe(); row++) {
                String value = features[row];
                String target = targets[row];
                if (value != null && target != null) {
                    add(value, target);
                }
            }
        }

        private void add(Object value, Object target) {
            rows++;
            same &= value.equals(target);
            paired = paired && arePaired(value, target);
        }

        boolean mayBe() {
            return same || paired;
        }

        /** A target of one value is no target, which is told elsewhere. */
        boolean isSame() {
            return same && ofTarget.size() > 1;
        }

        /** Two classes, each with a value of its own. */
        boolean recodes() {
            return paired && ofTarget.size() == 2;
        }

        private boolean arePaired(Object value, Object target) {
            return ofTarget.size() <= 2
                    && ofTarget.computeIfAbsent(target, first -> value).equals(value)
                    && ofFeature.computeIfAbsent(value, first -> target).equals(target);
        }
    }
}

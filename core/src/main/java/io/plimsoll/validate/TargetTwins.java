package io.plimsoll.validate;

import io.plimsoll.data.Dataset;
import io.plimsoll.data.Selection;
import io.plimsoll.metric.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    void check(String target, List<String> features) {
        List<String> columns = new ArrayList<>(features);
        columns.add(target);
        List<Likeness> likenesses =
                features.stream().map(feature -> new Likeness()).toList();
        labelled.scan(new Selection(List.of(), columns), batch -> {
            @Nullable String[] targets = batch.texts().get(features.size());
            for (int feature = 0; feature < features.size(); feature++) {
                likenesses.get(feature).add(batch.texts().get(feature), targets, batch.rows());
            }
        });
        for (int feature = 0; feature < features.size(); feature++) {
            report(features.get(feature), likenesses.get(feature));
        }
    }

    private void report(String feature, Likeness likeness) {
        if (likeness.rows < LEAST_PRESENT * labelled.rows()) {
            return;
        }
        String rows =
                faults.count(likeness.rows, "labelled row") + " that " + (likeness.rows == 1 ? "has" : "have") + " it";
        String help = "take it out of features: a model must not see what it predicts";
        if (likeness.isSame()) {
            faults.add("the feature is the target: equal to it in all " + rows, feature, help);
        } else if (task == Task.CLASSIFICATION && likeness.recodes()) {
            faults.add(
                    "the feature is the target in other words: one value for each class in all " + rows, feature, help);
        }
    }

    private static final class Likeness {
        private final Map<String, String> ofTarget = new HashMap<>();
        private final Map<String, String> ofFeature = new HashMap<>();
        private long rows;
        private boolean same = true;
        private boolean paired = true;

        void add(@Nullable String[] features, @Nullable String[] targets, int count) {
            for (int row = 0; row < count && (same || paired); row++) {
                String feature = features[row];
                String target = targets[row];
                if (feature != null && target != null) {
                    rows++;
                    same &= feature.equals(target);
                    paired &= arePaired(feature, target);
                }
            }
        }

        /** A target of one value is no target, which is told elsewhere. */
        boolean isSame() {
            return same && ofTarget.size() > 1;
        }

        /** Two classes, each with a value of its own. */
        boolean recodes() {
            return paired && ofTarget.size() == 2;
        }

        private boolean arePaired(String feature, String target) {
            return ofTarget.size() <= 2
                    && ofTarget.computeIfAbsent(target, first -> feature).equals(feature)
                    && ofFeature.computeIfAbsent(feature, first -> target).equals(target);
        }
    }
}

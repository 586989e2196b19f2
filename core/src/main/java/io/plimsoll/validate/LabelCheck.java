package io.plimsoll.validate;

import io.plimsoll.config.ModelConfig;
import io.plimsoll.config.ModelConfig.TargetScale;
import io.plimsoll.config.TrainerSettings;
import io.plimsoll.config.TrainerSettings.TargetRange;
import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnSummary;
import io.plimsoll.data.ColumnType;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Level;
import io.plimsoll.data.Selection;
import io.plimsoll.guard.Figures;
import io.plimsoll.metric.Metric;
import io.plimsoll.metric.StandardMetric;
import io.plimsoll.metric.Task;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoublePredicate;

/** Checks of the labelled rows: whether a model can be learned from them, and judged on some of them. */
final class LabelCheck {
    private final ModelConfig model;
    private final Dataset labelled;
    private final DataFaults faults;

    LabelCheck(ModelConfig model, Dataset labelled, DataFaults faults) {
        this.model = model;
        this.labelled = labelled;
        this.faults = faults;
    }

    void check() {
        if (labelled.rows() < model.data().minLabelled()) {
            faults.add(
                    faults.count(labelled.rows(), "labelled row") + ", fewer than data.min_labelled "
                            + model.data().minLabelled(),
                    model.target(),
                    "bring more rows with a target" + filterHint()
                            + "; a smaller limit makes a figure that means little");
            return;
        }
        checkGroups();
        checkTarget();
        model.features().numeric().forEach(this::checkNumericFeature);
        model.features().categorical().forEach(this::checkPresent);
    }

    private void checkGroups() {
        long groups = labelled.summary(model.data().group()).distinct();
        int least = model.split().minGroups();
        if (groups < least) {
            faults.add(
                    "the labelled rows lie in " + faults.count(groups, "group") + ", fewer than split.min_groups "
                            + least,
                    model.data().group(),
                    "bring rows of more groups; with so few, a holdout tells nothing");
        }
    }

    private void checkTarget() {
        Column target = labelled.columns().stream()
                .filter(column -> column.name().equals(model.target()))
                .findFirst()
                .orElseThrow();
        if (!target.type().isNumeric()) {
            faults.add(
                    "the target is " + target.type() + ", not a number, in the modelling table",
                    model.target(),
                    "code classes as 0 and 1 and quantities as numbers, in data.query if need be");
            return;
        }
        ColumnSummary summary = labelled.summary(model.target());
        checkFinite(model.target(), summary);
        if (model.task() == Task.CLASSIFICATION) {
            checkClasses(target, summary);
        } else {
            checkQuantity(summary);
        }
    }

    private void checkClasses(Column target, ColumnSummary summary) {
        boolean coded = target.type() == ColumnType.BOOLEAN
                || (summary.distinct() <= 2 && isZeroOrOne(summary.least()) && isZeroOrOne(summary.most()));
        if (!coded) {
            faults.add(
                    "the target has " + faults.count(summary.distinct(), "value") + " that are not just 0 and 1",
                    model.target(),
                    "code the classes as 0 and 1 in data.query, or set task: regression");
            return;
        }
        if (summary.distinct() < 2) {
            faults.add(
                    "all " + summary.present() + " labelled rows are of one class",
                    model.target(),
                    "bring rows of the other class" + filterHint());
            return;
        }
        List<Level> classes = labelled.levels(model.target());
        Level rarer = classes.get(classes.size() - 1);
        if (rarer.rows() < model.data().minPerClass()) {
            faults.add(
                    faults.count(rarer.rows(), "labelled row") + " of the rarer class, fewer than data.min_per_class "
                            + model.data().minPerClass(),
                    model.target(),
                    "bring more rows of that class");
        }
    }

    private void checkQuantity(ColumnSummary summary) {
        if (summary.distinct() < 2) {
            faults.add(
                    "the target is the same in all " + summary.present() + " labelled rows",
                    model.target(),
                    "choose a target that varies" + filterHint());
        }
        if (model.targetScale() == TargetScale.LOG1P && summary.least() <= -1) {
            faults.add(
                    "target_scale log1p needs values above -1; not so in "
                            + faults.count(rowsWhere(value -> value <= -1), "labelled row"),
                    model.target(),
                    "leave these rows out with train_where, or take target_scale away");
        }
        checkRange(summary);
        if (judgedBy(StandardMetric.POISSON_DEVIANCE) && summary.least() < 0) {
            faults.add(
                    "poisson_deviance is for counts, never negative; not so in "
                            + faults.count(rowsWhere(value -> value < 0), "labelled row"),
                    model.target(),
                    "leave these rows out with train_where, or judge by another metric");
        }
    }

    private void checkRange(ColumnSummary summary) {
        TargetRange range =
                model.settings() instanceof TrainerSettings settings ? settings.targets(model.task()) : TargetRange.ANY;
        if (!range.has(summary.least())) {
            faults.add(
                    range.needs() + " needs a target " + (range.included() ? "of at least " : "above ")
                            + Figures.of(range.least()) + "; not so in "
                            + faults.count(rowsWhere(value -> !range.has(value)), "labelled row"),
                    model.target(),
                    "leave these rows out with train_where, or choose another objective");
        }
    }

    private boolean judgedBy(Metric metric) {
        return model.metric() == metric
                || model.guardrail().guardrail().rules().stream().anyMatch(rule -> rule.metric() == metric);
    }

    private long rowsWhere(DoublePredicate condition) {
        AtomicLong rows = new AtomicLong();
        labelled.scan(new Selection(List.of(model.target()), List.of()), batch -> {
            double[] values = batch.numbers().get(0);
            rows.addAndGet(
                    Arrays.stream(values, 0, batch.rows()).filter(condition).count());
        });
        return rows.get();
    }

    private void checkNumericFeature(String feature) {
        checkFinite(feature, labelled.summary(feature));
        checkPresent(feature);
    }

    private void checkFinite(String column, ColumnSummary summary) {
        if (summary.notFinite() > 0) {
            faults.add(
                    faults.count(summary.notFinite(), "labelled row") + " with an infinite value or NaN",
                    column,
                    "make them NULL in data.query, or mend the source");
        }
        if (Math.max(-summary.least(), summary.most()) > Float.MAX_VALUE) {
            faults.add(
                    "some labelled rows hold numbers beyond ±3.4e38, more than a model's float32 can",
                    column,
                    "divide the column in data.query, or mend the source");
        }
    }

    private void checkPresent(String feature) {
        if (labelled.summary(feature).present() == 0) {
            faults.add(
                    "the feature has no value in any of the " + labelled.rows() + " labelled rows",
                    feature,
                    "take it out of features, or mend the source");
        }
    }

    private String filterHint() {
        return Optional.ofNullable(model.trainWhere())
                .map(w -> ", or widen train_where")
                .orElse("");
    }

    private static boolean isZeroOrOne(double value) {
        return value == 0 || value == 1;
    }
}

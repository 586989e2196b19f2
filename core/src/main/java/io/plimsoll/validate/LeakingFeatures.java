package io.plimsoll.validate;

import io.plimsoll.config.ModelConfig;
import io.plimsoll.data.ColumnSummary;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Roles;
import io.plimsoll.guard.Figures;
import io.plimsoll.guard.FindingCode;
import io.plimsoll.metric.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Warns of features that may hold what nobody knows yet when a model is asked. What they hold is asked first, and what they are called last:
 * a name proves nothing, and is said to be no more than a name. One warning for each feature, with everything that speaks against it.
 */
final class LeakingFeatures {
    /** Points by which a feature's presence must differ between rows with a target and without. */
    private static final double FAR_APART = 0.8;

    private static final int FEWEST_UNLABELLED = 50;

    private final ModelConfig model;
    private final Dataset table;
    private final Dataset labelled;
    private final DataFaults faults;

    LeakingFeatures(ModelConfig model, Dataset table, Dataset labelled, DataFaults faults) {
        this.model = model;
        this.table = table;
        this.labelled = labelled;
        this.faults = faults;
    }

    void check() {
        Roles roles = new Roles(model.data().key(), model.data().group(), model.target());
        FeatureAlone alone = new FeatureAlone(labelled, roles, model.task());
        RowNumbers numbers = new RowNumbers(table, roles.group());
        GroupCounts counts = new GroupCounts(table, roles, model.features().numeric());
        for (String feature : model.features().columns()) {
            boolean numeric = model.features().numeric().contains(feature);
            List<String> reasons = new ArrayList<>();
            predictsAlone(feature, numeric, alone).ifPresent(reasons::add);
            comesWithTarget(feature).ifPresent(reasons::add);
            if (numeric) {
                numbers.reason(feature).ifPresent(reasons::add);
                counts.reason(feature).ifPresent(reasons::add);
            }
            TellingNames.reason(feature).ifPresent(reasons::add);
            report(feature, reasons);
        }
    }

    private void report(String feature, List<String> reasons) {
        boolean accepted = model.guardrail().guardrail().accepted().stream()
                .anyMatch(acceptance ->
                        acceptance.code() == FindingCode.SUSPECTED_LEAK && feature.equals(acceptance.column()));
        if (!reasons.isEmpty() && !accepted) {
            faults.warn(
                    "the feature may give the target away: " + String.join("; ", reasons),
                    feature,
                    "take it out of features, unless it is known before the target is, just as it stands here");
        }
    }

    private Optional<String> predictsAlone(String feature, boolean numeric, FeatureAlone alone) {
        CodedColumn coded =
                numeric ? CodedColumn.ofNumbers(alone.rows(), feature) : CodedColumn.ofTexts(alone.rows(), feature);
        Reading reading = alone.read(coded);
        return reading.isDefined()
                        && reading.value() >= model.guardrail().guardrail().suspicious()
                ? Optional.of("by itself it reaches " + alone.metric().label() + " " + Figures.of(reading.value())
                        + " on groups that it was not fitted on")
                : Optional.empty();
    }

    /** A column that is filled in where the target is, and only there, was filled in by what happened. */
    private Optional<String> comesWithTarget(String feature) {
        ColumnSummary all = table.summary(feature);
        ColumnSummary with = labelled.summary(feature);
        long others = all.rows() - with.rows();
        if (others < FEWEST_UNLABELLED) {
            return Optional.empty();
        }
        double there = 1 - with.missingShare();
        double elsewhere = (double) (all.present() - with.present()) / others;
        return there - elsewhere >= FAR_APART
                ? Optional.of("it has a value in " + Figures.percent(there) + " of the labelled rows and in "
                        + Figures.percent(elsewhere) + " of the others")
                : Optional.empty();
    }
}

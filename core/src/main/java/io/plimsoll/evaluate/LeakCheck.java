package io.plimsoll.evaluate;

import io.plimsoll.config.FeaturesConfig;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Filter;
import io.plimsoll.data.GroupHash;
import io.plimsoll.data.Roles;
import io.plimsoll.data.TrainingSet;
import io.plimsoll.guard.Alarm;
import io.plimsoll.metric.Metering;
import io.plimsoll.metric.Reading;
import io.plimsoll.metric.StandardMetric;
import io.plimsoll.metric.Task;
import io.plimsoll.split.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Raises an alarm where a model, or one of its features alone, is too good to be true. */
final class LeakCheck {
    private static final double MOST_TRAINING_ROWS = 50_000;
    private static final String SALT = "one feature alone";

    private final FeaturesConfig features;
    private final Task task;
    private final StandardMetric metric;
    private final double suspicious;

    LeakCheck(FeaturesConfig features, Task task, double suspicious) {
        this.features = features;
        this.task = task;
        this.metric = task == Task.CLASSIFICATION ? StandardMetric.AUC : StandardMetric.MAE_SKILL;
        this.suspicious = suspicious;
    }

    List<Alarm> alarms(Candidate candidate) {
        return alarms(candidate.metering(), alone(candidate));
    }

    /** @param alone what each feature reaches by itself, as far as it has a value */
    List<Alarm> alarms(Metering metering, Map<String, Double> alone) {
        List<Alarm> alarms = new ArrayList<>();
        Reading whole = metering.read(metric);
        if (isSuspicious(whole)) {
            alarms.add(Alarm.ofModel(metric, whole.value(), suspicious));
        }
        for (String column : features.columns()) {
            Double value = alone.get(column);
            if (value != null && value >= suspicious) {
                alarms.add(Alarm.ofFeature(column, metric, value, suspicious));
            }
        }
        return alarms;
    }

    /** What each feature reaches by itself, as far as it has a value. */
    SortedMap<String, Double> alone(Candidate candidate) {
        SortedMap<String, Double> values = new TreeMap<>();
        List<Fold> turns = candidate.turns().stream()
                .map(turn -> new Fold(turn.number(), some(turn.training(), candidate.roles()), turn.judged()))
                .toList();
        for (String column : features.columns()) {
            Reading alone = alone(column, turns, candidate);
            if (alone.isDefined()) {
                values.put(column, alone.value());
            }
        }
        return values;
    }

    private boolean isSuspicious(Reading reading) {
        return reading.isDefined() && reading.value() >= suspicious;
    }

    private Reading alone(String column, List<Fold> turns, Candidate candidate) {
        Metering metering = candidate.metering();
        double[] predictions = new double[metering.rows().rows()];
        for (Fold turn : turns) {
            double[] some = fitted(column, turn.training(), candidate)
                    .predictions(turn.judged().rows());
            int[] rows = candidate.holdout().rowsOf(turn);
            for (int i = 0; i < rows.length; i++) {
                predictions[rows[i]] = some[i];
            }
        }
        return metering.on(metering.rows().withPrediction(predictions)).read(metric);
    }

    private OneFeature fitted(String column, TrainingSet training, Candidate candidate) {
        String target = candidate.roles().target();
        return features.numeric().contains(column)
                ? OneFeature.ofNumbers(column, target, task, training)
                : OneFeature.ofTexts(column, target, task, training);
    }

    /** At most about so many rows, whole groups of them: enough to see whether a feature gives the answer away. */
    private static TrainingSet some(TrainingSet training, Roles roles) {
        Dataset rows = training.rows();
        double share = MOST_TRAINING_ROWS / Math.max(1, rows.rows());
        return new TrainingSet(
                share >= 1
                        ? rows
                        : rows.where(
                                new Filter.Bucket(new GroupHash(roles.group(), SALT, share), Filter.Side.HELD_OUT)));
    }
}

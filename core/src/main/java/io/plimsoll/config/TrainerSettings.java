package io.plimsoll.config;

import io.plimsoll.config.ModelConfig.TargetScale;
import io.plimsoll.metric.Task;
import java.util.List;

/** Settings of a trainer that ask something of the model type which they are written for. Those that do not need not implement it. */
public interface TrainerSettings {
    /** What does not go together; each is told at its key in the config file. */
    default List<Objection> objections(ModelFacts model) {
        return List.of();
    }

    /** What the trainer can learn from; each labelled row that is outside is counted before anything is trained. */
    default TargetRange targets(Task task) {
        return TargetRange.ANY;
    }

    /**
     * What settings can be held against.
     *
     * @param numeric the numeric features, in the order of the config file
     */
    record ModelFacts(Task task, TargetScale scale, List<String> numeric) {
        public ModelFacts {
            numeric = List.copyOf(numeric);
        }
    }

    /**
     * One setting that cannot be.
     *
     * @param key below {@code settings}
     */
    record Objection(String key, String what, String help) {}

    /**
     * Targets that can be learned from, in the target's own unit.
     *
     * @param included whether {@code least} itself can be
     * @param needs who needs it: {@code objective gamma}
     */
    record TargetRange(double least, boolean included, String needs) {
        public static final TargetRange ANY = new TargetRange(Double.NEGATIVE_INFINITY, true, "");

        public boolean has(double target) {
            return included ? target >= least : target > least;
        }
    }
}

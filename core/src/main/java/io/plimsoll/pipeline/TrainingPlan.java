package io.plimsoll.pipeline;

import io.plimsoll.config.IndicationConfig;
import io.plimsoll.config.ModelConfig;
import io.plimsoll.engine.EngineLimits;
import io.plimsoll.read.SourceSpec;
import io.plimsoll.step.StepName;
import io.plimsoll.workspace.Admission;
import java.util.List;

/**
 * Everything that one run of one model type is asked to do.
 *
 * @param admission how a version that its verdict allows comes into the registry, and who submits the run
 * @param experiment the name under which runs are grouped
 * @param until the last step to take
 * @param reuse whether results of earlier runs may be used where they are what a step would make
 */
public record TrainingPlan(
        IndicationConfig config,
        String modelType,
        List<SourceSpec> sources,
        Admission admission,
        String experiment,
        StepName until,
        boolean reuse,
        EngineLimits limits) {
    public TrainingPlan {
        sources = List.copyOf(sources);
    }

    /** The same without a result of any earlier run: every step is taken. */
    public TrainingPlan anew() {
        return new TrainingPlan(config, modelType, sources, admission, experiment, until, false, limits);
    }

    public ModelConfig model() {
        return config.model(modelType);
    }

    /** {@code lung-enrollment}. */
    public String modelName() {
        return config.registeredName(modelType);
    }
}

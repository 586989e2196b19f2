package io.plimsoll.pipeline;

import io.plimsoll.config.IndicationConfig;
import io.plimsoll.config.Overrides;
import io.plimsoll.endpoint.Installation;
import io.plimsoll.endpoint.Specification;
import io.plimsoll.engine.EngineLimits;
import io.plimsoll.read.SourceSpec;
import io.plimsoll.step.StepName;
import io.plimsoll.workspace.Admission;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes plans of what was published. The same specification and parameters give the same plan; nothing is read.
 *
 * @param project the folder that paths of sources are relative to
 * @param needsApproval whether a model becomes champion only when somebody other than who submitted it approves it
 */
public record Planning(Installation installation, Path project, EngineLimits limits, boolean needsApproval) {
    /**
     * What one run shall do.
     *
     * @param given parameters; paths in it are absolute, or relative to the project
     * @param actor who submits it
     * @param experiment the name under which runs are grouped
     * @throws io.plimsoll.fault.PlimsollException as {@link Specification#with} does
     */
    public TrainingPlan plan(Specification specification, Overrides given, String actor, String experiment) {
        IndicationConfig config = specification.with(given, installation);
        return new TrainingPlan(
                config,
                specification.modelType(),
                sources(config, specification.modelType()),
                needsApproval ? Admission.forApproval(actor) : Admission.byVerdict(actor),
                experiment,
                StepName.REGISTER,
                true,
                limits);
    }

    private List<SourceSpec> sources(IndicationConfig config, String modelType) {
        return config.model(modelType).data().sources().entrySet().stream()
                .map(entry -> {
                    String path = entry.getValue().path();
                    Path place = path == null ? null : project.resolve(path).normalize();
                    return new SourceSpec(entry.getKey(), place, entry.getValue());
                })
                .toList();
    }
}

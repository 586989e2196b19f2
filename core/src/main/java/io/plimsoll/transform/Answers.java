package io.plimsoll.transform;

import io.plimsoll.config.ModelConfig;
import io.plimsoll.config.ModelConfig.TargetScale;
import io.plimsoll.config.ModelConfig.Weight;
import io.plimsoll.data.Roles;
import io.plimsoll.metric.Task;

/** What training rows are known to answer, and how much each of them counts. */
public record Answers(Roles roles, Task task, TargetScale scale, Weight weight) {
    public static Answers of(ModelConfig model) {
        Roles roles = new Roles(model.data().key(), model.data().group(), model.target());
        return new Answers(roles, model.task(), model.targetScale(), model.weight());
    }
}

package io.plimsoll.train;

import io.plimsoll.config.TrainerSettings;
import io.plimsoll.config.bind.Default;
import io.plimsoll.config.bind.DefaultsTo;
import io.plimsoll.config.bind.Description;
import io.plimsoll.config.bind.Range;
import io.plimsoll.metric.Task;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the trainer {@code linear}.
 *
 * @param objective null for the usual one of the task
 */
@Description("Settings of linear")
public record LinearSettings(
        @Description("What is made small on the training rows: logistic, squared_error or poisson")
        @DefaultsTo("logistic for classification, squared_error for regression")
        @Nullable
        Objective objective,

        @Description("Weight of the penalty on coefficients of standardised features, beside the mean loss of a row")
        @Default("0.01")
        @Range(min = 0, max = 1e9)
        double penalty,

        @Description("Share of the penalty on absolute coefficients (lasso); the rest is on their squares (ridge)")
        @Default("0")
        @Range(min = 0, max = 1)
        double l1Share,

        @Description("How much a row of a class counts: as it is, or balanced, so that both classes weigh the same")
        @Default("none")
        ClassWeight classWeight)
        implements TrainerSettings {
    private static final List<Objective> OBJECTIVES =
            List.of(Objective.LOGISTIC, Objective.SQUARED_ERROR, Objective.POISSON);

    @Override
    public List<Objection> objections(ModelFacts model) {
        List<Objection> objections = new ArrayList<>();
        if (objective != null && !OBJECTIVES.contains(objective)) {
            objections.add(new Objection(
                    "objective",
                    "the trainer linear has no objective " + objective.label(),
                    "one of: "
                            + String.join(
                                    ", ",
                                    OBJECTIVES.stream().map(Objective::label).toList())));
        } else {
            Objective.objection(objective, model, OBJECTIVES).ifPresent(objections::add);
        }
        classWeight.objection(model.task()).ifPresent(objections::add);
        return objections;
    }

    @Override
    public TargetRange targets(Task task) {
        return Objective.of(objective, task).targets();
    }
}

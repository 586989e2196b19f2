package io.plimsoll.score;

import io.plimsoll.data.Dataset;
import io.plimsoll.guard.Figures;
import io.plimsoll.read.Sources;
import io.plimsoll.step.StepOutput;
import java.util.Map;
import java.util.Set;

/**
 * What a model's SELECT makes of new rows. They come by anew whenever they are asked for, and are not counted before.
 *
 * @param sources still open
 * @param reference names of those whose rows go with the model
 */
public record NewRows(Dataset rows, Sources sources, Set<String> reference) implements StepOutput {
    @Override
    public String summary() {
        return "the version's own SELECT gives " + Figures.count(rows.columns().size(), "column");
    }

    @Override
    public Object findings() {
        return Map.of("columns", rows.columns());
    }
}

package io.plimsoll.preprocess;

import io.plimsoll.data.Dataset;
import io.plimsoll.read.Sources;
import io.plimsoll.step.StepOutput;
import java.util.Locale;
import java.util.Map;

/**
 * What the indication's SELECT made of its sources.
 *
 * @param sources still open, so that an opponent's own SELECT can be run over them
 */
public record ModellingTable(Dataset rows, Sources sources) implements StepOutput {
    @Override
    public String summary() {
        return String.format(
                Locale.ROOT,
                "modelling table of %,d rows, %d columns",
                rows.rows(),
                rows.columns().size());
    }

    @Override
    public Object findings() {
        return Map.of("rows", rows.rows(), "columns", rows.columns());
    }
}

package io.plimsoll.score;

import io.plimsoll.guard.Figures;
import io.plimsoll.read.SourceFacts;
import io.plimsoll.step.StepOutput;
import java.util.Map;
import java.util.Optional;

/** New rows that have all columns that the model wants. */
public record ReadyRows(NewRows rows, OutputLayout layout, int inputs) implements StepOutput {
    /** The first source to score that has a column of the key's name. */
    Optional<SourceFacts> keySource() {
        return rows.sources().facts().stream()
                .filter(facts -> !rows.reference().contains(facts.name()))
                .filter(facts -> facts.columns().stream()
                        .anyMatch(column -> column.name().equals(layout.key())))
                .findFirst();
    }

    @Override
    public String summary() {
        return Figures.count(inputs, "column") + " as the model wants them, "
                + Figures.count(layout.columns().size(), "column") + " to write";
    }

    @Override
    public Object findings() {
        return Map.of("inputs", inputs, "written", layout.columns());
    }
}

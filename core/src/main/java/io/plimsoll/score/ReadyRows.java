package io.plimsoll.score;

import io.plimsoll.guard.Figures;
import io.plimsoll.read.SourceFacts;
import io.plimsoll.step.StepOutput;
import java.util.List;
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

    /** Rows of which the SELECT makes those to score: of the source with the key, or of the only one; negative where there are several and none has it. */
    long read() {
        List<SourceFacts> scored = rows.sources().facts().stream()
                .filter(facts -> !rows.reference().contains(facts.name()))
                .toList();
        Optional<SourceFacts> only = scored.size() == 1 ? Optional.of(scored.get(0)) : Optional.empty();
        return keySource().or(() -> only).map(SourceFacts::rows).orElse(-1L);
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

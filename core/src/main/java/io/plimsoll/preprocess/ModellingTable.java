package io.plimsoll.preprocess;

import io.plimsoll.data.ContentHash;
import io.plimsoll.data.Dataset;
import io.plimsoll.read.Sources;
import io.plimsoll.step.Later;
import io.plimsoll.step.StepOutput;
import java.util.Locale;
import java.util.Map;

/**
 * What the indication's SELECT made of its sources.
 *
 * @param sources still open, so that an opponent's own SELECT can be run over them
 * @param content the {@linkplain ContentHash hash} of the rows
 */
public record ModellingTable(Dataset rows, Sources sources, Later<String> content) implements StepOutput {
    /** Rows that are hashed when somebody asks for it. */
    public ModellingTable(Dataset rows, Sources sources) {
        this(rows, sources, Later.by(() -> ContentHash.of(rows)));
    }

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

package io.plimsoll.score;

import io.plimsoll.guard.Figures;
import io.plimsoll.step.StepOutput;
import io.plimsoll.validate.Drift;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Rows with their predictions, in a file that nobody else sees yet.
 *
 * @param model the registered model's name
 * @param file Parquet, with the columns of {@code layout} and its constants
 * @param rows that were scored
 * @param read rows of which the SELECT made these; negative where that cannot be told
 * @param inputs in the order of the contract
 */
public record Scores(
        ReadyRows ready, String model, Path file, long rows, long read, List<InputCount> inputs, Drift drift)
        implements StepOutput {
    public Scores {
        inputs = List.copyOf(inputs);
    }

    /** Rows that the SELECT left out, as far as that can be told. */
    public long leftOut() {
        return Math.max(0, read - rows);
    }

    @Override
    public String summary() {
        long unseen = inputs.stream().mapToLong(InputCount::unseen).sum();
        String summary = String.format(Locale.ROOT, "%,d %s scored", rows, rows == 1 ? "row" : "rows");
        if (leftOut() > 0) {
            summary += String.format(Locale.ROOT, ", %,d left out by the query", leftOut());
        }
        return unseen == 0 ? summary : summary + "; " + Figures.count(unseen, "value") + " not seen in training";
    }

    @Override
    public Object findings() {
        Map<String, Object> findings = new LinkedHashMap<>();
        findings.put("rows", rows);
        findings.put("left_out", leftOut());
        findings.put("inputs", inputs);
        findings.put("drift", drift);
        return findings;
    }
}

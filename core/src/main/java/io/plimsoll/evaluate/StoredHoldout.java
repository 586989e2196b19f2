package io.plimsoll.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.guard.VerdictReport;
import io.plimsoll.metric.Metering;
import io.plimsoll.step.StepName;
import io.plimsoll.workspace.ArtifactStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a past run judged its candidate on, as its evidence keeps them.
 *
 * @param key of each row, in the order of the metering's rows
 * @param slices values of the columns by which its rules sliced, by column
 * @param recorded the verdict that it came to
 */
record StoredHoldout(
        List<String> key, Metering metering, Map<String, @Nullable String[]> slices, VerdictReport recorded) {
    /** Empty where the run did not come so far, or its evidence is gone. */
    static Optional<StoredHoldout> of(String runId, ArtifactStore artifacts) {
        Optional<String> rows = file(runId, "holdout.csv", artifacts);
        Optional<String> metrics = file(runId, "metrics.json", artifacts);
        Optional<String> verdict = file(runId, "verdict.json", artifacts);
        if (rows.isEmpty() || metrics.isEmpty() || verdict.isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> fields = EvidenceCsv.rows(rows.get());
        List<String> keys = List.of(EvidenceCsv.texts(fields, 0));
        return Optional.of(new StoredHoldout(
                keys,
                metering(fields, metrics.get()),
                slices(keys, file(runId, "slices.csv", artifacts).orElse("")),
                recorded(verdict.get())));
    }

    /** Row numbers by key. */
    Map<String, Integer> rowOf() {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < key.size(); i++) {
            index.put(key.get(i), i);
        }
        return index;
    }

    private static Metering metering(List<List<String>> rows, String metrics) {
        return Yardsticks.read(metrics).on(Holdout.scored(rows));
    }

    private static VerdictReport recorded(String verdict) {
        try {
            JsonNode json = CanonicalJson.read(verdict, JsonNode.class).path("verdict");
            return CanonicalJson.read(CanonicalJson.text(json), VerdictReport.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a run's verdict.json is not what Plimsoll wrote", e);
        }
    }

    private static Map<String, @Nullable String[]> slices(List<String> keys, String csv) {
        Map<String, Integer> rowOf = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            rowOf.put(keys.get(i), i);
        }
        Map<String, @Nullable String[]> slices = new HashMap<>();
        for (List<String> row : EvidenceCsv.rows(csv)) {
            Integer number = rowOf.get(row.get(0));
            if (number != null) {
                slices.computeIfAbsent(row.get(1), column -> new String[keys.size()])[number] =
                        row.get(2).isEmpty() ? null : row.get(2);
            }
        }
        return slices;
    }

    private static Optional<String> file(String runId, String name, ArtifactStore artifacts) {
        return artifacts
                .evidence(runId, StepName.EVALUATE.folder() + "/" + name)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}

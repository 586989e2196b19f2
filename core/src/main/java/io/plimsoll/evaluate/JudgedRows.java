package io.plimsoll.evaluate;

import io.plimsoll.metric.ScoredRows;
import io.plimsoll.step.StepName;
import io.plimsoll.workspace.ArtifactStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What a past run predicted for the rows that judged it, and what was true, without what tells whose rows they are.
 *
 * @param sha256 tells holdouts apart: two runs have the same one if the same rows with the same targets judged them
 */
public record JudgedRows(double[] target, double[] prediction, double[] weight, String sha256) {
    private static final int KEY = 0;
    private static final int GROUP = 1;
    private static final int TARGET = 2;
    private static final int PREDICTION = 3;
    private static final int WEIGHT = 4;

    /** Empty where the run did not come so far, or its evidence is gone or no longer what it wrote. */
    public static Optional<JudgedRows> of(String runId, ArtifactStore artifacts) {
        return artifacts
                .evidence(runId, StepName.EVALUATE.folder() + "/holdout.csv")
                .map(bytes -> EvidenceCsv.rows(new String(bytes, StandardCharsets.UTF_8)))
                .filter(rows -> !rows.isEmpty() && rows.stream().allMatch(row -> row.size() > WEIGHT))
                .flatMap(JudgedRows::read);
    }

    private static Optional<JudgedRows> read(List<List<String>> rows) {
        try {
            ScoredRows scored = new ScoredRows(
                    numbers(rows, TARGET), numbers(rows, PREDICTION), numbers(rows, WEIGHT), texts(rows, GROUP));
            String sha256 = new Holdout(texts(rows, KEY), scored).sha256();
            return Optional.of(new JudgedRows(scored.target(), scored.prediction(), scored.weight(), sha256));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static double[] numbers(List<List<String>> rows, int column) {
        return rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.get(column)))
                .toArray();
    }

    private static String[] texts(List<List<String>> rows, int column) {
        return rows.stream().map(row -> row.get(column)).toArray(String[]::new);
    }
}

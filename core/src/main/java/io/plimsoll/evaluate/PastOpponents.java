package io.plimsoll.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.guard.FindingCode;
import io.plimsoll.guard.Opponent;
import io.plimsoll.guard.Standing;
import io.plimsoll.guard.Witness;
import io.plimsoll.workspace.AliasMove;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Whom a past run would have met. A version's predictions for the run's rows are those that its own run stored for rows that it had not been
 * trained on, joined by key.
 */
final class PastOpponents implements Witness {
    private final Workspace workspace;
    private final RunRecord run;
    private final StoredHoldout holdout;

    PastOpponents(Workspace workspace, RunRecord run, StoredHoldout holdout) {
        this.workspace = workspace;
        this.run = run;
        this.holdout = holdout;
    }

    @Override
    public Standing standing(Opponent opponent) {
        if (opponent instanceof Opponent.Naive naive) {
            double[] prediction = new double[holdout.key().size()];
            boolean[] comparable = new boolean[prediction.length];
            Arrays.fill(prediction, naive.predictionFrom(holdout.metering().baseline()));
            Arrays.fill(comparable, true);
            return new Standing.Scored(prediction, comparable);
        }
        if (opponent instanceof Opponent.Training) {
            return new Standing.NotComparable(
                    FindingCode.OPPONENT_UNLOADABLE,
                    "a run keeps no predictions of its training rows; train again to judge this rule");
        }
        return version(opponent).map(this::met).orElseGet(Standing.Absent::new);
    }

    @Override
    public Optional<@Nullable String[]> values(String column) {
        return Optional.ofNullable(holdout.slices().get(column));
    }

    /** The version that the opponent stood for when the run began. */
    private Optional<ModelVersion> version(Opponent opponent) {
        List<ModelVersion> before = workspace.models().versions(run.model()).stream()
                .filter(version -> !version.created().isAfter(run.started())
                        && !version.runId().equals(run.id()))
                .toList();
        if (opponent instanceof Opponent.LastRegistered) {
            return before.stream().findFirst();
        }
        OptionalInt number = opponent instanceof Opponent.Version version
                ? OptionalInt.of(version.number())
                : holderOf(opponent.label());
        return before.stream()
                .filter(version -> number.equals(OptionalInt.of(version.version())))
                .findFirst();
    }

    private OptionalInt holderOf(String alias) {
        return workspace.models().aliasHistory(run.model(), alias).stream()
                .filter(move ->
                        !move.moved().isAfter(run.started()) && !run.id().equals(move.runId()))
                .reduce((earlier, later) -> later)
                .map(AliasMove::to)
                .orElse(OptionalInt.empty());
    }

    private Standing met(ModelVersion version) {
        Optional<RunRecord> origin = workspace.runs().find(version.runId());
        Optional<StoredHoldout> theirs = StoredHoldout.of(version.runId(), workspace.artifacts());
        if (origin.isEmpty() || theirs.isEmpty()) {
            return new Standing.NotComparable(
                    FindingCode.OPPONENT_UNLOADABLE,
                    version.reference() + " has no stored predictions: the evidence of its run is gone");
        }
        if (!question(origin.get()).equals(question(run))) {
            return new Standing.NotComparable(
                    FindingCode.DIFFERENT_QUESTION,
                    version.reference()
                            + " has another target, task, train_where or key, so no figure of it can be compared");
        }
        return joined(theirs.get());
    }

    private Standing joined(StoredHoldout theirs) {
        Map<String, Integer> rowOf = theirs.rowOf();
        double[] prediction = new double[holdout.key().size()];
        boolean[] comparable = new boolean[prediction.length];
        for (int row = 0; row < prediction.length; row++) {
            Integer other = rowOf.get(holdout.key().get(row));
            if (other != null) {
                prediction[row] = theirs.metering().rows().prediction()[other];
                comparable[row] = true;
            }
        }
        return new Standing.Scored(prediction, comparable);
    }

    /** What a run's model answers, as its config says it. */
    private static List<String> question(RunRecord run) {
        try {
            JsonNode model = CanonicalJson.read(run.config(), JsonNode.class)
                    .path("models")
                    .path(run.modelType());
            return List.of(
                    model.path("target").asText(),
                    model.path("task").asText(),
                    model.path("train_where").asText(),
                    model.path("data").path("key").asText());
        } catch (IOException e) {
            throw new UncheckedIOException("the config of a run is not what Plimsoll wrote", e);
        }
    }
}

package io.plimsoll.evaluate;

import io.plimsoll.artifact.ModelLoader;
import io.plimsoll.guard.Decision;
import io.plimsoll.guard.Guardrail;
import io.plimsoll.guard.Judge;
import io.plimsoll.guard.Opponent;
import io.plimsoll.guard.Standing;
import io.plimsoll.guard.Verdict;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.Workspace;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Where candidates are judged: it finds the champion of the moment, and can be called again when that has moved. */
public final class Bench {
    private final String model;
    private final Guardrail guardrail;
    private final Workspace workspace;
    private final ModelLoader loader;

    public Bench(String model, Guardrail guardrail, Workspace workspace, ModelLoader loader) {
        this.model = model;
        this.guardrail = guardrail;
        this.workspace = workspace;
        this.loader = loader;
    }

    Judgement judge(Candidate candidate) {
        Optional<ModelVersion> champion = workspace.models().alias(model, ModelVersion.CHAMPION);
        Map<Opponent, Standing> met = new HashMap<>();
        Verdict verdict = new Judge(
                        guardrail,
                        candidate.metering(),
                        opponent -> met.computeIfAbsent(opponent, other -> standing(other, candidate, champion)))
                .verdict();
        OptionalInt version =
                champion.map(found -> OptionalInt.of(found.version())).orElse(OptionalInt.empty());
        return new Judgement(verdict, Decision.on(verdict), version);
    }

    private Standing standing(Opponent opponent, Candidate candidate, Optional<ModelVersion> champion) {
        if (opponent instanceof Opponent.Naive naive) {
            return constant(
                    naive.predictionFrom(candidate.model().baseline()),
                    candidate.holdout().rows().rows());
        }
        ChampionStanding standing = new ChampionStanding(workspace.artifacts(), loader, candidate);
        return champion.map(standing::of).orElseGet(Standing.Absent::new);
    }

    private static Standing constant(double prediction, int rows) {
        double[] predictions = new double[rows];
        boolean[] comparable = new boolean[rows];
        Arrays.fill(predictions, prediction);
        Arrays.fill(comparable, true);
        return new Standing.Scored(predictions, comparable);
    }
}

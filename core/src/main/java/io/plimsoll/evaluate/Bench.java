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
    private final Recipes recipes;

    /** @param recipes how to make a version again, where rows are judged in folds */
    public Bench(String model, Guardrail guardrail, Workspace workspace, ModelLoader loader, Recipes recipes) {
        this.model = model;
        this.guardrail = guardrail;
        this.workspace = workspace;
        this.loader = loader;
        this.recipes = recipes;
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
            return new NaiveStanding(candidate).of(naive);
        }
        return champion.map(version -> standing(version, candidate)).orElseGet(Standing.Absent::new);
    }

    private Standing standing(ModelVersion version, Candidate candidate) {
        Folding folding = candidate.holdout().folding();
        return folding == null
                ? new ChampionStanding(workspace.artifacts(), loader, candidate).of(version)
                : new RecipeStanding(recipes, candidate, folding).of(version);
    }
}

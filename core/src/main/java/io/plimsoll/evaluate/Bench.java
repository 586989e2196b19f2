package io.plimsoll.evaluate;

import io.plimsoll.artifact.ModelLoader;
import io.plimsoll.guard.Alarm;
import io.plimsoll.guard.Attempts;
import io.plimsoll.guard.Decision;
import io.plimsoll.guard.Guardrail;
import io.plimsoll.guard.Judge;
import io.plimsoll.guard.Opponent;
import io.plimsoll.guard.Rule;
import io.plimsoll.guard.Standing;
import io.plimsoll.guard.Verdict;
import io.plimsoll.guard.VerdictReport;
import io.plimsoll.interval.Resampling;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Where candidates are judged: it finds the opponents of the moment, and can be called again when they have moved. */
public final class Bench {
    /** The same rows always give the same intervals. */
    public static final Resampling RESAMPLING = new Resampling(20_260_101, 2_000);

    private final Rivals rivals;
    private final Guardrail guardrail;
    private final Workspace workspace;
    private final ModelLoader loader;
    private final Recipes recipes;

    /** @param recipes how to make a version again, where rows are judged in folds */
    public Bench(String model, Guardrail guardrail, Workspace workspace, ModelLoader loader, Recipes recipes) {
        this(new Rivals(model, workspace.models(), null), guardrail, workspace, loader, recipes);
    }

    private Bench(Rivals rivals, Guardrail guardrail, Workspace workspace, ModelLoader loader, Recipes recipes) {
        this.rivals = rivals;
        this.guardrail = guardrail;
        this.workspace = workspace;
        this.loader = loader;
        this.recipes = recipes;
    }

    /** The same bench for a candidate that is registered already: it is not the last registered version that it would have to meet. */
    public Bench judgingAgain(ModelVersion candidate) {
        Rivals others = new Rivals(candidate.model(), workspace.models(), candidate.version());
        return new Bench(others, guardrail, workspace, loader, recipes);
    }

    /** The value from which on a result is taken for a leak. */
    double suspicious() {
        return guardrail.suspicious();
    }

    /**
     * Whom a candidate would meet now: the champion always, since a registration takes its place, and every other version that a rule means, each by
     * the name that the rule has for it.
     */
    public Map<Opponent, Optional<ModelVersion>> opponents() {
        Map<Opponent, Optional<ModelVersion>> met = new LinkedHashMap<>();
        Opponent champion = new Opponent.Champion();
        met.put(champion, rivals.of(champion));
        for (Rule rule : guardrail.rules()) {
            if (rule instanceof Rule.AgainstOpponent against
                    && against.opponent().isVersion()) {
                met.put(against.opponent(), rivals.of(against.opponent()));
            }
        }
        return met;
    }

    /** Whether the model has a version that a candidate could meet at all. */
    public boolean hasOpponents() {
        return !rivals.others().isEmpty();
    }

    /** How many different candidates this holdout has judged, this one included. */
    public int attempts(String runId, String judgedSha256, String modelSha256) {
        return workspace.runs().judged(runId, judgedSha256, modelSha256);
    }

    /** @param alarms what looks too good to be true, whoever the opponents are */
    Judgement judge(Candidate candidate, List<Alarm> alarms, int candidates) {
        Optional<ModelVersion> champion = rivals.alias(ModelVersion.CHAMPION);
        Opponents opponents = new Opponents(rivals, versions(candidate), candidate);
        Verdict verdict = new Judge(guardrail, candidate.metering(), opponents, RESAMPLING).verdict(alarms);
        Decision decision = Decision.on(verdict);
        OptionalInt version =
                champion.map(found -> OptionalInt.of(found.version())).orElse(OptionalInt.empty());
        VerdictReport report = VerdictReport.of(verdict, Attempts.of(candidates, decision));
        return new Judgement(report, decision, version, opponents.scored(), opponents.sliced());
    }

    /** What a version predicts for the rows that judge, or, where they judge in folds and it has seen them, what its recipe predicts. */
    private Function<ModelVersion, Standing> versions(Candidate candidate) {
        Folding folding = candidate.holdout().folding();
        return folding == null
                ? new VersionStanding(workspace.artifacts()::model, loader, candidate)::of
                : new RecipeStanding(recipes, candidate, folding)::of;
    }
}

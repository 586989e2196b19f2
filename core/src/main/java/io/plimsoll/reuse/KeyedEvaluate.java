package io.plimsoll.reuse;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.data.SourceFile;
import io.plimsoll.evaluate.Bench;
import io.plimsoll.evaluate.EvaluateStep;
import io.plimsoll.evaluate.Evaluation;
import io.plimsoll.evaluate.EvaluationRecord;
import io.plimsoll.guard.Opponent;
import io.plimsoll.read.SourceFacts;
import io.plimsoll.reuse.ReusingPassage.Travel;
import io.plimsoll.step.Later;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.StepName;
import io.plimsoll.train.TrainedModel;
import io.plimsoll.workspace.DatasetCatalog;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.StepResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A verdict, by the model, the rows, the rules, whom they name, and how many candidates the rows have judged. */
final class KeyedEvaluate implements Keyed<TrainedModel, Evaluation> {
    /** What a measurement follows from, without anybody who judges. */
    private static final List<String> MEASURED =
            List.of("step", "code", "platform", "engine", "libraries", "plugins", "model", "split", "metric", "weight");

    private final EvaluateStep step;
    private final Bench bench;
    private final Predicate<ModelVersion> sameTable;
    private final Shelves shelves;
    private final KeyedTrain.Basis basis;

    /** @param sameTable whether a version reads the modelling table that the candidate reads, so that it needs no source */
    KeyedEvaluate(
            EvaluateStep step,
            Bench bench,
            Predicate<ModelVersion> sameTable,
            Shelves shelves,
            KeyedTrain.Basis basis) {
        this.step = step;
        this.bench = bench;
        this.sameTable = sameTable;
        this.shelves = shelves;
        this.basis = basis;
    }

    /** Where models, the names of rows, and what earlier runs left are. */
    record Shelves(KeptModels models, DatasetCatalog datasets, Travel travel) {}

    @Override
    public StepName name() {
        return StepName.EVALUATE;
    }

    @Override
    public Evaluation take(Later<TrainedModel> input, Trail trail, RunContext run) {
        return shelves.models()
                .whole(modelSha256(trail))
                .flatMap(model -> earlier(trail, run)
                        .map(known -> step.judgeEarlier(known, subject(known.found(), model, run), input, run)))
                .orElseGet(() -> step.run(input.get(), run));
    }

    /** Where only rules or opponents are others than in the run before, what that run measured holds: rows need not be scored again. */
    private Optional<EvaluateStep.Earlier> earlier(Trail trail, RunContext run) {
        if (!shelves.travel().reuse()) {
            return Optional.empty();
        }
        KeyParts parts = parts(trail, run).orElseThrow();
        return shelves.travel()
                .memory()
                .latest(name())
                .filter(result -> KeyParts.read(result.parts()).isAlikeIn(MEASURED, parts))
                .flatMap(this::earlier);
    }

    private Optional<EvaluateStep.Earlier> earlier(StepResult result) {
        return StepMemory.recollection(result).flatMap(left -> {
            EvaluationRecord found = Trail.read(left.remains(), EvaluationRecord.class);
            // out of folds it takes more than the rows: the naive models of each fold
            return found.judged() != null
                    ? Optional.empty()
                    : shelves.travel()
                            .memory()
                            .files(result, left)
                            .map(files -> new String(files.get("holdout.csv"), StandardCharsets.UTF_8))
                            .map(rows -> new EvaluateStep.Earlier(found, rows, left.warnings()));
        });
    }

    private Evaluation.Subject subject(EvaluationRecord record, ModelFiles model, RunContext run) {
        DatasetVersion rows = shelves.datasets().ofRun(run.runId()).orElseThrow();
        return new Evaluation.Subject(model, rows, record.judged(), record.coverage());
    }

    @Override
    public Optional<KeyParts> parts(Trail trail, RunContext run) {
        String model = modelSha256(trail);
        String judged = trail.remains(StepName.SPLIT, KeyedSplit.Remains.class).judgedSha256();
        Map<Opponent, Optional<ModelVersion>> opponents = bench.opponents();
        KeyParts parts = basis.ground()
                .fittingParts(name())
                .with("model", model)
                .with("split", trail.key(StepName.SPLIT))
                .with(basis.config().of(name()))
                .with("candidates of the holdout", bench.attempts(run.runId(), judged, model));
        for (Map.Entry<Opponent, Optional<ModelVersion>> opponent : opponents.entrySet()) {
            parts = parts.with(opponent.getKey().label(), shown(opponent.getValue()));
        }
        boolean sources =
                opponents.values().stream().flatMap(Optional::stream).anyMatch(version -> !sameTable.test(version));
        return Optional.of(sources ? parts.with("sources", contents(trail)) : parts);
    }

    private Map<String, Object> shown(Optional<ModelVersion> version) {
        Map<String, Object> shown = new TreeMap<>();
        version.ifPresentOrElse(
                found -> {
                    shown.put("version", found.reference());
                    shown.put("model_sha256", found.sha256());
                },
                () -> shown.put("version", bench.hasOpponents() ? "none" : "none yet"));
        return shown;
    }

    private static Map<String, List<String>> contents(Trail trail) {
        Map<String, List<String>> contents = new TreeMap<>();
        Arrays.stream(trail.remains(StepName.READ, SourceFacts[].class)).forEach(facts -> {
            List<String> hashes = new ArrayList<>();
            facts.files().stream().map(SourceFile::sha256).forEach(hashes::add);
            contents.put(facts.name(), hashes);
        });
        return contents;
    }

    @Override
    public Object keep(Evaluation made) {
        return made.record();
    }

    @Override
    public boolean isLasting(Evaluation made) {
        return made.record().lasts();
    }

    @Override
    public TakenUp<Evaluation> takeUp(JsonNode remains, Later<TrainedModel> input, Trail trail, RunContext run) {
        EvaluationRecord record = Trail.read(remains, EvaluationRecord.class);
        Optional<ModelFiles> files = shelves.models().whole(modelSha256(trail));
        if (files.isEmpty()) {
            return TakenUp.not("the model that it judged is gone or damaged", remains);
        }
        Evaluation.Subject judged = subject(record, files.get(), run);
        return TakenUp.of(Later.of(step.recalled(record, judged, input, run)), remains);
    }

    private static String modelSha256(Trail trail) {
        return trail.remains(StepName.TRAIN, KeyedTrain.Remains.class).modelSha256();
    }
}

package io.plimsoll.reuse;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.artifact.ModelLoader;
import io.plimsoll.config.ModelConfig;
import io.plimsoll.data.SourceFile;
import io.plimsoll.metric.Baseline;
import io.plimsoll.read.SourceFacts;
import io.plimsoll.step.Later;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.StepName;
import io.plimsoll.train.ModelIdentity;
import io.plimsoll.train.SourceRecord;
import io.plimsoll.train.StoredModelStep;
import io.plimsoll.train.TrainStep;
import io.plimsoll.train.TrainedModel;
import io.plimsoll.transform.TransformedTable;
import java.util.List;
import java.util.Optional;

/** A model, kept in the workspace whatever will be decided on it. */
final class KeyedTrain implements Keyed<TransformedTable, TrainedModel> {
    private final TrainStep step;
    private final ModelIdentity identity;
    private final ModelConfig model;
    private final Shelf shelf;
    private final Basis basis;

    /** @param identity what the model's folder says of its origin */
    KeyedTrain(TrainStep step, ModelIdentity identity, ModelConfig model, Shelf shelf, Basis basis) {
        this.step = step;
        this.identity = identity;
        this.model = model;
        this.shelf = shelf;
        this.basis = basis;
    }

    /** Where models are, and what loads them. */
    record Shelf(KeptModels models, ModelLoader loader) {}

    /** What keys are made of. */
    record Basis(ConfigParts config, Ground ground) {}

    /**
     * What remains of a trained model.
     *
     * @param baseline the naive models of its training rows
     */
    record Remains(String modelSha256, Baseline baseline) {}

    @Override
    public StepName name() {
        return StepName.TRAIN;
    }

    @Override
    public TrainedModel take(Later<TransformedTable> input, Trail trail, RunContext run) {
        return step.run(input.get(), run);
    }

    @Override
    public Optional<KeyParts> parts(Trail trail, RunContext run) {
        List<SourceFacts> sources = List.of(trail.remains(StepName.READ, SourceFacts[].class));
        List<Contract.Table> tables = SourceRecord.tables(
                model.data(),
                trail.remains(StepName.PREPROCESS, KeyedPreprocess.Remains.class)
                        .columns(),
                sources);
        KeyParts parts = basis.ground()
                .fittingParts(name())
                .with("transform", trail.key(StepName.TRANSFORM))
                .with(basis.config().of(name()))
                .with("origin", identity)
                .with("columns of sources", tables);
        for (Contract.Table table : tables) {
            if (table.reference()) {
                parts = parts.with("source " + table.name(), contents(table.name(), sources));
            }
        }
        return Optional.of(parts);
    }

    private static List<String> contents(String name, List<SourceFacts> sources) {
        return sources.stream()
                .filter(facts -> facts.name().equals(name))
                .flatMap(facts -> facts.files().stream())
                .map(SourceFile::sha256)
                .toList();
    }

    @Override
    public Object keep(TrainedModel made) {
        shelf.models().put(made.files());
        return new Remains(made.files().sha256(), made.baseline());
    }

    @Override
    public TakenUp<TrainedModel> takeUp(JsonNode remains, Later<TransformedTable> input, Trail trail, RunContext run) {
        Remains known = Trail.read(remains, Remains.class);
        Optional<ModelFiles> files = shelf.models().whole(known.modelSha256());
        if (files.isEmpty()) {
            return TakenUp.not("the model that it made is gone or damaged", remains);
        }
        ModelFiles found = files.get();
        return TakenUp.of(
                input.then(table -> StoredModelStep.of(found, table.split(), known.baseline(), shelf.loader(), run)),
                remains);
    }
}

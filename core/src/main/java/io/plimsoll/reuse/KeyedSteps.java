package io.plimsoll.reuse;

import io.plimsoll.config.IndicationConfig;
import io.plimsoll.config.ModelConfig;
import io.plimsoll.engine.Engine;
import io.plimsoll.engine.EngineLimits;
import io.plimsoll.evaluate.Bench;
import io.plimsoll.evaluate.EvaluateStep;
import io.plimsoll.evaluate.Evaluation;
import io.plimsoll.preprocess.ModellingTable;
import io.plimsoll.read.SourceReader;
import io.plimsoll.read.SourceSpec;
import io.plimsoll.read.Sources;
import io.plimsoll.reuse.ReusingPassage.Travel;
import io.plimsoll.split.SplitStep;
import io.plimsoll.split.SplitTable;
import io.plimsoll.step.Later;
import io.plimsoll.step.StepName;
import io.plimsoll.train.ModelIdentity;
import io.plimsoll.train.TrainStep;
import io.plimsoll.train.TrainedModel;
import io.plimsoll.transform.TransformStep;
import io.plimsoll.transform.TransformedTable;
import io.plimsoll.validate.ValidateStep;
import io.plimsoll.validate.ValidatedTable;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The steps of a training as steps whose results can be used again. */
public final class KeyedSteps {
    private final Travel travel;
    private final ModelConfig model;
    private final ConfigParts config;
    private final Ground ground;
    private final Place place;
    private final KeptRows rows;
    private final KeptModels models;

    /** @param code tells the code of Plimsoll from any other */
    public KeyedSteps(IndicationConfig config, String modelType, String code, Place place, Travel travel) {
        this.travel = travel;
        this.model = config.model(modelType);
        this.config = new ConfigParts(config, modelType);
        this.ground = new Ground(code, place.platform(), place.engine());
        this.place = place;
        this.rows = new KeptRows(place.workspace(), place.engine(), place.limits(), place.scratch());
        this.models = new KeptModels(config.registeredName(modelType), place.workspace());
    }

    /**
     * Where the steps are taken.
     *
     * @param scratch a local folder of this run
     * @param platform operating system and processor
     */
    public record Place(Engine engine, EngineLimits limits, Workspace workspace, Path scratch, String platform) {}

    /** Sources with their rows in files: those of databases are put into some for as long as the run goes on. */
    public static Later<List<SourceSpec>> inFiles(List<SourceSpec> sources, SourceReader reader, Travel travel) {
        return Later.by(() -> {
            List<SourceSpec> files = reader.inFiles(sources);
            for (SourceSpec file : files) {
                if (!sources.contains(file) && file.path() != null) {
                    travel.run().closeAtEnd(() -> Files.deleteIfExists(file.path()));
                }
            }
            return files;
        });
    }

    public Keyed<List<SourceSpec>, Sources> read(SourceReader reader, Later<List<SourceSpec>> sources) {
        boolean worthwhile =
                travel.reuse() && travel.memory().latest(StepName.READ).isPresent();
        Predicate<Trail> known = trail -> preprocessing().isKnown(trail, travel.memory(), travel.run());
        return new KeyedRead(reader, sources, config, ground, new KeyedRead.Looking(worthwhile, known));
    }

    public Keyed<Sources, ModellingTable> preprocess() {
        return preprocessing();
    }

    private KeyedPreprocess preprocessing() {
        return new KeyedPreprocess(model.data(), config, ground, rows);
    }

    /** @param predecessor the rows that the champion was trained on, if they are there */
    public Keyed<ModellingTable, ValidatedTable> validate(
            ValidateStep step, Supplier<Optional<DatasetVersion>> predecessor) {
        KeyedValidate.Standing standing = new KeyedValidate.Standing(ground, rows, place.workspace());
        return new KeyedValidate(step, model, config, standing, predecessor);
    }

    public Keyed<ValidatedTable, SplitTable> split(SplitStep step) {
        return new KeyedSplit(step, config, ground);
    }

    public Keyed<SplitTable, TransformedTable> transform(TransformStep step) {
        return new KeyedTransform(step, config, ground);
    }

    /** @param identity what the model's folder says of its origin */
    public Keyed<TransformedTable, TrainedModel> train(TrainStep step, ModelIdentity identity) {
        KeyedTrain.Shelf shelf = new KeyedTrain.Shelf(models, place.engine().loader(place.limits()));
        return new KeyedTrain(step, identity, model, shelf, new KeyedTrain.Basis(config, ground));
    }

    /** @param sameTable whether a version reads the modelling table that the candidate reads, so that it needs no source */
    public Keyed<TrainedModel, Evaluation> evaluate(EvaluateStep step, Bench bench, Predicate<ModelVersion> sameTable) {
        KeyedEvaluate.Shelves shelves =
                new KeyedEvaluate.Shelves(models, place.workspace().datasets(), travel);
        return new KeyedEvaluate(step, bench, sameTable, shelves, new KeyedTrain.Basis(config, ground));
    }
}

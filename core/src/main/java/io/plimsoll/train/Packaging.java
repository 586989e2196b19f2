package io.plimsoll.train;

import io.plimsoll.artifact.Canaries;
import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.Formula;
import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.artifact.ModelFolder;
import io.plimsoll.artifact.ModelLoader;
import io.plimsoll.artifact.Predictor;
import io.plimsoll.config.ModelConfig;
import io.plimsoll.data.Partition;
import io.plimsoll.metric.Task;
import io.plimsoll.split.SplitTable;
import io.plimsoll.transform.CanaryRows;
import io.plimsoll.transform.FittedTransform;
import io.plimsoll.transform.TransformGraph;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Makes the model folder: the whole path from modelling-table columns to prediction, with its contract. */
final class Packaging {
    private final ModelIdentity identity;
    private final ModelConfig config;
    private final ModelLoader loader;
    private final @Nullable Double threshold;

    /** @param threshold probability from which a row counts as class 1; null for regression */
    Packaging(ModelIdentity identity, ModelConfig config, ModelLoader loader, @Nullable Double threshold) {
        this.threshold = threshold;
        this.identity = identity;
        this.config = config;
        this.loader = loader;
    }

    ModelFiles pack(SplitTable split, FittedTransform transform, FittedModel model, Finish finish) {
        Formula formula = model.formula();
        SortedMap<String, byte[]> nativeFiles = model.nativeFiles();
        ModelGraph graph = ModelGraph.of(transform, formula, finish);
        SourceRecord sources = SourceRecord.of(config.data(), split.table().table());
        Contract bare = contract(split, transform, graph, sources);
        List<List<@Nullable Object>> rows = CanaryRows.of(transform, formula);
        try (Predictor predictor =
                loader.load(ModelFolder.of(graph.bytes(), bare, nativeFiles, sources.references()))) {
            Contract complete = bare.withCanaries(Canaries.record(predictor, rows));
            return ModelFolder.of(graph.bytes(), complete, nativeFiles, sources.references());
        }
    }

    private Contract contract(SplitTable split, FittedTransform transform, ModelGraph graph, SourceRecord sources) {
        boolean classes = config.task() == Task.CLASSIFICATION;
        Partition partition = split.partition();
        return new Contract(
                Contract.FORMAT,
                identity.name(),
                new TransformGraph(transform).inputs(),
                new Contract.Output(graph.output(), classes ? "probability" : "target", threshold, graph.interval()),
                config.data().query(),
                sources.names(),
                sources.tables(),
                new Contract.Question(
                        config.task(),
                        split.table().roles(),
                        config.trainWhere(),
                        config.targetScale().name().toLowerCase(Locale.ROOT),
                        config.weight().name().toLowerCase(Locale.ROOT),
                        partition),
                identity.trainingConfigSha256(),
                identity.versions(),
                identity.platform(),
                List.of());
    }
}

package io.plimsoll.pipeline;

import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.artifact.ModelFolder;
import io.plimsoll.data.Column;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.SourceFile;
import io.plimsoll.engine.Engine;
import io.plimsoll.engine.Snapshots;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.read.SourceFacts;
import io.plimsoll.read.Sources;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.Step;
import io.plimsoll.step.StepName;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Stands where sources are read, with the snapshot of what a past run's SELECT had made of them. */
final class RecordedSources implements Step<DatasetVersion, Sources> {
    private final TrainingPlan plan;
    private final List<SourceFile> files;
    private final ModelFiles model;
    private final Engine engine;
    private final Workspace workspace;

    /**
     * @param files that the run had read
     * @param model that the run made
     */
    RecordedSources(TrainingPlan plan, List<SourceFile> files, ModelFiles model, Engine engine, Workspace workspace) {
        this.plan = plan;
        this.model = model;
        this.files = List.copyOf(files);
        this.engine = engine;
        this.workspace = workspace;
    }

    @Override
    public StepName name() {
        return StepName.READ;
    }

    @Override
    public Sources run(DatasetVersion dataset, RunContext run) {
        Path scratch = workspace.artifacts().scratch();
        Path file = scratch.resolve("snapshot.parquet");
        run.closeAtEnd(() -> Files.deleteIfExists(file));
        workspace.artifacts().copyDataset(dataset.sha256(), file);
        Snapshots snapshots = run.closeAtEnd(engine.snapshots(List.of(file), scratch, plan.limits()));
        return new Kept(dataset, snapshots, facts());
    }

    /** Under the names that the query knows; what was noticed of each file when it was read is not kept. */
    private List<SourceFacts> facts() {
        Map<String, List<Column>> columns = new TreeMap<>();
        List<Contract.Table> tables = ModelFolder.verify(model).tables();
        if (tables != null) {
            tables.forEach(table -> columns.put(table.name(), table.columns()));
        }
        return plan.model().data().sources().keySet().stream()
                .map(name -> new SourceFacts(
                        name,
                        files.stream()
                                .filter(file -> file.source().equals(name))
                                .toList(),
                        columns.getOrDefault(name, List.of()),
                        List.of()))
                .toList();
    }

    /** One answer to one question: the rows lie in the order of the key by which they were selected. */
    private final class Kept implements Sources {
        private final DatasetVersion dataset;
        private final Snapshots snapshots;
        private final List<SourceFacts> facts;

        Kept(DatasetVersion dataset, Snapshots snapshots, List<SourceFacts> facts) {
            this.dataset = dataset;
            this.snapshots = snapshots;
            this.facts = facts;
        }

        @Override
        public List<SourceFacts> facts() {
            return facts;
        }

        @Override
        public Dataset select(String query, String key) {
            if (query.equals(plan.model().data().query())
                    && key.equals(plan.model().data().key())) {
                return snapshots.tables().get(0);
            }
            throw PlimsollException.of(
                    ErrorCode.QUERY_INVALID,
                    "it needs another SELECT than the one of which " + dataset.reference() + " keeps the rows",
                    "",
                    "train again, with the sources at hand");
        }

        @Override
        public Optional<String> acrossRows(String query, Set<String> reference) {
            return Optional.empty();
        }

        @Override
        public byte[] snapshot(String source) {
            return model.file(ModelFolder.reference(source));
        }

        @Override
        public String summary() {
            return "the rows of " + dataset.reference() + ", as they were kept";
        }

        @Override
        public void close() {
            snapshots.close();
        }
    }
}

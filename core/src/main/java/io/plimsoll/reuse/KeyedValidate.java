package io.plimsoll.reuse;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.config.ModelConfig;
import io.plimsoll.data.Roles;
import io.plimsoll.data.SourceFile;
import io.plimsoll.preprocess.ModellingTable;
import io.plimsoll.read.SourceFacts;
import io.plimsoll.step.Later;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.StepName;
import io.plimsoll.validate.Drift;
import io.plimsoll.validate.ValidateStep;
import io.plimsoll.validate.ValidatedTable;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.Workspace;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What was found of a modelling table, by the hash of its content: whatever became of its sources, the same rows are faultless again. */
final class KeyedValidate implements Keyed<ModellingTable, ValidatedTable> {
    private final ValidateStep step;
    private final ModelConfig model;
    private final ConfigParts config;
    private final Standing standing;
    private final Supplier<Optional<DatasetVersion>> predecessor;

    /** @param predecessor the rows that the champion was trained on, if they are there */
    KeyedValidate(
            ValidateStep step,
            ModelConfig model,
            ConfigParts config,
            Standing standing,
            Supplier<Optional<DatasetVersion>> predecessor) {
        this.step = step;
        this.model = model;
        this.config = config;
        this.standing = standing;
        this.predecessor = predecessor;
    }

    /** What it stands on, and where results are. */
    record Standing(Ground ground, KeptRows rows, Workspace workspace) {}

    /**
     * What remains of a table that was let through.
     *
     * @param dataset the name of its snapshot
     * @param version of the snapshot
     */
    record Remains(String dataset, int version, Drift drift) {}

    @Override
    public StepName name() {
        return StepName.VALIDATE;
    }

    @Override
    public ValidatedTable take(Later<ModellingTable> input, Trail trail, RunContext run) {
        return step.run(input.get(), run);
    }

    @Override
    public Optional<KeyParts> parts(Trail trail, RunContext run) {
        String rows = trail.remains(StepName.PREPROCESS, KeyedPreprocess.Remains.class)
                .sha256();
        return Optional.of(standing.ground()
                .parts(name())
                .with("rows", rows)
                .with("columns of sources", columns(trail))
                .with(config.of(name()))
                .with(config.checked())
                .with("rows of the champion", othersThan(rows)));
    }

    /** Nothing where there is no champion, and where it was trained on these very rows: then there is no drift either way. */
    private String othersThan(String rows) {
        return predecessor
                .get()
                .map(DatasetVersion::sha256)
                .filter(others -> !others.equals(rows))
                .orElse("none but these");
    }

    /** Faults of the table quote what was noticed of the sources. */
    private static Object columns(Trail trail) {
        TreeMap<String, Object> columns = new TreeMap<>();
        for (SourceFacts facts : trail.remains(StepName.READ, SourceFacts[].class)) {
            columns.put(facts.name(), List.of(facts.columns(), facts.nearNumbers()));
        }
        return columns;
    }

    @Override
    public Object keep(ValidatedTable made) {
        return new Remains(made.dataset().name(), made.dataset().version(), made.drift());
    }

    @Override
    public TakenUp<ValidatedTable> takeUp(JsonNode remains, Later<ModellingTable> input, Trail trail, RunContext run) {
        Remains known = Trail.read(remains, Remains.class);
        Optional<DatasetVersion> kept = standing.workspace().datasets().version(known.dataset(), known.version());
        String obstacle = kept.map(version -> standing.rows().obstacle(version.sha256()))
                .orElse("the workspace does not know its rows any more");
        if (!obstacle.isEmpty()) {
            return TakenUp.not(obstacle, remains);
        }
        List<SourceFile> sources = Arrays.stream(trail.remains(StepName.READ, SourceFacts[].class))
                .flatMap(facts -> facts.files().stream())
                .toList();
        DatasetVersion dataset = standing.workspace().datasets().register(kept.orElseThrow(), run.runId(), sources);
        Roles roles = new Roles(model.data().key(), model.data().group(), model.target());
        return TakenUp.of(
                input.then(table -> new ValidatedTable(
                        table, ValidateStep.labelled(table.rows(), model), roles, dataset, known.drift())),
                remains);
    }
}

package io.plimsoll.validate;

import io.plimsoll.config.ModelConfig;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Filter;
import io.plimsoll.data.Roles;
import io.plimsoll.fault.Fault;
import io.plimsoll.preprocess.ModellingTable;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.Step;
import io.plimsoll.step.StepName;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.Workspace;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Lets a modelling table through if nothing is wrong with it, and keeps a snapshot of it. */
public final class ValidateStep implements Step<ModellingTable, ValidatedTable> {
    private final ModelConfig model;
    private final Supplier<Predecessor> predecessor;
    private final Snapshot snapshot;

    /**
     * @param predecessor finds what the champion was trained on
     * @param scratch an empty local folder
     */
    public ValidateStep(
            String indication,
            ModelConfig model,
            Supplier<Predecessor> predecessor,
            Workspace workspace,
            Path scratch) {
        this.model = model;
        this.predecessor = predecessor;
        this.snapshot = new Snapshot(indication, model.data(), workspace, scratch);
    }

    @Override
    public StepName name() {
        return StepName.VALIDATE;
    }

    @Override
    public ValidatedTable run(ModellingTable table, RunContext run) {
        Dataset labelled = check(table, model, run::warn);
        new Suspects(model, run::warn).tell(table.rows(), labelled);
        Drift drift = new DriftCheck(model, predecessor.get(), run::warn).check(table.rows());
        DatasetVersion dataset = snapshot.take(table, run);
        Roles roles = new Roles(model.data().key(), model.data().group(), model.target());
        return new ValidatedTable(table, labelled, roles, dataset, drift);
    }

    /**
     * The labelled rows of a faultless table. Writes nothing.
     *
     * @param warnings takes what is worth knowing and ends nothing
     * @throws io.plimsoll.fault.PlimsollException with {@code DATA_INVALID} and every fault
     */
    public static Dataset check(ModellingTable modelling, ModelConfig model, Consumer<Fault> warnings) {
        Dataset table = modelling.rows();
        DataFaults faults = new DataFaults(warnings);
        TableCheck whole = new TableCheck(model, modelling, faults);
        if (!whole.columnsArePresent()) {
            throw faults.exception();
        }
        whole.check();
        faults.throwIfAny();
        Dataset labelled = labelled(table, model);
        new LabelCheck(model, labelled, faults).check();
        if (labelled.rows() >= model.data().minLabelled()) {
            new TargetTwins(labelled, model.task(), faults).check(model.target(), model.features());
        }
        faults.throwIfAny();
        return labelled;
    }

    /** The rows that have a target and that {@code train_where} lets through; the table itself where these are all. */
    public static Dataset labelled(Dataset table, ModelConfig model) {
        boolean all = table.summary(model.target()).missing() == 0;
        Dataset present = all ? table : table.where(new Filter.Present(model.target()));
        String trainWhere = model.trainWhere();
        return trainWhere == null ? present : present.where(new Filter.Condition(trainWhere));
    }
}

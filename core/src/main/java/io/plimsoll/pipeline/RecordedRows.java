package io.plimsoll.pipeline;

import io.plimsoll.config.ModelConfig;
import io.plimsoll.data.Roles;
import io.plimsoll.preprocess.ModellingTable;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.Step;
import io.plimsoll.step.StepName;
import io.plimsoll.validate.Drift;
import io.plimsoll.validate.ValidateStep;
import io.plimsoll.validate.ValidatedTable;
import io.plimsoll.workspace.DatasetVersion;
import java.util.List;

/** Stands where a modelling table is validated, with one that is a dataset version already: it is checked alike, and not kept again. */
final class RecordedRows implements Step<ModellingTable, ValidatedTable> {
    private final ModelConfig model;
    private final DatasetVersion dataset;

    RecordedRows(ModelConfig model, DatasetVersion dataset) {
        this.model = model;
        this.dataset = dataset;
    }

    @Override
    public StepName name() {
        return StepName.VALIDATE;
    }

    @Override
    public ValidatedTable run(ModellingTable table, RunContext run) {
        Roles roles = new Roles(model.data().key(), model.data().group(), model.target());
        Drift none = new Drift(
                "not compared: these are the rows of " + dataset.reference(),
                null,
                table.rows().rows(),
                List.of());
        return new ValidatedTable(table, ValidateStep.check(table, model, warning -> {}), roles, dataset, none);
    }
}

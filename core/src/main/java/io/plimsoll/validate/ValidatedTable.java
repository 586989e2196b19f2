package io.plimsoll.validate;

import io.plimsoll.data.Dataset;
import io.plimsoll.data.Roles;
import io.plimsoll.preprocess.ModellingTable;
import io.plimsoll.step.StepOutput;
import io.plimsoll.workspace.DatasetVersion;
import java.util.Locale;
import java.util.Map;

/**
 * A modelling table that a model may be trained on.
 *
 * @param labelled the rows with a target that the model's filter lets through
 * @param dataset the snapshot of the whole table
 * @param drift from what the champion was trained on
 */
public record ValidatedTable(ModellingTable table, Dataset labelled, Roles roles, DatasetVersion dataset, Drift drift)
        implements StepOutput {
    @Override
    public String summary() {
        return String.format(
                Locale.ROOT,
                "%,d labelled of %,d rows; dataset %s@%d",
                labelled.rows(),
                table.rows().rows(),
                dataset.name(),
                dataset.version());
    }

    @Override
    public Object findings() {
        return Map.of(
                "rows", table.rows().rows(),
                "labelled", labelled.rows(),
                "unlabelled", table.rows().rows() - labelled.rows(),
                "dataset", Map.of("name", dataset.name(), "version", dataset.version(), "sha256", dataset.sha256()),
                "drift", drift);
    }
}

package io.plimsoll.validate;

import io.plimsoll.config.ModelConfig;
import io.plimsoll.data.Dataset;
import io.plimsoll.fault.Fault;
import java.util.function.Consumer;

/** What looks odd in a faultless table without anything having been declared of it. It is told, and ends nothing. */
public final class Suspects {
    private final ModelConfig model;
    private final DataFaults faults;

    /** @param warnings takes what is worth knowing */
    public Suspects(ModelConfig model, Consumer<Fault> warnings) {
        this.model = model;
        this.faults = new DataFaults(warnings);
    }

    /** What may spoil the model: dates that cannot be, rows that a split may part from their like, labels at odds, features that give too much away. */
    public void tell(Dataset table, Dataset labelled) {
        DateCheck dates = new DateCheck(table, faults);
        table.columns().forEach(dates::check);
        RowTwins twins = new RowTwins(model, faults);
        if (!isGrouped()) {
            twins.checkTwice(table, true);
        }
        twins.checkConflicts(labelled);
        SuspectColumns columns = new SuspectColumns(labelled, faults);
        model.features().columns().forEach(columns::checkFeature);
        model.features().categorical().forEach(columns::checkCategories);
        new LeakingFeatures(model, table, labelled, faults).check();
    }

    /** What harms no run: columns that the model does not read and should not, rows that are there twice in one group. */
    public void survey(Dataset table) {
        if (isGrouped()) {
            new RowTwins(model, faults).checkTwice(table, false);
        }
        new UnusedColumns(table, faults).check(model);
    }

    private boolean isGrouped() {
        return !model.data().group().equals(model.data().key());
    }
}

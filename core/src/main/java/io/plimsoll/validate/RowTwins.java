package io.plimsoll.validate;

import io.plimsoll.config.ModelConfig;
import io.plimsoll.data.Column;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Discord;
import io.plimsoll.guard.Figures;
import io.plimsoll.metric.Task;
import java.util.List;
import java.util.Locale;

/** Warns of rows that are there twice, and of rows that a model cannot tell apart although their classes differ. */
final class RowTwins {
    private static final double WORTH_TELLING = 0.05;

    /** Where features have fewer different rows, that some agree is no surprise, and that their classes differ is what models are for. */
    private static final double TOLD_APART = 0.5;

    private final ModelConfig model;
    private final DataFaults faults;

    RowTwins(ModelConfig model, DataFaults faults) {
        this.model = model;
        this.faults = faults;
    }

    /** @param parted whether the split may part rows that are alike, which flatters a model */
    void checkTwice(Dataset table, boolean parted) {
        String key = model.data().key();
        List<String> others = table.columns().stream()
                .map(Column::name)
                .filter(name -> !name.equals(key))
                .toList();
        long again = table.rows() - table.distinctRows(others);
        if (again > 0) {
            faults.warn(
                    faults.count(again, "row") + " of " + table.rows() + (again == 1 ? " repeats" : " repeat")
                            + " another in every column but the key",
                    "",
                    "if they are the same thing twice, keep one with SELECT DISTINCT in data.query"
                            + (parted ? ", or name a data.group: they may lie on both sides of the split" : ""));
        }
    }

    void checkConflicts(Dataset labelled) {
        if (model.task() != Task.CLASSIFICATION) {
            return;
        }
        Discord discord = labelled.discord(model.features().columns(), model.target());
        double share = (double) discord.rows() / labelled.rows();
        if (share >= WORTH_TELLING
                && labelled.distinctRows(model.features().columns()) >= TOLD_APART * labelled.rows()) {
            faults.warn(
                    String.format(
                            Locale.ROOT,
                            "%,d of %,d labelled rows (%s) have the same features as a row of the other class, so that any"
                                    + " model is wrong about %,d of them at least",
                            discord.rows(),
                            labelled.rows(),
                            Figures.percent(share),
                            discord.fewest()),
                    model.target(),
                    "add a feature that tells them apart, or look whether some labels are wrong");
        }
    }
}

package io.plimsoll.validate;

import io.plimsoll.config.DriftConfig;
import io.plimsoll.config.ModelConfig;
import io.plimsoll.data.ColumnFigures;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.DatasetProfile;
import io.plimsoll.fault.Fault;
import io.plimsoll.guard.Figures;
import io.plimsoll.metric.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Holds a modelling table against the one that the champion was trained on. */
public final class DriftCheck {
    private final ModelConfig model;
    private final DriftConfig limits;
    private final Predecessor predecessor;
    private final DataFaults faults;

    /** @param warnings takes what is worth knowing and ends nothing */
    public DriftCheck(ModelConfig model, Predecessor predecessor, Consumer<Fault> warnings) {
        this.model = model;
        this.limits = model.data().drift();
        this.predecessor = predecessor;
        this.faults = new DataFaults(warnings);
    }

    /** @throws io.plimsoll.fault.PlimsollException with {@code DATA_DRIFT} where {@code data.drift.severity} is error */
    public Drift check(Dataset table) {
        DatasetProfile before = predecessor.profile();
        if (before == null) {
            return new Drift(predecessor.name(), null, table.rows(), List.of());
        }
        checkRows(before.rows(), table.rows());
        List<ColumnDrift> columns = new ArrayList<>();
        for (String name : model.features().columns()) {
            add(name, model.features().categorical().contains(name), before, table, columns);
        }
        add(model.target(), model.task() == Task.CLASSIFICATION, before, table, columns);
        columns.forEach(drift -> report(drift, table.summary(drift.column()).present()));
        faults.throwIfAny();
        return new Drift(predecessor.name(), before.rows(), table.rows(), columns);
    }

    private static void add(
            String name, boolean isCategory, DatasetProfile before, Dataset table, List<ColumnDrift> columns) {
        before.column(name).ifPresent((ColumnFigures column) -> {
            double missing = before.rows() == 0 ? 0 : (double) column.missing() / before.rows();
            columns.add(
                    isCategory
                            ? ColumnDrift.ofCategories(column, missing, table)
                            : ColumnDrift.ofNumbers(column, missing, table));
        });
    }

    private void checkRows(long before, long after) {
        double change = before == 0 ? 0 : (double) after / before - 1;
        if (Math.abs(after - before) > limits.growth().fraction() * before) {
            drifted(
                    String.format(
                            Locale.ROOT,
                            "%,d rows where %s had %,d: %s %s, beyond data.drift.growth %s",
                            after,
                            predecessor.name(),
                            before,
                            Figures.percent(Math.abs(change)),
                            change < 0 ? "fewer" : "more",
                            Figures.percent(limits.growth().fraction())),
                    "");
        }
    }

    private void report(ColumnDrift drift, long present) {
        List<String> reasons = new ArrayList<>();
        Double psi = drift.psi();
        Double byChance = drift.psiByChance();
        if (psi != null && byChance != null && psi > limits.psi() && psi > byChance) {
            reasons.add("psi " + Figures.of(psi) + " is more than " + Figures.of(limits.psi()));
        }
        Double difference = drift.lInfinity();
        if (difference != null && difference > limits.lInfinity().fraction()) {
            reasons.add("the share of one category moved by " + points(difference) + ", more than "
                    + points(limits.lInfinity().fraction()));
        }
        addNewCategories(drift, present, reasons);
        double missing = drift.missingAfter() - drift.missingBefore();
        if (Math.abs(missing) > limits.missing().fraction()) {
            reasons.add("missing values went from " + Figures.percent(drift.missingBefore()) + " to "
                    + Figures.percent(drift.missingAfter()) + ", more than "
                    + points(limits.missing().fraction()));
        }
        if (!reasons.isEmpty()) {
            drifted("unlike what " + predecessor.name() + " holds: " + String.join("; ", reasons), drift.column());
        }
    }

    private void addNewCategories(ColumnDrift drift, long present, List<String> reasons) {
        Long rows = drift.newRows();
        Long categories = drift.newCategories();
        if (rows != null && categories != null && rows > limits.newCategories().fraction() * present) {
            reasons.add(Figures.count(rows, "row") + " of " + present + " have "
                    + (categories == 1 ? "a new value" : "one of " + Figures.count(categories, "new value"))
                    + ", more than "
                    + Figures.percent(limits.newCategories().fraction()));
        }
    }

    private void drifted(String what, String column) {
        faults.addDrift(
                limits.severity(),
                what,
                column,
                "look whether the source changed its meaning; if the world did, train on, or move the limit under data.drift");
    }

    private static String points(double share) {
        return Figures.of(share * 100) + " points";
    }
}

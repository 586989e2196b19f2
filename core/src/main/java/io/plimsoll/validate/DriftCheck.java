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
    private final DriftConfig config;
    private final DriftLimits limits;
    private final Predecessor predecessor;

    /** @param warnings takes what is worth knowing and ends nothing */
    public DriftCheck(ModelConfig model, Predecessor predecessor, Consumer<Fault> warnings) {
        this.model = model;
        this.config = model.data().drift();
        this.limits = new DriftLimits(predecessor.name(), config, warnings);
        this.predecessor = predecessor;
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
        columns.forEach(
                drift -> limits.judge(drift, table.summary(drift.column()).present()));
        limits.throwIfAny();
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
        if (Math.abs(after - before) > config.growth().fraction() * before) {
            limits.drifted(
                    String.format(
                            Locale.ROOT,
                            "%,d rows where %s had %,d: %s %s, beyond data.drift.growth %s",
                            after,
                            predecessor.name(),
                            before,
                            Figures.percent(Math.abs(change)),
                            change < 0 ? "fewer" : "more",
                            Figures.percent(config.growth().fraction())),
                    "");
        }
    }
}

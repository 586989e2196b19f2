package io.plimsoll.validate;

import io.plimsoll.config.ModelConfig;
import io.plimsoll.config.RuleConfig;
import io.plimsoll.config.SplitConfig;
import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnSummary;
import io.plimsoll.data.Dataset;
import io.plimsoll.preprocess.ModellingTable;
import io.plimsoll.read.NearNumber;
import io.plimsoll.read.SourceFacts;
import java.util.List;
import java.util.Objects;

/** Checks of the whole modelling table: its columns, its key and its groups. */
final class TableCheck {
    private final ModelConfig model;
    private final Dataset table;
    private final List<SourceFacts> facts;
    private final DataFaults faults;

    TableCheck(ModelConfig model, ModellingTable modelling, DataFaults faults) {
        this.model = model;
        this.table = modelling.rows();
        this.facts = modelling.sources().facts();
        this.faults = faults;
    }

    /** Whether every column that the config names is there; without them no other check can run. */
    boolean columnsArePresent() {
        require(model.data().key(), "data.key");
        if (!model.data().group().equals(model.data().key())) {
            require(model.data().group(), "data.group");
        }
        require(model.target(), "target");
        if (model.split() instanceof SplitConfig.Column split) {
            require(split.column(), "split.column");
        } else if (model.split() instanceof SplitConfig.Time split) {
            require(split.on(), "split.on");
        }
        model.features().numeric().forEach(column -> require(column, "features.numeric"));
        model.features().categorical().forEach(column -> require(column, "features.categorical"));
        model.data().columns().keySet().forEach(column -> require(column, "data.columns"));
        model.guardrail().rules().stream()
                .map(RuleConfig::slice)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(column -> require(column, "guardrail.rules.slice"));
        return faults.isEmpty();
    }

    void check() {
        if (table.rows() == 0) {
            faults.add("the modelling table has no rows", "", "check the WHERE of data.query");
            return;
        }
        checkKey();
        checkGroup();
        DeclaredChecks declared = new DeclaredChecks(table, faults);
        model.data().columns().forEach(declared::checkColumn);
        model.data().rules().forEach(declared::checkRule);
        for (String feature : model.features().numeric()) {
            // a column without any value is reported as that, of the labelled rows
            if (!column(feature).type().isNumeric() && table.summary(feature).present() > 0) {
                faults.add(
                        "the numeric feature is " + column(feature).type() + ", not a number, in the modelling table"
                                + otherValues(feature),
                        feature,
                        "mend the source, say under its options how numbers and missing values are written, or list"
                                + " the column under features.categorical");
            }
        }
    }

    private void checkKey() {
        String key = model.data().key();
        ColumnSummary summary = table.summary(key);
        if (summary.missing() > 0) {
            faults.add(
                    faults.count(summary.missing(), "row") + " of " + table.rows() + " without a key",
                    key,
                    "give every row a key, or leave these rows out in data.query");
        }
        long repeated = summary.present() - summary.distinct();
        if (repeated > 0) {
            faults.add(
                    "the key is not unique: " + faults.count(repeated, "row") + " of " + table.rows()
                            + " repeat a key that another row has",
                    key,
                    "choose a column that differs in every row, or make one row of each in data.query");
        }
    }

    private void checkGroup() {
        long missing = table.summary(model.data().group()).missing();
        if (missing > 0) {
            faults.add(
                    faults.count(missing, "row") + " of " + table.rows() + " without a group",
                    model.data().group(),
                    "give every row a group, or leave these rows out in data.query");
        }
    }

    /** Where what is no number stands in a source's column of the same name. */
    private String otherValues(String feature) {
        return facts.stream()
                .flatMap(source -> source.nearNumbers().stream())
                .filter(near -> near.column().equals(feature))
                .map(near -> ": " + faults.count(near.others(), "value") + " of its source "
                        + (near.others() == 1 ? "is" : "are") + " not one" + otherMark(near) + ", the first in "
                        + near.where())
                .findFirst()
                .orElse("");
    }

    private String otherMark(NearNumber near) {
        return near.otherMark() == 0
                ? ""
                : " (" + faults.count(near.otherMark(), "value") + " with the other decimal mark)";
    }

    private void require(String name, String path) {
        List<String> names = table.columns().stream().map(Column::name).toList();
        if (!names.contains(name)) {
            faults.addMissingColumn(name, path, names);
        }
    }

    private Column column(String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

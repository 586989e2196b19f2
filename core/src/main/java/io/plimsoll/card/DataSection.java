package io.plimsoll.card;

import io.plimsoll.artifact.Contract;
import io.plimsoll.data.GroupFolds;
import io.plimsoll.data.GroupHash;
import io.plimsoll.data.HeldValue;
import io.plimsoll.data.NumberProfile;
import io.plimsoll.data.Partition;
import io.plimsoll.data.Roles;
import io.plimsoll.data.TimeSplit;
import io.plimsoll.guard.Figures;
import io.plimsoll.workspace.DatasetVersion;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table that the model was trained on, column by column, and which of its rows judged. */
final class DataSection {
    private final CardFacts facts;

    DataSection(CardFacts facts) {
        this.facts = facts;
    }

    void write(Html html) {
        html.open("section").element("h2", "Data");
        DatasetVersion dataset = facts.dataset();
        if (dataset == null) {
            html.element("p", "Nothing is known of the data that this model was trained on.", "class", "note");
        } else {
            new Facts()
                    .add("Dataset version", dataset.reference())
                    .add("Rows", Facts.number(dataset.rows()) + ", with and without a target")
                    .add("Columns", Facts.number(dataset.columns().size()))
                    .add(
                            "Split",
                            Optional.ofNullable(facts.contract())
                                    .map(DataSection::split)
                                    .orElse(""))
                    .writeTo(html);
            profile(dataset, html);
        }
        html.close("section");
    }

    private static String split(Contract contract) {
        Partition partition = contract.training().holdout();
        Roles roles = contract.training().roles();
        boolean apart = roles.group().equals(roles.key());
        String whole = "whole " + (apart ? "rows" : "groups of equal " + roles.group());
        if (partition instanceof GroupHash hash) {
            return Figures.percent(hash.fraction()) + " held out to judge, " + whole + " by a salted hash";
        }
        if (partition instanceof GroupFolds folds) {
            return folds.folds() + " folds that judge in turn, " + whole
                    + " by a salted hash; the model is fitted on all labelled rows";
        }
        if (partition instanceof TimeSplit time) {
            return "rows from " + time.on() + " " + time.from() + " on held out to judge"
                    + (time.gap() > 0 ? ", those up to " + Figures.of(time.gap()) + " before left out" : "")
                    + (apart ? "" : "; a " + roles.group() + " with rows that judge does not train");
        }
        return partition instanceof HeldValue held
                ? "rows with one value of " + held.column() + " held out to judge"
                : "";
    }

    private void profile(DatasetVersion dataset, Html html) {
        TableProfile profile = facts.profile();
        if (profile == null) {
            html.element(
                    "p",
                    "The snapshot of " + dataset.reference() + " is gone or damaged, so there is no profile.",
                    "class",
                    "note");
            return;
        }
        Grid values = Grid.withFiguresAndARemark(
                2, "Column", "Used as", "Missing", "Distinct", "Mean", "10 %", "Median", "90 %", "Most frequent");
        Grid counts = Grid.withFigures(2, "Column", "Type", "Missing", "Distinct");
        for (TableProfile.Entry entry : profile.columns()) {
            String role = role(entry.column().name());
            if (role.isEmpty()) {
                counts.row(entry.column().name(), entry.column().type().name(), missing(entry), distinct(entry));
            } else {
                addTo(values, entry, role);
            }
        }
        values.writeTo(html);
        html.element(
                "p",
                "Over all rows of the table. Values are told of features and target only, and only those that 10 rows or more have.",
                "class",
                "small");
        if (!counts.isEmpty()) {
            html.open("details").element("summary", "Other columns of the table, which the model does not see");
            counts.writeTo(html);
            html.close("details");
        }
    }

    private static void addTo(Grid grid, TableProfile.Entry entry, String role) {
        NumberProfile numbers = entry.profile().numbers();
        String top = entry.top().stream()
                .map(level -> level.value() + " "
                        + Facts.percent((double) level.rows() / entry.profile().rows()))
                .collect(Collectors.joining(", "));
        grid.row(
                entry.column().name(),
                role,
                missing(entry),
                distinct(entry),
                numbers == null ? "" : Figures.of(numbers.mean()),
                numbers == null ? "" : Figures.of(numbers.firstDecile()),
                numbers == null ? "" : Figures.of(numbers.median()),
                numbers == null ? "" : Figures.of(numbers.lastDecile()),
                top);
    }

    private static String missing(TableProfile.Entry entry) {
        return Facts.percent(entry.profile().missingShare());
    }

    private static String distinct(TableProfile.Entry entry) {
        return Facts.number(entry.profile().distinct());
    }

    /** Empty for a column that the model does not see. */
    private String role(String column) {
        Contract contract = facts.contract();
        if (contract == null) {
            return "";
        }
        Roles roles = contract.training().roles();
        boolean isInput =
                contract.inputs().stream().anyMatch(input -> input.column().equals(column));
        return isInput
                ? "feature"
                : column.equals(roles.target())
                        ? "target"
                        : column.equals(roles.key()) ? "key" : column.equals(roles.group()) ? "group" : "";
    }
}

package io.plimsoll.score;

import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.Contract.Kind;
import io.plimsoll.config.bind.NearMatch;
import io.plimsoll.data.Column;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.Step;
import io.plimsoll.step.StepName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds the columns of new rows against what the model wants, and against what the config wants to keep. */
public final class ContractStep implements Step<NewRows, ReadyRows> {
    private final Contract contract;
    private final List<String> keep;
    private final Additions additions;

    /**
     * @param keep columns that go with the predictions
     */
    public ContractStep(Contract contract, List<String> keep, Additions additions) {
        this.contract = contract;
        this.keep = List.copyOf(keep);
        this.additions = additions;
    }

    @Override
    public StepName name() {
        return StepName.VALIDATE;
    }

    /** @throws PlimsollException with {@code COLUMN_MISSING}, {@code DATA_INVALID} or {@code CONFIG_INVALID}, and every fault */
    @Override
    public ReadyRows run(NewRows rows, RunContext run) {
        List<Column> columns = rows.rows().columns();
        List<Fault> faults = new ArrayList<>();
        contract.inputs().forEach(input -> check(input, columns, faults));
        String key = contract.training().roles().key();
        Set<String> kept = new LinkedHashSet<>();
        if (!keep.contains(key)) {
            kept.add(key);
        }
        kept.addAll(keep);
        List<Column> found = new ArrayList<>();
        for (String name : kept) {
            column(name, columns).ifPresentOrElse(found::add, () -> faults.add(missing(name, columns)));
        }
        OutputLayout.added(contract, additions).stream()
                .filter(kept::contains)
                .forEach(name -> faults.add(taken(name)));
        if (!faults.isEmpty()) {
            throw new PlimsollException(faults);
        }
        return new ReadyRows(
                rows,
                new OutputLayout(contract, found, additions),
                contract.inputs().size());
    }

    private void check(Contract.Input input, List<Column> columns, List<Fault> faults) {
        Optional<Column> column = column(input.column(), columns);
        if (column.isEmpty()) {
            faults.add(missing(input.column(), columns));
        } else if (input.kind() == Kind.NUMBER && !column.get().type().isNumeric()) {
            faults.add(new Fault(
                    ErrorCode.DATA_INVALID,
                    "the column holds no numbers, which the model wants there",
                    "column '" + input.column() + "'",
                    "give numbers, or blanks where they are not known"));
        }
    }

    private static Optional<Column> column(String name, List<Column> columns) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    private Fault missing(String name, List<Column> columns) {
        String near = NearMatch.hint(name, columns.stream().map(Column::name).toList());
        boolean isKept = keep.contains(name);
        return new Fault(
                ErrorCode.COLUMN_MISSING,
                "the rows to score have no column '" + name + "'" + near,
                isKept ? "output.keep" : "model " + contract.model(),
                isKept
                        ? "add the column to the rows, or take it out of output.keep"
                        : "add the column; where a value is not known, leave it blank");
    }

    private static Fault taken(String name) {
        return new Fault(
                ErrorCode.CONFIG_INVALID,
                "'" + name + "' is the name of a column that scoring adds",
                "output.keep",
                "keep it under another name, with AS in the query");
    }
}

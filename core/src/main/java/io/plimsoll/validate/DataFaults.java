package io.plimsoll.validate;

import io.plimsoll.config.Severity;
import io.plimsoll.config.bind.NearMatch;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.guard.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects what is wrong with a modelling table. */
final class DataFaults {
    private final List<Fault> faults = new ArrayList<>();
    private final Consumer<Fault> warnings;

    /** @param warnings takes what is worth knowing and ends nothing */
    DataFaults(Consumer<Fault> warnings) {
        this.warnings = warnings;
    }

    /** @param column the column that it is about; empty for the whole table */
    void add(String what, String column, String help) {
        faults.add(new Fault(ErrorCode.DATA_INVALID, what, where(column), help));
    }

    /** @param severity whether it ends the run or is only told */
    void add(Severity severity, String what, String column, String help) {
        if (severity == Severity.ERROR) {
            add(what, column, help);
        } else {
            warn(what, column, help);
        }
    }

    /** The table is unlike the one that the champion was trained on. */
    void addDrift(Severity severity, String what, String column, String help) {
        Fault fault = new Fault(ErrorCode.DATA_DRIFT, what, where(column), help);
        if (severity == Severity.ERROR) {
            faults.add(fault);
        } else {
            warnings.accept(fault);
        }
    }

    void warn(String what, String column, String help) {
        warnings.accept(new Fault(ErrorCode.DATA_SUSPICIOUS, what, where(column), help));
    }

    private static String where(String column) {
        return column.isEmpty() ? "the modelling table" : "column '" + column + "'";
    }

    void addMissingColumn(String name, String path, List<String> names) {
        String near = NearMatch.of(name, names)
                .map(n -> " (did you mean '" + n + "'?)")
                .orElse("");
        faults.add(new Fault(
                ErrorCode.DATA_INVALID,
                "the modelling table has no column '" + name + "'" + near,
                path,
                "name one of its " + names.size() + " columns; `plimsoll check` lists them"));
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    void throwIfAny() {
        if (!faults.isEmpty()) {
            throw exception();
        }
    }

    PlimsollException exception() {
        return new PlimsollException(faults);
    }

    /** {@code 1,204 rows}. */
    String count(long number, String noun) {
        return Figures.count(number, noun);
    }
}

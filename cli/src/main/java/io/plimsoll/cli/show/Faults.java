package io.plimsoll.cli.show;

import io.plimsoll.fault.Fault;
import java.io.PrintStream;
import java.util.List;

/** Prints what is wrong: two lines a fault, and a stack trace only for those who ask for it. */
public final class Faults {
    private final PrintStream err;
    private final boolean debug;

    public Faults(PrintStream err, boolean debug) {
        this.err = err;
        this.debug = debug;
    }

    public void print(List<Fault> faults, Throwable cause) {
        print(faults);
        if (debug) {
            cause.printStackTrace(err);
        }
    }

    /** Prints what is worth knowing and ended nothing. */
    public void warn(List<Fault> warnings) {
        for (Fault warning : warnings) {
            err.println(warning.warning());
            err.println(warning.advice());
        }
    }

    public void print(List<Fault> faults) {
        for (Fault fault : faults) {
            err.println(fault.line());
            err.println(fault.advice());
        }
    }
}

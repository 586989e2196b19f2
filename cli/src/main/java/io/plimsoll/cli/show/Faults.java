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

    public void print(List<Fault> faults) {
        for (Fault fault : faults) {
            err.println(fault.line());
            err.println(fault.advice());
        }
    }
}

package io.plimsoll.pipeline;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;

/** What is said of a failure that no code of ours should have thrown. */
final class Unexpected {
    private Unexpected() {}

    static Fault fault(Throwable cause) {
        boolean memory = cause instanceof OutOfMemoryError;
        String what = memory
                ? "the run ran out of memory"
                : "Plimsoll failed (" + cause.getClass().getSimpleName() + ")";
        String help = memory
                ? "give it more, as with PLIMSOLL_JAVA_OPTS=-Xmx8g, or train on fewer rows or features"
                : "run again with --debug and report the stack trace";
        return new Fault(ErrorCode.INTERNAL, what, "", help);
    }
}

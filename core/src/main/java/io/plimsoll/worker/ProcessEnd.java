package io.plimsoll.worker;

import java.util.Locale;
import java.util.Map;

/**
 * How a process ended.
 *
 * @param exit its exit code; 128 and more: by the signal of that number less 128
 * @param crashed whether Java says that native code broke down; its exit code does not always say so
 * @param lastWords the end of what it wrote on its error stream
 */
public record ProcessEnd(int exit, boolean crashed, String lastWords) {
    /** The exit code of a Java process that was told to end where its heap is full. */
    public static final int OUT_OF_HEAP = 3;

    private static final int SIGNALS = 128;
    private static final int KILL = 9;

    private static final Map<Integer, String> NAMES = Map.of(
            1, "SIGHUP", 2, "SIGINT", 4, "SIGILL", 6, "SIGABRT", 7, "SIGBUS", 8, "SIGFPE", KILL, "SIGKILL", 11,
            "SIGSEGV", 15, "SIGTERM");

    /** Whether somebody from outside ended it, so that another attempt may well succeed. */
    boolean isFromOutside() {
        int signal = exit - SIGNALS;
        return signal == 1 || signal == 2 || signal == KILL || signal == 15;
    }

    /** Whether it broke down inside native code. */
    boolean isCrash() {
        return crashed || (exit > SIGNALS && !isFromOutside());
    }

    boolean isOutOfHeap() {
        return exit == OUT_OF_HEAP;
    }

    /** {@code was ended by SIGKILL}, or {@code ended with exit code 1}. */
    String told() {
        if (exit <= SIGNALS) {
            return "ended with exit code " + exit;
        }
        int signal = exit - SIGNALS;
        String name = NAMES.getOrDefault(signal, String.format(Locale.ROOT, "signal %d", signal));
        return "was ended by " + name;
    }
}

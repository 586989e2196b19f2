package io.plimsoll.server.browser;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Looks again and again at what another process does, which tells nobody when it is done. */
final class Waiting {
    private static final long MOMENT_MILLIS = 20;

    private Waiting() {}

    static void aMoment() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(MOMENT_MILLIS));
    }

    static void until(String what, Duration longest, BooleanSupplier isSo) {
        long deadline = System.nanoTime() + longest.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + longest + ": " + what);
            }
            aMoment();
        }
    }
}

package io.plimsoll.project.work;

import java.io.IOException;
import java.io.OutputStream;

/** Ties this process to the one that started it: when that is gone, and with it the other end of the standard input, this one ends at once. */
public final class Leash {
    /** As if ended by SIGTERM. */
    private static final int ENDED = 143;

    private Leash() {}

    public static void toWhoeverStartedThis() {
        Thread thread = new Thread(Leash::hold, "leash");
        thread.setDaemon(true);
        thread.start();
    }

    private static void hold() {
        try {
            // nobody writes here: this waits for the end
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // it is torn, which is what this waits for
            Runtime.getRuntime().halt(ENDED);
        }
        Runtime.getRuntime().halt(ENDED);
    }
}

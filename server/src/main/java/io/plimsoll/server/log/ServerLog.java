package io.plimsoll.server.log;

import java.io.OutputStream;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;

/** Sends what this process logs to one stream, a line for each event. */
public final class ServerLog {
    /** Held, since a logger that nobody holds forgets its level. */
    private static final Logger OURS = Logger.getLogger("plimsoll");

    private ServerLog() {}

    public static void to(OutputStream stream) {
        Logger root = Logger.getLogger("");
        for (Handler usual : root.getHandlers()) {
            root.removeHandler(usual);
        }
        Handler lines = new Lines(stream);
        lines.setLevel(Level.INFO);
        root.addHandler(lines);
        root.setLevel(Level.WARNING);
        OURS.setLevel(Level.INFO);
    }

    /** Keeps no line back. */
    private static final class Lines extends StreamHandler {
        Lines(OutputStream stream) {
            super(stream, new LogLine());
        }

        @Override
        public synchronized void publish(LogRecord logged) {
            super.publish(logged);
            flush();
        }

        /** The stream is not ours. */
        @Override
        public synchronized void close() {
            flush();
        }
    }
}

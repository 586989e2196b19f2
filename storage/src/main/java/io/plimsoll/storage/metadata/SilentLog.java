package io.plimsoll.storage.metadata;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/** Keeps Flyway from writing between the lines of a command. What goes wrong comes back as an exception. Flyway makes one by its name. */
public final class SilentLog implements LogCreator, Log {
    @Override
    public Log createLogger(Class<?> source) {
        return this;
    }

    @Override
    public void debug(String message) {}

    @Override
    public void info(String message) {}

    @Override
    public void warn(String message) {}

    @Override
    public void error(String message) {}

    @Override
    public void error(String message, Exception cause) {}

    @Override
    public void notice(String message) {}
}

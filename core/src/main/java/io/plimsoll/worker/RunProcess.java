package io.plimsoll.worker;

import io.plimsoll.workspace.Claim;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** The process that carries out one attempt of one run. */
public interface RunProcess extends AutoCloseable {
    /** Starts the processes of a worker. */
    interface Launcher {
        /** @param limits what the process is told to keep to by itself; the worker sees to the rest */
        RunProcess start(Claim claim, RunLimits limits);
    }

    /** How it ended, or empty if it has not within the time. */
    Optional<ProcessEnd> await(Duration time);

    /** Bytes of memory that it holds now; empty where that cannot be told. */
    OptionalLong memory();

    /** Ends it at once. It is gone when this returns. */
    @Override
    void close();
}

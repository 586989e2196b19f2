package io.plimsoll.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Gives each test of the suites a workspace of its own. */
public abstract class WorkspaceContract {
    /** The clock that workspaces are opened with; it stands still. */
    protected static final Clock CLOCK = Clock.fixed(Samples.NOW.plusSeconds(5), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private Workspace workspace;

    /** @param folder an empty folder for its files, if it has any */
    protected abstract Workspace open(Path folder, Clock clock);

    @BeforeEach
    final void openWorkspace() {
        workspace = open(folder, CLOCK);
    }

    @AfterEach
    final void closeWorkspace() {
        workspace.close();
    }

    final Workspace workspace() {
        return workspace;
    }

    static void assertRefused(ErrorCode code, ThrowingCallable call) {
        PlimsollException refusal = catchThrowableOfType(PlimsollException.class, call);
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
    }

    /** Does something in several threads at once and gives back what came of it. */
    static <T> List<T> together(List<Callable<T>> calls) throws Exception {
        CyclicBarrier start = new CyclicBarrier(calls.size());
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> call : calls) {
                running.add(threads.submit(() -> {
                    start.await(1, TimeUnit.MINUTES);
                    return call.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : running) {
                results.add(future.get(5, TimeUnit.MINUTES));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}

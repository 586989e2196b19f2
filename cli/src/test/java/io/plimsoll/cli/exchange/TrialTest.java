package io.plimsoll.cli.exchange;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.artifact.ModelFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a process that tries a model does, this one goes on and says what happened. */
class TrialTest {
    private static final ModelFiles NOTHING = new ModelFiles("0".repeat(64), new TreeMap<>());

    @TempDir
    Path scratch;

    /** Ends as a process does that a native library has taken down. */
    static final class Crash {
        private Crash() {}

        public static void main(String... arguments) {
            Runtime.getRuntime().halt(134);
        }
    }

    /** Never ends. */
    static final class Hang {
        private Hang() {}

        public static void main(String... arguments) {
            while (arguments.length > 0) {
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    @Test
    void aCrashIsARefusal() {
        requireRefusal(
                Crash.class, Duration.ofMinutes(1), "the process that tried the model broke down (it ended with 134)");
    }

    @Test
    void timeIsLimited() {
        requireRefusal(Hang.class, Duration.ofMillis(300), "the model was not ready after 0 seconds");
    }

    @Test
    void aFolderWithoutAModelTakesTheProcessDownAndNotThisOne() {
        requireRefusal(TrialProcess.class, Duration.ofMinutes(1), "the process that tried the model broke down");
    }

    private void requireRefusal(Class<?> program, Duration limit, String what) {
        assertThatThrownBy(() -> new Trial(scratch, program.getName(), limit).of(NOTHING, "model.zip"))
                .hasMessageStartingWith("error[IMPORT_REFUSED]: " + what);
    }
}

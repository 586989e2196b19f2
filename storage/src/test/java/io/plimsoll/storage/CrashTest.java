package io.plimsoll.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plimsoll.contracts.RegistrationRace;
import io.plimsoll.contracts.Rounds;
import io.plimsoll.upkeep.Doctor;
import io.plimsoll.upkeep.Repair;
import io.plimsoll.workspace.ModelVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.util.LibraryLoaderUtil;

/** Whatever ends a process that registers, the version is there as a whole or not at all, and every invariant holds. */
class CrashTest {
    private static final Path STRACE = Path.of("/usr/bin/strace");
    private static final int LONGEST_LIFE = 150;
    private static final int KILLED = 128 + 9;

    /**
     * Every call by which a registration changes what is on the disk, with how many are passed over in the bounded form. Calls are counted
     * each for itself, so each is tried from its first to beyond its last.
     */
    private static final Map<String, Integer> PERSISTENCE = new TreeMap<>(Map.of(
            "fsync", 7,
            "fdatasync", 7,
            "rename", 1,
            "mkdir", 5,
            "unlink", 5,
            "rmdir", 2,
            "ftruncate", 3,
            "pwrite64", 47,
            "write", 11));

    /** The calls that a disk refuses, and with what in the bounded form. */
    private static final Map<String, String> REFUSALS = new TreeMap<>(
            Map.of("fsync", "EIO", "rename", "EIO", "mkdir", "ENOSPC", "pwrite64", "ENOSPC", "write", "ENOSPC"));

    /** So many kills the bounded form makes at least. */
    private static final int AT_LEAST = 5;

    @TempDir
    private Path directory;

    private Path folder;

    @BeforeEach
    void nameTheWorkspace() {
        Rounds.onFirstJdkOnly();
        folder = directory.resolve("workspace");
    }

    @Test
    void survivesKillsAtAnyMoment() throws Exception {
        Random moments = new Random(3);
        int acknowledged = 0;
        for (int kill = 0; kill < Rounds.of(6, 200); kill++) {
            try (ChildProcess child = ChildProcess.start(StoringMain.class, folder, "run-" + kill, 1_000_000)) {
                acknowledged += child.killAfterFirstLineAnd(moments.nextInt(LONGEST_LIFE))
                        .size();
            }
            int versions = requireSound();
            // At most one version a kill was committed without having been told
            assertThat(versions).isBetween(acknowledged, acknowledged + kill + 1);
        }
        assertThat(acknowledged).isGreaterThan(Rounds.of(6, 200));
    }

    /** Each until a registration passes untouched. */
    @Test
    void survivesAKillAtEveryPersistenceCall() throws Exception {
        assumeTrue(canInject(), "skipped: needs strace, and the right to trace");
        int kills = 0;
        for (String call : PERSISTENCE.keySet()) {
            boolean killed = true;
            for (int when = 1; killed; when += stride(call)) {
                int exit = run("run-" + call + "-" + when, call, "signal=KILL:when=" + when);
                assertThat(exit).as("killed, or ended well").isIn(KILLED, 0);
                killed = exit == KILLED;
                kills += killed ? 1 : 0;
                requireSound();
            }
        }
        assertThat(kills).isGreaterThan(Rounds.of(AT_LEAST, 100));
        assertThat(requireSound()).isPositive();
    }

    /** What the process said of its registration is so: nothing was registered that it took for refused, and nothing is lost. */
    @ParameterizedTest
    @ValueSource(strings = {"ENOSPC", "EIO"})
    void survivesAFaultOfTheDiskAtEveryPersistenceCall(String error) throws Exception {
        assumeTrue(canInject(), "skipped: needs strace, and the right to trace");
        int refused = 0;
        int versions = requireSound();
        List<String> calls = REFUSALS.keySet().stream()
                .filter(call -> Rounds.of(0, 1) == 1 || error.equals(REFUSALS.get(call)))
                .toList();
        for (String call : calls) {
            long most = most(call);
            versions++;
            for (int when = 1; when <= most; when += stride(call)) {
                int exit = run("run-" + call + "-" + when, call, "error=" + error + ":when=" + when);
                String what = error + " at " + call + " " + when;
                assertThat(exit).as(what).isIn(0, StoringMain.REFUSED, StoringMain.REFUSED_AFTERWARDS);
                versions += exit == StoringMain.REFUSED ? 0 : 1;
                assertThat(requireSound()).as("versions after %s", what).isEqualTo(versions);
                refused += exit == 0 ? 0 : 1;
            }
        }
        assertThat(refused).isPositive();
    }

    /** Many containers have strace and forbid what it does. */
    private static boolean canInject() throws IOException, InterruptedException {
        return Files.isExecutable(STRACE)
                && new ProcessBuilder(
                                        STRACE.toString(),
                                        "-f",
                                        "-qq",
                                        "-e",
                                        "inject=fsync:error=EIO:when=1",
                                        "/bin/true")
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0;
    }

    private static int stride(String call) {
        return Rounds.of(PERSISTENCE.getOrDefault(call, 1), 1);
    }

    /** How often the busiest thread of a registration makes a call; strace counts for each thread. Registers one version. */
    private long most(String call) throws Exception {
        Path trace = directory.resolve("trace-" + call);
        assertThat(run("run-" + call + "-counted", call, List.of("-o", trace.toString())))
                .isZero();
        return Files.readAllLines(trace).stream()
                .filter(line -> line.contains(" " + call + "("))
                .collect(Collectors.groupingBy(line -> line.substring(0, line.indexOf(' ')), Collectors.counting()))
                .values()
                .stream()
                .max(Long::compare)
                .orElseThrow();
    }

    private int run(String runId, String call, String injection) throws Exception {
        return run(runId, call, List.of("-o", "/dev/null", "-e", "inject=" + call + ":" + injection));
    }

    private int run(String runId, String call, List<String> more) throws Exception {
        List<String> strace = new ArrayList<>(List.of(
                "/usr/bin/env",
                "JAVA_TOOL_OPTIONS=-Dorg.sqlite.lib.path=" + unpackedSqlite(),
                STRACE.toString(),
                "-f",
                "-qq",
                "-e",
                "trace=" + call));
        strace.addAll(more);
        try (ChildProcess child = ChildProcess.startUnder(strace, StoringMain.class, folder, runId, 1)) {
            return child.await();
        }
    }

    /** The driver unpacks its library at each start, in many more calls than a registration makes; here it is done once. */
    private Path unpackedSqlite() throws IOException {
        Path unpacked = directory.resolve("sqlite");
        String name = LibraryLoaderUtil.getNativeLibName();
        if (Files.notExists(unpacked.resolve(name))) {
            Files.createDirectories(unpacked);
            String packed = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
            try (InputStream in = Objects.requireNonNull(LibraryLoaderUtil.class.getResourceAsStream(packed))) {
                Files.copy(in, unpacked.resolve(name));
            }
        }
        return unpacked;
    }

    /**
     * Lets the next process tidy up as it would, then holds every invariant.
     *
     * @return how many versions there are
     */
    private int requireSound() {
        Clock clock = Clock.systemUTC();
        try (LocalWorkspace workspace = LocalWorkspace.open(folder, clock)) {
            new Repair(workspace, clock).repair();
            assertThat(new Doctor(workspace, clock).defects()).isEmpty();
            List<ModelVersion> versions = workspace.models().versions("lung");
            new RegistrationRace(workspace.models(), "lung").requireOneLineOf(versions.size());
            return versions.size();
        }
    }
}

package io.plimsoll.step;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.canonical.Sha256;
import io.plimsoll.fault.Fault;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What a run hands to its steps: its identity, the clock, and places for progress, evidence and things to close. */
public final class RunContext implements AutoCloseable {
    private final String runId;
    private final InstantSource clock;
    private final RunListener listener;
    private final Evidence evidence;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final List<Fault> warnings = new ArrayList<>();
    private final SortedMap<String, String> stored = new TreeMap<>();
    private final AtomicReference<@Nullable StepName> current = new AtomicReference<>();

    public RunContext(String runId, InstantSource clock, RunListener listener, Evidence evidence) {
        this.runId = runId;
        this.clock = clock;
        this.listener = listener;
        this.evidence = evidence;
    }

    public String runId() {
        return runId;
    }

    public InstantSource clock() {
        return clock;
    }

    /** Stores a file in the folder of the step that is running. */
    public void evidence(String name, byte[] content) {
        evidence.put(step().folder() + "/" + name, content);
        stored.put(name, Sha256.of(content));
    }

    /** Stores what the step that is running found. */
    public void findings(Object findings) {
        evidence("findings.json", CanonicalJson.indented(findings).getBytes(StandardCharsets.UTF_8));
    }

    /** Stores a file of the run that is no evidence of any step. */
    public void beside(String path, byte[] content) {
        evidence.put(path, content);
    }

    /** SHA-256 of each file that the step that is running has stored, by name. */
    public SortedMap<String, String> stored() {
        return new TreeMap<>(stored);
    }

    /** Remembers what is worth knowing, and ends nothing. */
    public void warn(Fault warning) {
        warnings.add(warning);
        listener.warned(step(), warning);
    }

    /** Everything that the steps so far warn of. */
    public List<Fault> warnings() {
        return List.copyOf(warnings);
    }

    /** Tells how far the running step is. */
    public void progress(Progress progress) {
        listener.progressed(step(), progress);
    }

    /** Closes {@code resource} when the run ends, after everything that was opened later. */
    public <T extends AutoCloseable> T closeAtEnd(T resource) {
        open.push(resource);
        return resource;
    }

    @Override
    public void close() {
        RuntimeException failure = null;
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                failure =
                        failure == null ? new IllegalStateException("could not close a resource of " + runId) : failure;
                failure.addSuppressed(e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    void enter(StepName step) {
        current.set(step);
        stored.clear();
        listener.started(step);
    }

    RunListener listener() {
        return listener;
    }

    private StepName step() {
        return Objects.requireNonNull(current.get(), "no step is running");
    }
}

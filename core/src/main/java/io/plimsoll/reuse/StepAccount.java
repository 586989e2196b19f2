package io.plimsoll.reuse;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.StepName;
import io.plimsoll.workspace.ArtifactStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why a run took a step or reused it: {@code keys/NN-step.json} among the run's files, apart from the
 * evidence that a version is judged on.
 *
 * @param parts what the key is made of
 * @param from the run whose result was reused; absent where the step was taken
 * @param obstacle why a result of this key was not used; absent where there was none, or it was
 * @param earlier the model's result that was made or used last before; absent if there was none
 */
public record StepAccount(
        StepName step,
        Why why,
        String key,
        SortedMap<String, JsonNode> parts,
        @Nullable String from,
        @Nullable String obstacle,
        @Nullable Earlier earlier) {
    public StepAccount {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /** In a word. */
    public enum Why {
        /** An earlier run had taken it with the same parts. */
        REUSED,
        /** No run of this model has a result of this step. */
        FIRST,
        /** Parts of the key are others than those of the run before. */
        CHANGED,
        /** There was a result, and it could not be used. */
        OBSTACLE,
        /** The run was asked to reuse nothing. */
        ANEW,
        /** The parts are those of the run before, whose result was not one to keep. */
        NOT_KEPT
    }

    /**
     * What a step is compared with.
     *
     * @param parts all of its key's
     */
    public record Earlier(String run, SortedMap<String, JsonNode> parts) {
        public Earlier {
            parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
        }
    }

    void write(RunContext run) {
        run.beside(path(step), CanonicalJson.indented(this).getBytes(StandardCharsets.UTF_8));
    }

    /** Empty if the run did not finish the step, is from before there were keys, or its evidence is gone. */
    public static Optional<StepAccount> read(String runId, StepName step, ArtifactStore artifacts) {
        return artifacts.evidence(runId, path(step)).map(bytes -> {
            try {
                return CanonicalJson.read(bytes, StepAccount.class);
            } catch (IOException e) {
                throw new UncheckedIOException("a run's " + path(step) + " is not what Plimsoll wrote", e);
            }
        });
    }

    private static String path(StepName step) {
        return "keys/" + step.folder() + ".json";
    }
}

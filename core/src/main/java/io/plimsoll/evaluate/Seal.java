package io.plimsoll.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.canonical.Sha256;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.StepName;
import io.plimsoll.workspace.ArtifactStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code seal.json}: the SHA-256 of every file of evidence of an evaluation, by name. Its own hash stands among the tags of the version that came
 * of it, so that none of them can change unseen.
 */
public final class Seal {
    private static final String NAME = "seal.json";

    private final SortedMap<String, byte[]> files = new TreeMap<>();

    void add(String name, String content) {
        files.put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Stores the files and the seal.
     *
     * @return the hash of the seal
     */
    String put(RunContext run) {
        SortedMap<String, String> sums = new TreeMap<>();
        files.forEach((name, content) -> {
            run.evidence(name, content);
            sums.put(name, Sha256.of(content));
        });
        byte[] seal = CanonicalJson.indented(sums).getBytes(StandardCharsets.UTF_8);
        run.evidence(NAME, seal);
        return Sha256.of(seal);
    }

    /**
     * What is no longer as it was sealed: one sentence each, without a value.
     *
     * @param evidenceSha256 hash of the seal
     */
    public static List<String> faults(String runId, String evidenceSha256, ArtifactStore artifacts) {
        Optional<byte[]> seal = file(runId, NAME, artifacts);
        if (seal.isEmpty() || !Sha256.of(seal.get()).equals(evidenceSha256)) {
            return List.of(seal.isEmpty() ? NAME + " is missing" : NAME + " is not the one that was registered");
        }
        List<String> faults = new ArrayList<>();
        sums(seal.get()).forEach((name, sha256) -> {
            Optional<byte[]> content = file(runId, name, artifacts);
            if (content.isEmpty()) {
                faults.add(name + " is missing");
            } else if (!Sha256.of(content.get()).equals(sha256)) {
                faults.add(name + " does not have the bytes that it was stored with");
            }
        });
        return faults;
    }

    private static Map<String, String> sums(byte[] seal) {
        SortedMap<String, String> sums = new TreeMap<>();
        try {
            CanonicalJson.read(seal, JsonNode.class)
                    .properties()
                    .forEach(file -> sums.put(file.getKey(), file.getValue().asText()));
            return sums;
        } catch (IOException e) {
            throw new IllegalStateException("a seal whose hash is right is not one", e);
        }
    }

    private static Optional<byte[]> file(String runId, String name, ArtifactStore artifacts) {
        return artifacts.evidence(runId, StepName.EVALUATE.folder() + "/" + name);
    }
}

package io.plimsoll.reuse;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.step.StepOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;

/** What a step of another run said that it made. */
record Remembered(String summary, SortedMap<String, byte[]> files) implements StepOutput {
    @Override
    public Object findings() {
        try {
            return CanonicalJson.read(files.getOrDefault("findings.json", new byte[] {'{', '}'}), JsonNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException("findings whose hash is right are not JSON", e);
        }
    }
}

package io.plimsoll.score;

import io.plimsoll.guard.Figures;
import io.plimsoll.step.StepOutput;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Scores, where they were wanted.
 *
 * @param keys a local file with the keys of rows that the SELECT left out, a line each
 * @param listed how many these are
 * @param files empty where they are kept in the run only
 */
public record Delivered(Scores scores, Path keys, long listed, List<OutputFile> files) implements StepOutput {
    public Delivered {
        files = List.copyOf(files);
    }

    /**
     * A file with scores.
     *
     * @param place as the user wrote it, or the folder of copies
     */
    public record OutputFile(String place, long bytes, String sha256) {}

    @Override
    public String summary() {
        if (files.isEmpty()) {
            return "kept with the run";
        }
        String summary = files.get(0).place();
        if (listed > 0) {
            summary +=
                    ", " + Figures.count(listed, "key") + " in " + files.get(0).place() + Delivery.LEFT_OUT;
        }
        return files.size() == 1
                ? summary
                : summary + ", copied to " + files.get(1).place();
    }

    @Override
    public Object findings() {
        Map<String, @Nullable Object> findings = new LinkedHashMap<>();
        findings.put("files", files);
        findings.put("listed", listed);
        return findings;
    }
}

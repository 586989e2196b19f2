package io.plimsoll.server.pages.overview;

import io.plimsoll.server.pages.line.AgainstLine;
import io.plimsoll.server.pages.line.Gauge;
import io.plimsoll.step.OutcomeCode;
import io.plimsoll.step.RunKind;
import io.plimsoll.step.RunStatus;
import io.plimsoll.workspace.ModelSummary;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.RunRecords.Wanted;
import io.plimsoll.workspace.VersionState;
import io.plimsoll.workspace.Workspace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one model stands.
 *
 * @param gauge of the champion; absent where there is none, or it has no figure
 * @param lastRun the training that began last; absent where there was none
 * @param waiting versions that wait for somebody to approve them, the newest first
 * @param endpoint by which it can be trained from here; absent where none is published
 */
record ModelStanding(
        String modelType,
        String model,
        @Nullable ModelVersion champion,
        @Nullable Gauge gauge,
        @Nullable RunRecord lastRun,
        List<ModelVersion> waiting,
        @Nullable String endpoint) {
    ModelStanding {
        waiting = List.copyOf(waiting);
    }

    /** @param summary absent where nothing was ever registered */
    static ModelStanding of(
            Place place, @Nullable ModelSummary summary, @Nullable String endpoint, Workspace workspace) {
        String model = place.model();
        ModelVersion champion = summary == null ? null : summary.champion().orElse(null);
        List<RunRecord> latest = workspace.runs().page(new Wanted(RunKind.TRAINING, null, model, null, null), 1);
        List<ModelVersion> waiting = summary == null || summary.waiting() == 0
                ? List.of()
                : workspace.models().versions(model).stream()
                        .filter(version -> version.state() == VersionState.PENDING)
                        .toList();
        Gauge gauge = champion == null
                ? null
                : AgainstLine.of(champion).map(Gauge::of).orElse(null);
        return new ModelStanding(
                place.modelType(), model, champion, gauge, latest.isEmpty() ? null : latest.get(0), waiting, endpoint);
    }

    /**
     * Where a model belongs.
     *
     * @param modelType empty where no indication of the project makes it
     */
    record Place(String modelType, String model) {}

    /** In a few words. */
    public String said() {
        if (!waiting.isEmpty()) {
            return "waits for approval";
        }
        if (champion == null) {
            return lastRun == null ? "no model yet" : "no champion";
        }
        if (gauge != null && !gauge.figure().isMet()) {
            return "beyond its line";
        }
        if (isRefused()) {
            return "last candidate refused";
        }
        return lastRun != null && lastRun.status() == RunStatus.FAILED ? "last run failed" : "holds its line";
    }

    /** As {@code Words.tone} names tones. */
    public String tone() {
        return switch (said()) {
            case "holds its line" -> "good";
            case "waits for approval", "last candidate refused" -> "unsure";
            case "beyond its line", "last run failed" -> "bad";
            default -> "quiet";
        };
    }

    private boolean isRefused() {
        return lastRun != null && lastRun.code() == OutcomeCode.GUARDRAIL_NOT_MET;
    }
}

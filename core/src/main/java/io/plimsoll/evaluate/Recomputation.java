package io.plimsoll.evaluate;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.metric.Reading;
import io.plimsoll.metric.StandardMetric;
import io.plimsoll.workspace.ArtifactStore;
import io.plimsoll.workspace.ModelVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The metrics of a version computed again from the predictions that its run stored; those of plugins are left to whoever has the plugin. */
public final class Recomputation {
    private static final String TAG = "metric.";

    private Recomputation() {}

    /**
     * Names of the metrics that the stored predictions do not give exactly as they were registered; empty also where none are stored.
     */
    public static List<String> differences(ModelVersion version, ArtifactStore artifacts) {
        Optional<StoredHoldout> stored = StoredHoldout.of(version.runId(), artifacts);
        List<String> different = new ArrayList<>();
        for (StandardMetric metric : StandardMetric.values()) {
            String registered = version.tags().get(TAG + metric.label());
            if (stored.isPresent() && registered != null) {
                Reading reading = stored.get().metering().read(metric);
                if (!reading.isDefined()
                        || !CanonicalJson.number(reading.value()).equals(registered)) {
                    different.add(metric.label());
                }
            }
        }
        return different;
    }
}

package io.plimsoll.server.pages.models;

import io.plimsoll.server.pages.line.AgainstLine;
import io.plimsoll.server.pages.line.Gauge;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.ModelSummary;
import io.plimsoll.workspace.ModelVersion;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Registered models.
 *
 * @param search what their names were to contain; empty for all
 * @param sort {@code name}, or {@code newest} for the one with the newest version first
 */
record ModelList(String search, String sort, List<Entry> models) {
    /**
     * A model.
     *
     * @param gauge of the champion; absent where there is none
     * @param waiting how many versions wait for somebody to approve them
     */
    record Entry(
            String model,
            @Nullable ModelVersion champion,
            @Nullable Gauge gauge,
            int newest,
            Instant registered,
            int waiting) {
        static Entry of(ModelSummary summary) {
            return new Entry(
                    summary.model(),
                    summary.champion().orElse(null),
                    summary.champion().flatMap(AgainstLine::of).map(Gauge::of).orElse(null),
                    summary.newest(),
                    summary.registered(),
                    summary.waiting());
        }
    }

    static ModelList of(@Nullable String search, @Nullable String sort, ModelRegistry registry) {
        String wanted = Objects.requireNonNullElse(search, "").strip().toLowerCase(Locale.ROOT);
        boolean isByTime = "newest".equals(sort);
        List<Entry> models = registry.summaries().stream()
                .filter(summary -> summary.model().contains(wanted))
                .map(Entry::of)
                .sorted(
                        isByTime
                                ? Comparator.comparing(Entry::registered).reversed()
                                : Comparator.comparing(Entry::model))
                .toList();
        return new ModelList(wanted, isByTime ? "newest" : "name", models);
    }
}

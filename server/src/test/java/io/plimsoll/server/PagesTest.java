package io.plimsoll.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.access.Role;
import io.plimsoll.step.RunKind;
import io.plimsoll.step.RunStatus;
import io.plimsoll.workspace.RunRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Lists that are longer than a page. */
class PagesTest {
    private static final int RUNS = Boolean.getBoolean("plimsoll.full") ? 10_000 : 500;
    private static final Duration SOON = Duration.ofMillis(200);
    private static final Instant BEGAN = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void everyRunIsOnOnePageAndEachPageComesSoon() {
        try (Served served = Served.idle(SampleProject.in(folder))) {
            for (int i = 0; i < RUNS; i++) {
                served.workspace().runs().begin(run(i));
            }
            List<String> seen = new ArrayList<>();
            List<Long> took = new ArrayList<>();
            String next = "";
            while (next != null) {
                long began = System.nanoTime();
                JsonNode page = served.see("/api/v1/runs?model=lung-activation&limit=20" + next);
                took.add(System.nanoTime() - began);
                page.at("/items").forEach(item -> seen.add(item.at("/run").asString()));
                next = next(page);
                if (seen.size() == 40) {
                    served.workspace().runs().begin(run(RUNS + 1));
                }
            }

            assertThat(seen).hasSize(RUNS).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b.compareTo(a));
            long[] sorted = took.stream().mapToLong(Long::longValue).sorted().toArray();
            assertThat(Duration.ofNanos(sorted[sorted.length * 95 / 100])).isLessThan(SOON);
        }
    }

    @Test
    void aPlaceThatNoPageGaveIsRefusedOrEmpty() {
        try (Served served = Served.idle(SampleProject.in(folder))) {
            assertThat(served.get("/api/v1/runs?after=17")
                            .as(Role.VIEWER)
                            .answer()
                            .status())
                    .isEqualTo(400);
            assertThat(served.see("/api/v1/audit/events?after=" + Long.MAX_VALUE)
                            .at("/items"))
                    .isEmpty();
        }
    }

    private static @Nullable String next(JsonNode page) {
        return page.has("next") ? "&after=" + page.at("/next").asString() : null;
    }

    /** Five begin in each millisecond. */
    private static RunRecord run(int number) {
        return new RunRecord(
                String.format(Locale.ROOT, "r-%06d", number),
                RunKind.TRAINING,
                "lung",
                "ACTIVATION",
                "lung-activation",
                "many",
                RunStatus.RUNNING,
                null,
                null,
                "",
                BEGAN.plusMillis(number / 5),
                null,
                "{}",
                null,
                List.of(),
                "tester");
    }
}

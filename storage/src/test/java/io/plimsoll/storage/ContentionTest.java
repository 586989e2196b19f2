package io.plimsoll.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.plimsoll.contracts.Rounds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

class ContentionTest extends ContentionContract {
    private static final double PERCENTILE = 0.99;
    private static final long MOST_NANOS = 50_000_000;

    @Override
    LocalWorkspace open(Path folder) {
        return LocalWorkspace.open(folder, Clock.systemUTC());
    }

    @Override
    List<Object> whereabouts() {
        return List.of();
    }

    /** Each of them kept all others out. */
    @Override
    void lookAtTimes(Path folder) throws IOException {
        long held = percentile(folder);
        System.out.println("transactions at the 99th percentile: " + held / 1_000 + " µs");
        assertThat(Rounds.of(0, 1) * held)
                .as("nanoseconds, measured in the long form")
                .isLessThan(MOST_NANOS);
    }

    private static long percentile(Path folder) throws IOException {
        List<Long> all = new ArrayList<>();
        for (String name : PROCESSES) {
            JsonNode held =
                    new JsonMapper().readTree(folder.resolve(name + ".json").toFile());
            held.forEach(nanos -> all.add(nanos.asLong()));
        }
        List<Long> sorted = all.stream().sorted().toList();
        return sorted.get((int) Math.ceil(PERCENTILE * sorted.size()) - 1);
    }
}

package io.plimsoll.server.runs;

import io.plimsoll.server.fault.Discretion;
import io.plimsoll.step.StepName;
import io.plimsoll.workspace.RunEvent;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a run.
 *
 * @param sequence its number; numbers rise, and those of events that were not kept are missing
 */
record EventResource(
        long sequence,
        Instant at,
        RunEvent.Kind kind,
        @Nullable StepName step,
        SortedMap<String, Object> facts) {
    static EventResource of(RunEvent.Numbered numbered, Discretion discretion) {
        RunEvent event = numbered.event();
        SortedMap<String, Object> facts = new TreeMap<>();
        event.facts()
                .forEach((name, fact) -> facts.put(name, fact instanceof String text ? discretion.of(text) : fact));
        return new EventResource(numbered.sequence(), event.at(), event.kind(), event.step(), facts);
    }
}

package io.plimsoll.workspace;

import io.plimsoll.step.StepName;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a run, for those who follow it.
 *
 * @param step null for what concerns the whole run
 * @param facts by name: texts, whole numbers, numbers and booleans; never a value of the data
 */
public record RunEvent(Instant at, Kind kind, @Nullable StepName step, SortedMap<String, Object> facts) {
    public RunEvent {
        facts = new TreeMap<>(facts);
    }

    /** What can happen, with the facts that come with it. */
    public enum Kind {
        /** The run's {@code status}, with {@code text} and, where a worker has it, {@code worker} and {@code attempt}. */
        STATUS,
        STEP_STARTED,
        /** {@code done} of {@code all} of a {@code unit}, as a {@code share} from 0 to 1, and {@code seconds_left} where it can be told. */
        PROGRESS,
        /** {@code status}, {@code millis} and {@code summary}. */
        STEP_ENDED,
        /** {@code name} and {@code value}. */
        METRIC,
        /** {@code text}: a line for people, such as a warning. */
        LOG
    }

    /** An event under its number in the run's stream, from 1. Numbers rise; those of events that were not kept are missing. */
    public record Numbered(long sequence, RunEvent event) {}
}

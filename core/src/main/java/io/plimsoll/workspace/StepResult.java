package io.plimsoll.workspace;

import io.plimsoll.step.StepName;
import java.time.Instant;

/**
 * What a step of some run made, to be found again by its key.
 *
 * @param key SHA-256 of the canonical JSON of everything that the result follows from
 * @param model the registered model's name
 * @param runId the run that took the step, and whose evidence holds its files
 * @param parts what the key is made of, by name, in canonical JSON
 * @param result what it takes to use it again, in canonical JSON
 * @param usedBy the run that took the step or used its result last
 * @param used when that was, to the millisecond
 */
public record StepResult(
        String key,
        String model,
        StepName step,
        String runId,
        String parts,
        String result,
        String usedBy,
        Instant used) {}

package io.plimsoll.workspace;

import io.plimsoll.step.StepName;
import io.plimsoll.step.StepStatus;

/**
 * What is remembered of one step of a run.
 *
 * @param millis wall time in milliseconds; 0 until the step ends
 * @param summary one line saying what it found or made, or why it failed; empty until it ends
 */
public record StepRecord(StepName name, StepStatus status, long millis, String summary) {}

package io.plimsoll.reuse;

import io.plimsoll.step.StepName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a run took a step, reused its result, or did neither.
 *
 * @param status {@code RAN}, {@code REUSED}, {@code FAILED} or whatever else came of it
 * @param from the run whose result was reused; absent where the step was taken
 * @param comparedWith the run before, whose key is held against this one; absent where there was none
 * @param changes in what the two keys differ; empty where the result was reused
 * @param reasons for people: one for each change, or a single one
 */
public record StepExplanation(
        StepName step,
        String status,
        @Nullable String from,
        @Nullable String comparedWith,
        List<PartChange> changes,
        List<String> reasons) {
    public StepExplanation {
        changes = List.copyOf(changes);
        reasons = List.copyOf(reasons);
    }
}

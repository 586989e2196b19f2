package io.plimsoll.workspace;

/**
 * The right to carry a run on. Whoever takes a run later has a higher fence, and from then on nothing is written under the earlier one.
 *
 * @param fence rises with every claim of any run; 0 for a run that goes on in the process that began it, and was never queued
 */
public record Claim(String runId, long fence) {
    public Claim {
        SafeNames.id(runId);
        if (fence < 0) {
            throw new IllegalArgumentException("fences begin at 0");
        }
    }

    /** Of a run that was never queued. */
    public static Claim unqueued(String runId) {
        return new Claim(runId, 0);
    }
}

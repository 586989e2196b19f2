package io.plimsoll.workspace;

/**
 * How a version comes into the registry, and at whose word.
 *
 * @param actor who submitted the run, or who acts by hand
 * @param reason in somebody's own words; empty where the verdict is the reason
 */
public record Admission(Way way, String actor, String reason) {
    public Admission {
        boolean byHand = way == Way.OVERRIDE || way == Way.IMPORT;
        if (byHand && reason.isBlank()) {
            throw new IllegalArgumentException("what is registered by hand is registered for a reason");
        }
    }

    /** A version that its verdict allows, champion from then on. */
    public static Admission byVerdict(String actor) {
        return new Admission(Way.VERDICT, actor, "");
    }

    /** A version that its verdict allows, which becomes champion when somebody else approves it. */
    public static Admission forApproval(String actor) {
        return new Admission(Way.APPROVAL, actor, "");
    }

    /** By what it is let in. */
    public enum Way {
        /** Its verdict; it becomes champion at once. */
        VERDICT,
        /** Its verdict; it waits for approval. */
        APPROVAL,
        /** Somebody's decision, although its verdict did not allow it; it becomes champion at once. */
        OVERRIDE,
        /** Somebody's decision: it was made elsewhere, and there is no champion to be judged against. */
        IMPORT
    }
}

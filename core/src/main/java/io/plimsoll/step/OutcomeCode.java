package io.plimsoll.step;

/** Why a succeeded run registered a model, or did not. */
public enum OutcomeCode {
    /** No model of this name was registered before. */
    FIRST_VERSION(true),
    /** The verdict allowed it. */
    GUARDRAIL_MET(true),
    /** The verdict did not allow it. */
    GUARDRAIL_NOT_MET(false),
    /** The very same model is registered already. */
    SAME_AS_VERSION(true),
    /** The run was asked to stop before the end. */
    STOPPED_AT_STEP(true);

    private final boolean asWished;

    OutcomeCode(boolean asWished) {
        this.asWished = asWished;
    }

    /** Whether a command that ends so has done what it was asked for: exit code 0, else 3. */
    public boolean isAsWished() {
        return asWished;
    }
}

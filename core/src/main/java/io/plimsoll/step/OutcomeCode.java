package io.plimsoll.step;

/** Why a succeeded run registered a model, or did not. */
public enum OutcomeCode {
    /** No model of this name was registered before. */
    FIRST_VERSION(Answer.YES),
    /** The verdict allowed it. */
    GUARDRAIL_MET(Answer.YES),
    /** The verdict allowed it; it becomes champion when somebody else approves it. */
    AWAITS_APPROVAL(Answer.YES),
    /** It was made elsewhere, and a person let it in. */
    IMPORTED(Answer.YES),
    /** The verdict did not allow it. */
    GUARDRAIL_NOT_MET(Answer.NO),
    /** The very same model is registered already. */
    SAME_AS_VERSION(Answer.YES),
    /** The guardrail is only rehearsed: the model was judged, and would not have been registered whatever the decision. */
    REHEARSAL(Answer.DECISION),
    /** The run was asked to stop before the end. */
    STOPPED_AT_STEP(Answer.YES);

    private enum Answer {
        YES,
        NO,
        DECISION
    }

    private final Answer answer;

    OutcomeCode(Answer answer) {
        this.answer = answer;
    }

    /**
     * Whether a command that ends so has done what it was asked for: exit code 0, else 3.
     *
     * @param mayRegister whether the decision was to register; a rehearsal ends as the decision says, every other code speaks for itself
     */
    public boolean isAsWished(boolean mayRegister) {
        return answer == Answer.YES || (answer == Answer.DECISION && mayRegister);
    }
}

package io.plimsoll.guard;

/** Who decides where a rule could not: the point estimate, a refusal, or a registration. */
public enum WhenInconclusive {
    ESTIMATE,
    REFUSE,
    REGISTER
}

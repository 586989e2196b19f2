package io.plimsoll.metric;

/** What a model predicts: the probability of a class, or a quantity in the target's own unit. */
public enum Task {
    CLASSIFICATION,
    REGRESSION
}

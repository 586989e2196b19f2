package io.plimsoll.pipeline;

/** How like the registered model a rebuilt one is. */
public enum Likeness {
    /** The same bytes. */
    IDENTICAL,
    /** Other bytes; the predictions for every labelled row of the dataset agree within {@link io.plimsoll.artifact.Tolerance}. */
    EQUAL_WITHIN_TOLERANCE,
    /** Predictions or threshold are other ones. */
    DIFFERENT
}

package io.plimsoll.transform;

/**
 * A fitted transformation with what is special about the rows that it was fitted to: where a column is encoded by the target, a training row must not
 * see its own, so its number comes from the rows of other folds.
 *
 * @param fitted for any other row, and for the model
 */
public record TrainingTransform(FittedTransform fitted, OutOfFold outOfFold) {
    /** For a transformation in which training rows are nothing special. */
    public static TrainingTransform of(FittedTransform fitted) {
        return new TrainingTransform(fitted, OutOfFold.NOTHING);
    }
}

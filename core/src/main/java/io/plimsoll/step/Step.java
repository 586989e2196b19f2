package io.plimsoll.step;

/**
 * One named stage of the pipeline: a function from its input to its output. Holds no state and does no I/O except through its
 * constructor's parts and {@code run}; the same input, seed and engine give the same output.
 */
public interface Step<I, O extends StepOutput> {
    StepName name();

    /** @throws io.plimsoll.fault.PlimsollException with an {@code ErrorCode}; never with row values */
    O run(I input, RunContext run);
}

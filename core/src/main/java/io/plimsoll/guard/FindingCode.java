package io.plimsoll.guard;

import io.plimsoll.metric.ReadingCode;

/** Why a rule concluded as it did, or why a metric has no value. */
public enum FindingCode {
    /** The figures decided: the whole interval is on one side of the line. */
    MEASURED,
    /** The line lies inside the interval: these rows cannot tell. */
    WITHIN_INTERVAL,
    /** The metric has no value on too many resamples for an interval. */
    NO_INTERVAL,
    /** Too few groups for a conclusion. */
    TOO_FEW_GROUPS,
    /** There is no such opponent yet: the first model of its name. */
    NO_OPPONENT_YET,
    /** No rows to judge on. */
    NO_ROWS,
    /** Only one class among the rows. */
    ONE_CLASS,
    /** A target that cannot be, such as a negative one for a count metric, or a prediction that is not a number. */
    METRIC_UNDEFINED,
    /** Too many zero targets for a metric that divides by them. */
    ZERO_TARGETS,
    /** The opponent answers another target, task or filter. */
    DIFFERENT_QUESTION,
    /** The opponent was trained on every row that it would be compared on. */
    OPPONENT_SAW_HOLDOUT,
    /** The opponent's model cannot be loaded or run on the present sources. */
    OPPONENT_UNLOADABLE,
    /** The opponent's loss is 0, so that nothing can be a fraction of it. */
    OPPONENT_PERFECT,
    /** A version or alias that a rule names is not there, though the model has versions. */
    NO_SUCH_OPPONENT,
    /** A slice that a rule names has no rows. */
    SLICE_VANISHED,
    /** The rows were kept without the column that a rule slices by: a past run whose rules did not ask for it. */
    SLICE_UNKNOWN,
    /** No slice has rows and groups enough to be judged. */
    SLICES_TOO_SMALL,
    /** A slice is on the wrong side of the line, after Holm's correction. */
    SLICE_FAILED,
    /** One feature predicts the target alone, or a metric is too good to be true. */
    SUSPECTED_LEAK,
    /** Not one rule of the guardrail applies. */
    NO_APPLICABLE_RULE;

    /** Why a rule has nothing to hold against its line. */
    static FindingCode of(ReadingCode code) {
        return valueOf(code.name());
    }
}

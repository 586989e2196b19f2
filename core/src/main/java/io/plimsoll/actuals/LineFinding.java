package io.plimsoll.actuals;

import io.plimsoll.guard.Measure;
import org.jspecify.annotations.Nullable;

/**
 * What use says of one rule of the champion's guardrail.
 *
 * @param rule as a person would say it
 * @param measure the figures; absent where nothing was measured
 * @param explanation one sentence
 */
public record LineFinding(String rule, Side side, @Nullable Measure measure, String explanation) {
    /** On which side of its line a champion is. */
    public enum Side {
        /** The estimate is on the right side. */
        HELD,
        /** The estimate is beyond the line, and the rows are too few to be sure. */
        IN_DOUBT,
        /** The whole interval is beyond the line. */
        CROSSED,
        /** Rows in use cannot tell: the rule compares with another model, or by slices, or the metric has no value. */
        NOT_JUDGED
    }
}

package io.plimsoll.guard;

import org.jspecify.annotations.Nullable;

/**
 * A rule's conclusion about the rows with one value of a column.
 *
 * @param value of the column; absent for rows without one
 * @param result FAIL where the interval says so after Holm's correction, PASS where it does not, INCONCLUSIVE where the slice is not judged
 * @param code why
 * @param p the p-value of being on the right side of the line, before the correction; absent where the slice is not judged
 * @param measure the figures; absent where nothing could be measured
 */
public record SliceFinding(
        @Nullable String value,
        Result result,
        FindingCode code,
        @Nullable Double p,
        @Nullable Measure measure) {}

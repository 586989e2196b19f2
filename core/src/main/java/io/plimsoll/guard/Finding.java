package io.plimsoll.guard;

import org.jspecify.annotations.Nullable;

/**
 * One rule's conclusion about one candidate.
 *
 * @param code why, for machines
 * @param estimateMeets whether the point estimate alone is on the right side; what {@code when_inconclusive: estimate} goes by
 * @param measure the figures; absent where nothing could be measured
 * @param explanation the same for people, with what would have passed
 */
public record Finding(
        Rule rule,
        Result result,
        FindingCode code,
        boolean estimateMeets,
        @Nullable Measure measure,
        String explanation) {}

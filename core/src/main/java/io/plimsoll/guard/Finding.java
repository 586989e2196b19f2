package io.plimsoll.guard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule's conclusion about one candidate.
 *
 * @param code why, for machines
 * @param estimateMeets whether the point estimate alone is on the right side; what {@code when_inconclusive: estimate} goes by
 * @param measure the figures; absent where nothing could be measured, and for a rule over slices
 * @param explanation the same for people, with what would have passed
 * @param slices what each slice came to; empty for a rule over all rows
 */
public record Finding(
        Rule rule,
        Result result,
        FindingCode code,
        boolean estimateMeets,
        @Nullable Measure measure,
        String explanation,
        List<SliceFinding> slices) {
    public Finding {
        slices = List.copyOf(slices);
    }

    /** A conclusion over all rows. */
    static Finding overall(Rule rule, Result result, FindingCode code, Judged judged) {
        return new Finding(
                rule, result, code, judged.estimateMeets(), judged.measure(), judged.explanation(), List.of());
    }

    /** A conclusion without figures. */
    static Finding without(Rule rule, Result result, FindingCode code, String explanation) {
        return new Finding(rule, result, code, false, null, explanation, List.of());
    }

    /** Figures with their words. */
    record Judged(boolean estimateMeets, Measure measure, String explanation) {}
}

package io.plimsoll.guard;

import io.plimsoll.metric.StandardMetric;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that is too good to be true. It fails a verdict whatever the rules say, unless somebody has accepted it in the config, with a
 * reason that is recorded with the verdict.
 *
 * @param column the feature that predicts the target alone; absent where the model as a whole is too good
 * @param metric what was measured
 * @param observed its value on the holdout
 * @param limit {@code suspicious}: the value from which on it is taken for a leak
 * @param accepted why it was accepted; absent if it was not
 */
public record Alarm(
        FindingCode code,
        @Nullable String column,
        StandardMetric metric,
        double observed,
        double limit,
        @Nullable String accepted) {
    public static Alarm ofModel(StandardMetric metric, double observed, double limit) {
        return new Alarm(FindingCode.SUSPECTED_LEAK, null, metric, observed, limit, null);
    }

    public static Alarm ofFeature(String column, StandardMetric metric, double observed, double limit) {
        return new Alarm(FindingCode.SUSPECTED_LEAK, column, metric, observed, limit, null);
    }

    /** The same alarm, lifted. */
    Alarm acceptedFor(String reason) {
        return new Alarm(code, column, metric, observed, limit, reason);
    }

    public boolean isLifted() {
        return accepted != null;
    }

    /** One sentence, with what to do. */
    public String explanation() {
        String what = column == null ? "the model as a whole" : "'" + column + "' alone";
        String figures = String.format(
                Locale.ROOT,
                "%s reaches %s %s on the holdout, %s or more is taken for a leak",
                what,
                metric.label(),
                Figures.of(observed),
                Figures.of(limit));
        if (accepted != null) {
            return figures + "; accepted: " + accepted;
        }
        String where = column == null ? "" : "column: " + column + ", ";
        return figures + "; find out when the column was written and leave it out of features, or add accept: [{code:"
                + " suspected_leak, " + where + "reason: …}] to the guardrail";
    }
}

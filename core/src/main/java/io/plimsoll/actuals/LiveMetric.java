package io.plimsoll.actuals;

import io.plimsoll.evaluate.Measured;
import io.plimsoll.metric.ReadingCode;
import org.jspecify.annotations.Nullable;

/**
 * A metric on some rows.
 *
 * @param value absent where the metric is not defined on them
 * @param low lower end of its 95 % interval over groups; absent where it has none
 * @param high upper end
 * @param undefined why there is no value; absent where there is one
 */
public record LiveMetric(
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable ReadingCode undefined) {
    static LiveMetric of(Measured measured) {
        if (!measured.reading().isDefined()) {
            return new LiveMetric(null, null, null, measured.reading().code());
        }
        double value = measured.reading().value();
        return measured.interval() == null
                ? new LiveMetric(value, null, null, null)
                : new LiveMetric(
                        value, measured.interval().low(), measured.interval().high(), null);
    }
}

package io.plimsoll.guard;

import static io.plimsoll.guard.Scores.atLeast;
import static io.plimsoll.guard.Scores.guardrail;
import static io.plimsoll.guard.Scores.only;
import static io.plimsoll.metric.Metered.BASELINE;
import static io.plimsoll.metric.Metered.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.interval.Interval;
import io.plimsoll.metric.Metered;
import io.plimsoll.metric.Metering;
import io.plimsoll.metric.StandardMetric;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JudgeIntervalTest {
    @Test
    void aLineInsideTheIntervalIsInconclusiveAndTheEstimateSaysWhere() {
        double[] target = IntStream.range(0, 40).mapToDouble(row -> row % 2).toArray();
        double[] prediction = IntStream.range(0, 40)
                .mapToDouble(row -> row % 3 == 0 ? 1 - target[row] : target[row])
                .toArray();
        Metering candidate = Metered.metering(target, prediction);

        Finding below = only(verdict(guardrail(atLeast(StandardMetric.ACCURACY, 0.6)), candidate));
        Finding above = only(verdict(guardrail(atLeast(StandardMetric.ACCURACY, 0.7)), candidate));

        assertThat(List.of(below.result(), above.result())).containsOnly(Result.INCONCLUSIVE);
        assertThat(below.code()).isEqualTo(FindingCode.WITHIN_INTERVAL);
        assertThat(below.estimateMeets()).isTrue();
        assertThat(above.estimateMeets()).isFalse();
        assertThat(measure(above).interval()).isNotNull();
        assertThat(measure(above).passing()).isGreaterThan(0.7);
    }

    @Test
    void anAreaOverSingleRowsHasDelongsIntervalBesideAndOneOverGroupsHasNot() {
        double[] target = IntStream.range(0, 60).mapToDouble(row -> row % 2).toArray();
        double[] prediction = IntStream.range(0, 60)
                .mapToDouble(row -> row % 7 == 0 ? 0.5 : 0.4 + 0.2 * target[row])
                .toArray();

        Finding single =
                only(verdict(guardrail(atLeast(StandardMetric.AUC, 0.5)), Metered.metering(target, prediction)));
        Finding grouped = only(verdict(
                guardrail(atLeast(StandardMetric.AUC, 0.5)),
                new Metering(rows(target, prediction, 30), BASELINE, 0.5)));

        assertThat(Objects.requireNonNull(measure(single).beside()).method()).isEqualTo(Interval.Method.DELONG);
        assertThat(measure(grouped).beside()).isNull();
    }

    private static Verdict verdict(Guardrail guardrail, Metering candidate) {
        return Scores.judged(guardrail, candidate, opponent -> new Standing.Absent());
    }

    private static Measure measure(Finding finding) {
        return Objects.requireNonNull(finding.measure());
    }
}

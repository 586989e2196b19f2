package io.plimsoll.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.plimsoll.interval.SimulatedHoldout.Sizes;
import io.plimsoll.metric.Metric;
import io.plimsoll.metric.StandardMetric;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Intervals against simulated holdouts whose truth is known. The bounds of the short form are the ones of the long form (2,000 trials) and four
 * standard errors of the smaller number of trials.
 */
class CalibrationTest {
    private static final boolean FULL = Boolean.getBoolean("plimsoll.full");

    /** It takes long, and does not depend on the JDK. */
    @BeforeAll
    static void takeLongOnce() {
        assumeFalse(Boolean.getBoolean("plimsoll.again") && !FULL, "skipped: it ran on the first JDK");
    }

    @ParameterizedTest
    @CsvSource({
        "AUC, 100, EQUAL, false",
        "AUC, 100, LOG_NORMAL, false",
        "AUC, 300, EQUAL, false",
        "AUC, 300, LOG_NORMAL, false",
        "WAPE, 100, EQUAL, false",
        "WAPE, 100, LOG_NORMAL, false",
        "WAPE, 100, LOG_NORMAL, true",
        "WAPE, 300, EQUAL, false",
        "WAPE, 300, LOG_NORMAL, false",
        "WAPE, 300, LOG_NORMAL, true",
        "AUC, 1000, EQUAL, false",
        "WAPE, 1000, EQUAL, true"
    })
    void aModelThatIsNoBetterIsAcceptedAsRarelyAsPromised(
            StandardMetric metric, int groups, Sizes sizes, boolean relative) {
        int trials = FULL ? 2_000 : groups == 100 ? 400 : 30_000 / groups;
        double slack = FULL ? 0 : 4;

        Calibration found = Calibration.of(new SimulatedHoldout(metric, groups, sizes, 0), relative, trials);

        assertThat(found.judged()).isEqualTo(trials);
        assertThat(found.accepted())
                .isBetween(0.015 - slack * error(0.025, trials), 0.035 + slack * error(0.025, trials));
        assertThat(found.covered()).isBetween(0.93 - slack * error(0.95, trials), 0.97 + slack * error(0.95, trials));
        // what a comparison of two numbers would do
        assertThat(found.pointAccepted()).isBetween(0.5 - 5 * error(0.5, trials), 0.5 + 5 * error(0.5, trials));
    }

    @ParameterizedTest
    @CsvSource({"AUC, 10, EQUAL", "AUC, 20, LOG_NORMAL", "WAPE, 10, EQUAL", "WAPE, 20, LOG_NORMAL"})
    void fewGroupsDoNotMakeItBold(StandardMetric metric, int groups, Sizes sizes) {
        int trials = FULL ? 2_000 : 400;

        Calibration found = Calibration.of(new SimulatedHoldout(metric, groups, sizes, 0), metric.isLoss(), trials);

        assertThat(found.accepted()).isLessThan(0.045 + (FULL ? 0 : 4) * error(0.025, trials));
    }

    @ParameterizedTest
    @CsvSource({"AUC", "WAPE"})
    void whatIsBetterIsFoundOutTheMoreOftenTheBetterItIsAndTheMoreGroupsThereAre(StandardMetric metric) {
        double small = accepted(metric, 50, 0.1);
        double larger = accepted(metric, 50, 0.4);
        double withMoreGroups = accepted(metric, 200, 0.4);

        assertThat(small).isLessThan(larger);
        assertThat(larger).isLessThan(withMoreGroups);
        assertThat(withMoreGroups).isGreaterThan(0.5);
    }

    private static double accepted(Metric metric, int groups, double excess) {
        SimulatedHoldout holdout = new SimulatedHoldout(metric, groups, Sizes.EQUAL, excess);
        return Calibration.of(holdout, false, FULL ? 1_000 : 150).accepted();
    }

    /** Where rows are independent of each other, two theories of the same difference agree. */
    @Test
    void ofSingleRowsDeLongSaysTheSame() {
        SimulatedHoldout.Pair pair = new SimulatedHoldout(StandardMetric.AUC, 3_000, Sizes.SINGLE, 0.2).draw(1);

        Estimate estimate = new Resampling(1, 2_000)
                .gain(pair.own(), pair.other(), StandardMetric.AUC, false)
                .orElseThrow();
        Interval delong = estimate.second().orElseThrow();

        double width = delong.high() - delong.low();
        assertThat(estimate.interval().method()).isEqualTo(Interval.Method.PERCENTILE_BOOTSTRAP);
        assertThat(delong.method()).isEqualTo(Interval.Method.DELONG);
        assertThat(estimate.interval().low()).isBetween(delong.low() - 0.1 * width, delong.low() + 0.1 * width);
        assertThat(estimate.interval().high()).isBetween(delong.high() - 0.1 * width, delong.high() + 0.1 * width);
    }

    private static double error(double share, int trials) {
        return Math.sqrt(share * (1 - share) / trials);
    }
}

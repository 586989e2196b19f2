package io.plimsoll.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.artifact.Predictions;
import io.plimsoll.calibrate.Calibration;
import io.plimsoll.calibrate.Spread;
import io.plimsoll.config.ModelConfig.TargetScale;
import io.plimsoll.metric.Bounds;
import io.plimsoll.metric.ScoredRows;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FinishTest {
    private static final Scale LOG = new Scale(TargetScale.LOG1P);

    @Test
    void goesBackToTheTargetsOwnUnitWithBothEndsOfTheInterval() {
        Finish finish = new Finish(LOG, Calibration.none(), new Spread(0.9, -1, 0.5f, true));

        Predictions finished = finish.of(new float[] {0.5f, 2});

        Bounds bounds = Objects.requireNonNull(finished.bounds());
        assertThat(finished.prediction()).containsExactly(StrictMath.expm1(0.5f), StrictMath.expm1(2));
        assertThat(bounds.low()).containsExactly(0, StrictMath.expm1(1));
        assertThat(bounds.high()).containsExactly(StrictMath.expm1(1), StrictMath.expm1(2.5));
    }

    @Test
    void agreesOnTheScaleOfTheTraining() {
        float[] fitted = {0, 1, 11};
        double[] exported = {0, StrictMath.expm1(1.000005), StrictMath.expm1(11.00005)};

        assertThat(Finish.plain(LOG).disagreements(fitted, exported)).isZero();
        exported[2] = StrictMath.expm1(11.01);
        assertThat(Finish.plain(LOG).disagreements(fitted, exported)).isEqualTo(1);
        exported[0] = Double.NaN;
        assertThat(Finish.plain(LOG).disagreements(fitted, exported)).isEqualTo(2);
    }

    /** Next to 1 the last digit of float32 is much of the odds, and a calibration by odds makes it visible. */
    @Test
    void doesNotTakeTheLastDigitOfAPredictionForADisagreement() {
        double[] prediction =
                IntStream.range(0, 200).mapToDouble(i -> i / 200.0 + 0.002).toArray();
        double[] target = Arrays.stream(prediction).map(p -> p > 0.7 ? 1 : 0).toArray();
        target[195] = 0;
        double[] weight = new double[200];
        Arrays.fill(weight, 1);
        String[] group = IntStream.range(0, 200).mapToObj(String::valueOf).toArray(String[]::new);
        Calibration platt = Calibration.platt(new ScoredRows(target, prediction, weight, group));
        Finish finish = new Finish(Scale.OWN, platt, null);
        float[] fitted = {0.2f, 0.99999f};

        double next = platt.of(Math.nextUp(Math.nextUp(0.99999f)));

        assertThat(finish.disagreements(fitted, new double[] {platt.of(0.2f), next}))
                .isZero();
        assertThat(finish.disagreements(fitted, new double[] {platt.of(0.21f), next}))
                .isEqualTo(1);
    }
}

package io.plimsoll.local.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.contracts.RandomTable;
import io.plimsoll.contracts.TrainedExample;
import io.plimsoll.local.explain.TreeAttribution;
import io.plimsoll.metric.Task;
import io.plimsoll.train.FittedModel;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our Shapley values of XGBoost's trees are XGBoost's own. */
final class ContributionsTest {
    private static final int ROWS = 500;
    private static final int WIDTH = RandomTable.transform().width();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{trees: 60, depth: 6, learning_rate: 0.1, subsample: 0.8, column_sample: 0.8}",
                "{trees: 60, depth: 6, learning_rate: 0.3, l1: 0.5, min_split_gain: 5, bins: 64}",
                "{trees: 3, learning_rate: 0.3, min_child_weight: 1e9}",
                "{trees: 40, objective: absolute_error}",
                "{trees: 40, objective: poisson}",
                "{trees: 40, objective: gamma}",
                "{trees: 40, objective: tweedie, tweedie_power: 1.2}"
            })
    void areXGBoostsOwnForQuantities(String settings) throws XGBoostError, IOException {
        assertSame(file(Task.REGRESSION, settings));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{trees: 60, depth: 6}", "{trees: 40, class_weight: balanced, min_child_weight: 0}"})
    void areXGBoostsOwnForClasses(String settings) throws XGBoostError, IOException {
        assertSame(file(Task.CLASSIFICATION, settings));
    }

    /** Whatever became of its bytes: no library sees them, and our own reader ends in trees or says no. */
    @Test
    void aDamagedFileIsReadOrRefusedAndHarmsNothing() {
        byte[] whole = file(Task.CLASSIFICATION, "{trees: 5, depth: 3}");
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = Arrays.copyOf(whole, i % 5 == 0 ? random.nextInt(whole.length) : whole.length);
            for (int flips = 0; flips < 3 && damaged.length > 0; flips++) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            }
            ThrowingCallable reading = () -> new TreeAttribution(XGBoostModelReader.readCovered(damaged));
            try {
                reading.call();
            } catch (Throwable e) {
                assertThat(e).isInstanceOf(IllegalArgumentException.class);
            }
        }
        assertThatThrownBy(() -> XGBoostModelReader.readCovered(Arrays.copyOf(whole, whole.length / 2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] file(Task task, String settings) {
        try (FittedModel model =
                Boosted.fit(TrainedExample.examples(2000, task, 1), task, Boosted.settings(settings), 2)) {
            return Objects.requireNonNull(model.nativeFiles().get("model.ubj"));
        }
    }

    /** XGBoost adds up in float32 and rounds the shares of nodes. */
    private static void assertSame(byte[] file) throws XGBoostError, IOException {
        float[] features = RandomTable.features(RandomTable.rows(ROWS, 2));
        TreeAttribution ours = new TreeAttribution(XGBoostModelReader.readCovered(file));
        double[] found = new double[ROWS * WIDTH];
        ours.addTo(found, features, ROWS);
        Booster booster = XGBoost.loadModel(file);
        DMatrix rows = new DMatrix(features, ROWS, WIDTH, Float.NaN);
        try {
            float[][] expected = booster.predictContrib(rows, 0);
            for (int row = 0; row < ROWS; row++) {
                double size = Math.abs(ours.base())
                        + Arrays.stream(found, row * WIDTH, (row + 1) * WIDTH)
                                .map(Math::abs)
                                .sum();
                for (int column = 0; column < WIDTH; column++) {
                    assertThat(found[row * WIDTH + column]).isCloseTo(expected[row][column], within(1e-5 * size));
                }
                assertThat(ours.base()).isCloseTo(expected[row][WIDTH], within(1e-5 * size));
            }
        } finally {
            rows.dispose();
            booster.dispose();
        }
    }
}

package io.plimsoll.local.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.contracts.RandomTable;
import io.plimsoll.contracts.TrainedExample;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.metric.Task;
import io.plimsoll.train.ClassWeight;
import io.plimsoll.train.Examples;
import io.plimsoll.train.FittedModel;
import io.plimsoll.train.GradientBoostedTreesSettings;
import io.plimsoll.train.TrainingControl;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class XGBoostTrainerTest {
    private static final GradientBoostedTreesSettings SMALL = Boosted.settings(20, 4);

    @Test
    void isKnownByAShortName() {
        XGBoostTrainer trainer = new XGBoostTrainer();

        assertThat(trainer.name()).isEqualTo("gradient-boosted-trees");
        assertThat(trainer.settingsType()).isEqualTo(GradientBoostedTreesSettings.class);
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void givesTheSameBytesEachTimeAndOnAnyNumberOfThreads(Task task) {
        ModelFiles expected = files(task, 1);

        assertThat(IntStream.of(1, 2, 4)).allSatisfy(threads -> {
            ModelFiles again = files(task, threads);
            assertThat(again.sha256()).isEqualTo(expected.sha256());
            assertThat(again.file("native/model.ubj")).isEqualTo(expected.file("native/model.ubj"));
        });
    }

    @Test
    void givesTheSameBytesBesideOtherTrainings() {
        byte[] expected = files(Task.REGRESSION, 1).file("native/model.ubj");

        assertThat(IntStream.range(0, 6).parallel().mapToObj(i -> files(Task.REGRESSION, 1)))
                .allSatisfy(files -> assertThat(files.file("native/model.ubj")).isEqualTo(expected));
    }

    @Test
    void letsTheSeedDecide() {
        Examples examples = TrainedExample.examples(1000, Task.REGRESSION, 1);
        XGBoostTrainer trainer = new XGBoostTrainer();
        try (FittedModel one = trainer.fit(examples, Task.REGRESSION, SMALL, control(1));
                FittedModel two = trainer.fit(examples, Task.REGRESSION, SMALL, control(2));
                FittedModel negative = trainer.fit(examples, Task.REGRESSION, SMALL, control(-1))) {
            assertThat(one.nativeFiles().get("model.ubj"))
                    .isNotEqualTo(two.nativeFiles().get("model.ubj"))
                    .isNotEqualTo(negative.nativeFiles().get("model.ubj"));
        }
    }

    @Test
    void keepsTheNamesOfItsColumns() throws IOException {
        try (FittedModel model =
                Boosted.fit(TrainedExample.examples(100, Task.REGRESSION, 1), Task.REGRESSION, SMALL, 1)) {
            byte[] names = Objects.requireNonNull(model.nativeFiles().get("features.json"));

            assertThat(List.of(CanonicalJson.read(names, String[].class)))
                    .isEqualTo(RandomTable.transform().featureNames());
        }
    }

    @Test
    void saysHowFarItIs() {
        List<Double> shares = new ArrayList<>();

        new XGBoostTrainer()
                .fit(
                        TrainedExample.examples(100, Task.REGRESSION, 1),
                        Task.REGRESSION,
                        SMALL,
                        new TrainingControl(1, 1, (rounds, all) -> shares.add((double) rounds / all)))
                .close();

        assertThat(shares).hasSize(20).isSorted().endsWith(1.0);
    }

    @Test
    void stopsWhenItsListenerThrows() {
        TrainingControl cancelled = new TrainingControl(1, 1, (rounds, all) -> {
            throw PlimsollException.of(ErrorCode.CANCELLED, "cancelled", "", "");
        });

        assertThatThrownBy(() -> new XGBoostTrainer()
                        .fit(TrainedExample.examples(100, Task.REGRESSION, 1), Task.REGRESSION, SMALL, cancelled))
                .isInstanceOfSatisfying(
                        PlimsollException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
    }

    @Test
    void saysWithoutXGBoostsWordsThatXGBoostGaveUp() {
        GradientBoostedTreesSettings impossible = new GradientBoostedTreesSettings(
                1, 4, 0.1, 7.25, 1, 1, 0, 1, 0, 256, null, 1.5, ClassWeight.NONE, Map.of(), null);

        assertFails(TrainedExample.examples(100, Task.REGRESSION, 1), Task.REGRESSION, impossible)
                .hasMessageContaining("100 rows")
                .hasMessageNotContaining("7.25");
    }

    @Test
    void predictsNoMoreOnceClosed() {
        FittedModel model = Boosted.fit(TrainedExample.examples(100, Task.REGRESSION, 1), Task.REGRESSION, SMALL, 1);
        assertThat(model.predict(new float[0], 0)).isEmpty();
        model.close();
        model.close();

        assertThatThrownBy(() -> model.predict(new float[1], 1)).isInstanceOf(IllegalStateException.class);
    }

    private static ModelFiles files(Task task, int threads) {
        Examples examples = TrainedExample.examples(3000, task, 1);
        try (FittedModel model = Boosted.fit(examples, task, SMALL, threads)) {
            return Boosted.pack(model.formula(), task, model.nativeFiles());
        }
    }

    private static TrainingControl control(long seed) {
        return new TrainingControl(seed, 1, (rounds, all) -> {});
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertFails(
            Examples examples, Task task, GradientBoostedTreesSettings settings) {
        return assertThatThrownBy(() -> new XGBoostTrainer().fit(examples, task, settings, control(1)))
                .isInstanceOfSatisfying(
                        PlimsollException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TRAINING_FAILED));
    }
}

package io.plimsoll.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.artifact.Explainer;
import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.artifact.ModelLoader;
import io.plimsoll.artifact.Predictor;
import io.plimsoll.artifact.Tolerance;
import io.plimsoll.config.ConfigLoader;
import io.plimsoll.data.Batch;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.metric.Task;
import io.plimsoll.train.Examples;
import io.plimsoll.train.FittedModel;
import io.plimsoll.train.Trainer;
import io.plimsoll.train.TrainingControl;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * What every trainer must do, whoever wrote it. A subclass names the trainer and what loads its models; more settings than the default ones are tried
 * where it names them.
 *
 * @param <S> the trainer's settings
 */
public abstract class TrainerContract<S extends Record> {
    private static final int ROWS = 1500;
    private static final long SEED = 7;

    protected abstract Trainer<S> trainer();

    protected abstract ModelLoader loader();

    /** What is tried for either task; best the defaults, unless they take long. */
    protected String usualSettings() {
        return "{}";
    }

    /** More to try, in YAML, by the task that it is for. */
    protected Map<Task, List<String>> furtherSettings() {
        return Map.of();
    }

    /** Whether the loader knows how models of this trainer add up; those of plugins are not explained. */
    protected boolean isExplained() {
        return false;
    }

    @Test
    void isKnownByAShortNameAndADescription() {
        assertThat(trainer().name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(trainer().description()).isNotBlank().doesNotContain("\n");
    }

    @Test
    void givesTheSameBytesEachTimeAndOnAnyNumberOfThreads() {
        everyCase((task, settings) -> {
            String expected = files(task, settings, 1).sha256();

            return IntStream.of(1, 2, 4)
                    .mapToObj(threads -> files(task, settings, threads).sha256())
                    .filter(sha256 -> !sha256.equals(expected))
                    .map(sha256 -> "another model")
                    .toList();
        });
    }

    @Test
    void leavesItsExamplesAsTheyAre() {
        everyCase((task, settings) -> {
            Examples examples = TrainedExample.examples(ROWS, task, SEED);
            Examples before = copy(examples);
            fit(examples, task, settings, 2).close();

            return Arrays.equals(before.features(), examples.features())
                            && Arrays.equals(before.labels(), examples.labels())
                            && Arrays.equals(before.weights(), examples.weights())
                    ? List.of()
                    : List.of("its examples were changed");
        });
    }

    /** The rows have missing, rare and unseen values in every column. */
    @Test
    void itsGraphPredictsWhatItPredicts() {
        everyCase((task, settings) -> {
            try (FittedModel model = fit(TrainedExample.examples(ROWS, task, SEED), task, settings, 2)) {
                ModelFiles files = TrainedExample.pack(model.formula(), task, model.nativeFiles(), loader());
                Batch batch = RandomTable.rows(ROWS, SEED + 1);
                double[] expected = doubles(model.predict(RandomTable.features(batch), ROWS));
                int off = Tolerance.around(expected).disagreements(predictions(files, batch));
                return off == 0 ? List.of() : List.of(off + " rows are predicted otherwise by the graph");
            }
        });
    }

    /** A row's prediction has the same bits alone, in a small batch and in a large one. */
    @Test
    void itsGraphPredictsARowAlikeInAnyCompany() {
        everyCase((task, settings) -> {
            ModelFiles files = files(task, settings, 1);
            Batch all = RandomTable.rows(ROWS, SEED + 1);
            double[] together = predictions(files, all);
            List<String> different = new ArrayList<>();
            for (int size : new int[] {1, 3, 17, 300}) {
                double[] apart = predictions(files, all.part(ROWS - size, size));
                if (!Arrays.equals(apart, Arrays.copyOfRange(together, ROWS - size, ROWS))) {
                    different.add("another prediction in a batch of " + size);
                }
            }
            return different;
        });
    }

    /** For every row, base and contributions make the prediction; or the model is refused to be explained at all. */
    @Test
    void itsContributionsAddUpToItsPredictions() {
        everyCase((task, settings) -> {
            ModelFiles files = files(task, settings, 1);
            if (!isExplained()) {
                assertThatThrownBy(() -> loader().explainer(files))
                        .isInstanceOfSatisfying(
                                PlimsollException.class,
                                e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_EXPLAINABLE));
                return List.of();
            }
            Batch batch = RandomTable.rows(ROWS, SEED + 1);
            try (Explainer explainer = loader().explainer(files)) {
                Tolerance tolerance = Tolerance.around(predictions(files, batch));
                int off = tolerance.disagreements(explainer.explain(batch).uncalibrated());
                return off == 0 ? List.of() : List.of("contributions to " + off + " rows do not add up");
            }
        });
    }

    @Test
    void predictsWhatThereCanBe() {
        everyCase((task, settings) -> {
            Batch batch = RandomTable.rows(ROWS, SEED + 2);
            try (FittedModel model = fit(TrainedExample.examples(ROWS, task, SEED), task, settings, 2)) {
                double most = task == Task.CLASSIFICATION ? 1 : Float.MAX_VALUE;
                double least = task == Task.CLASSIFICATION ? 0 : -Float.MAX_VALUE;
                return Arrays.stream(doubles(model.predict(RandomTable.features(batch), ROWS)))
                        .filter(prediction -> !(prediction >= least && prediction <= most))
                        .mapToObj(prediction -> "an impossible prediction")
                        .toList();
            }
        });
    }

    @Test
    void predictsForRowsWithoutAnyValueAndForNoRows() {
        everyCase((task, settings) -> {
            try (FittedModel model = fit(TrainedExample.examples(ROWS, task, SEED), task, settings, 1)) {
                float[] nothing = new float[RandomTable.transform().width()];
                Arrays.fill(nothing, Float.NaN);
                boolean finite = Float.isFinite(model.predict(nothing, 1)[0]);
                return finite && model.predict(new float[0], 0).length == 0
                        ? List.of()
                        : List.of("no prediction for a row without values, or one for no row");
            }
        });
    }

    @Test
    void saysHowFarItIs() {
        everyCase((task, settings) -> {
            List<Double> shares = new ArrayList<>();
            trainer()
                    .fit(
                            TrainedExample.examples(ROWS, task, SEED),
                            task,
                            settings,
                            new TrainingControl(SEED, 1, (rounds, all) -> shares.add((double) rounds / all)))
                    .close();
            assertThat(shares).isSorted().endsWith(1.0);
            return List.of();
        });
    }

    @Test
    void saysWhatCameOfIt() {
        everyCase((task, settings) -> {
            try (FittedModel model = fit(TrainedExample.examples(ROWS, task, SEED), task, settings, 1)) {
                assertThat(model.summary()).isNotBlank().doesNotContain("\n");
                return List.of();
            }
        });
    }

    /** One trial of the trainer; gives what is wrong with it. */
    @FunctionalInterface
    private interface Trial<S> {
        List<String> of(Task task, S settings);
    }

    private void everyCase(Trial<S> trial) {
        SoftAssertions softly = new SoftAssertions();
        Map<Task, List<String>> all = new EnumMap<>(Task.class);
        for (Task task : Task.values()) {
            List<String> texts = new ArrayList<>(List.of(usualSettings()));
            texts.addAll(furtherSettings().getOrDefault(task, List.of()));
            all.put(task, texts);
        }
        Function<String, S> read =
                yaml -> new ConfigLoader(Map.of()).settings(trainer().settingsType(), yaml);
        all.forEach((task, texts) -> texts.forEach(yaml -> softly.assertThat(trial.of(task, read.apply(yaml)))
                .as("%s with %s", task, yaml)
                .isEmpty()));
        softly.assertAll();
    }

    private FittedModel fit(Examples examples, Task task, S settings, int threads) {
        return trainer().fit(examples, task, settings, new TrainingControl(SEED, threads, (rounds, all) -> {}));
    }

    private ModelFiles files(Task task, S settings, int threads) {
        try (FittedModel model = fit(TrainedExample.examples(ROWS, task, SEED), task, settings, threads)) {
            return TrainedExample.pack(model.formula(), task, model.nativeFiles(), loader());
        }
    }

    private double[] predictions(ModelFiles files, Batch batch) {
        try (Predictor predictor = loader().load(files)) {
            return predictor.predict(batch);
        }
    }

    private static Examples copy(Examples examples) {
        boolean[] all = new boolean[examples.rows()];
        Arrays.fill(all, true);
        return examples.where(all);
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}

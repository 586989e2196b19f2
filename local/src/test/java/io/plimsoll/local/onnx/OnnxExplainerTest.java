package io.plimsoll.local.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.artifact.AdditiveScale;
import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.Contributions;
import io.plimsoll.artifact.Explainer;
import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.artifact.ModelFolder;
import io.plimsoll.config.ConfigLoader;
import io.plimsoll.contracts.RandomTable;
import io.plimsoll.contracts.TrainedExample;
import io.plimsoll.data.Batch;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.local.linear.LinearTrainer;
import io.plimsoll.local.linear.NaiveTrainer;
import io.plimsoll.local.xgboost.Boosted;
import io.plimsoll.metric.Task;
import io.plimsoll.train.Examples;
import io.plimsoll.train.FittedModel;
import io.plimsoll.train.LinearSettings;
import io.plimsoll.train.NaiveSettings;
import io.plimsoll.train.Trainer;
import io.plimsoll.train.TrainingControl;
import io.plimsoll.transform.Encoding;
import io.plimsoll.transform.FittedTransform;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OnnxExplainerTest {
    private static final String TREES = "native/model.ubj";

    /** The number of the table of which missing values stay missing. */
    private static final int KEPT_MISSING = 1;

    private static final ModelFiles FILES = boosted(Task.CLASSIFICATION, 9);
    private static final ModelFiles LINEAR = fitted(new LinearTrainer(), linear(), Task.REGRESSION);

    @Test
    void explainsARowAlikeInEveryCompanyAndOnSeveralThreads() {
        Batch all = RandomTable.rows(2200, 5);
        try (Explainer one = new OnnxModelLoader().explainer(FILES);
                Explainer four = new OnnxModelLoader(4).explainer(FILES)) {
            Contributions together = one.explain(all);
            Contributions apart = one.explain(all.part(1000, 3));

            assertThat(together.rows()).isEqualTo(2200);
            assertThat(together.scale()).isEqualTo(AdditiveScale.LOG_ODDS);
            for (int input = 0; input < together.ofInputs().size(); input++) {
                assertThat(apart.ofInputs().get(input))
                        .isEqualTo(Arrays.copyOfRange(together.ofInputs().get(input), 1000, 1003));
                assertThat(four.explain(all).ofInputs().get(input))
                        .isEqualTo(together.ofInputs().get(input));
            }
            assertThat(one.explain(RandomTable.rows(0, 1)).rows()).isZero();
        }
    }

    /** A model that asks one column alone. The other has the name that one of its features has. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void contributionsBelongToColumnsWhateverTheirNames(boolean byNumber) {
        Encoding.OneHot land =
                new Encoding.OneHot("land", List.of("IT", "FR"), List.of(), true, true, Encoding.Unseen.OTHER);
        Encoding.OneHot other =
                new Encoding.OneHot("Concat", List.of("x"), List.of(), false, false, Encoding.Unseen.OTHER);
        FittedTransform transform =
                new FittedTransform(List.of(new Encoding.Numeric("land=IT", 0)), List.of(other, land));
        int rows = 400;
        float[] features = new float[rows * transform.width()];
        float[] labels = new float[rows];
        double[] numbers = new double[rows];
        @Nullable String[] lands = new String[rows];
        for (int row = 0; row < rows; row++) {
            numbers[row] = row % 7;
            lands[row] = row % 3 == 0 ? "IT" : row % 3 == 1 ? "FR" : null;
            labels[row] = byNumber ? row % 7 : row % 3;
        }
        Batch batch = new Batch(rows, List.of(numbers), List.of(new String[rows], lands));
        transform.encoder(new OnnxColumnMath()).encode(batch, features, 0);
        float[] weights = new float[rows];
        Arrays.fill(weights, 1);
        Examples examples = new Examples(rows, transform.featureNames(), features, labels, weights, new String[rows]);
        try (FittedModel model = Boosted.fit(examples, Task.REGRESSION, Boosted.settings(20, 3), 1)) {
            ModelFiles files = TrainedExample.pack(
                    transform, model.formula(), Task.REGRESSION, model.nativeFiles(), new OnnxModelLoader());
            try (Explainer explainer = new OnnxModelLoader().explainer(files)) {
                Contributions contributions = explainer.explain(batch);

                assertThat(contributions.strongest(0, 1)).containsExactly(byNumber ? 0 : 2);
                assertThat(contributions.ofInputs().get(1)).containsOnly(0);
                assertThat(Arrays.stream(contributions.ofInputs().get(byNumber ? 2 : 0))
                                .map(Math::abs)
                                .max()
                                .orElse(1))
                        .isLessThan(0.2);
            }
        }
    }

    /** A column that takes another value changes its own contribution alone; a missing number, taken for the mean, contributes nothing. */
    @Test
    void linearContributionsAreExactColumnByColumn() {
        Batch rows = RandomTable.rows(300, 3);
        Batch others = RandomTable.rows(300, 4);
        try (Explainer explainer = new OnnxModelLoader().explainer(LINEAR)) {
            Contributions before = explainer.explain(rows);
            double[] kept = rows.numbers().get(KEPT_MISSING);
            for (int row = 0; row < kept.length; row++) {
                boolean addsNothing = before.ofInputs().get(KEPT_MISSING)[row] == 0;
                assertThat(addsNothing).isEqualTo(Double.isNaN(kept[row]));
            }
            for (int changed = 0; changed < before.ofInputs().size(); changed++) {
                Contributions after = explainer.explain(exchanged(rows, others, changed));
                for (int input = 0; input < before.ofInputs().size(); input++) {
                    if (input != changed) {
                        assertThat(after.ofInputs().get(input))
                                .isEqualTo(before.ofInputs().get(input));
                    }
                }
            }
        }
    }

    @Test
    void explainsNumbersThatAreTooLargeAsTheyArePredicted() {
        Batch rows = RandomTable.rows(3, 3);
        rows.numbers().get(0)[1] = 1e300;
        try (Explainer trees = new OnnxModelLoader().explainer(FILES);
                Explainer linear = new OnnxModelLoader().explainer(LINEAR)) {
            assertThat(trees.explain(rows).sums()[1]).isFinite();
            assertThat(linear.explain(rows).sums()[1]).isInfinite();
        }
    }

    @Test
    void aConstantIsAllBase() {
        ModelFiles files = fitted(new NaiveTrainer(), new NaiveSettings(NaiveSettings.Typical.MEAN), Task.REGRESSION);
        try (Explainer explainer = new OnnxModelLoader().explainer(files)) {
            Contributions contributions = explainer.explain(RandomTable.rows(5, 1));

            assertThat(contributions.strongest(0, 9)).isEmpty();
            assertThat(contributions.sums()).containsOnly(contributions.base());
        }
    }

    @Test
    void refusesDamageBeforeAnythingIsRead() {
        SortedMap<String, byte[]> files = new TreeMap<>(FILES.files());
        byte[] damaged = FILES.file(TREES).clone();
        damaged[damaged.length / 2] ^= 1;
        files.put(TREES, damaged);

        assertRefused(ErrorCode.ARTIFACT_DAMAGED, new ModelFiles(FILES.sha256(), files))
                .hasMessageContaining(TREES + " does not have the bytes");
    }

    /** The files are whole, and were wrong from the start. */
    @Test
    void refusesAFileThatIsNotTheGraphs() {
        byte[] others = boosted(Task.CLASSIFICATION, 10).file(TREES);

        assertRefused(ErrorCode.NOT_EXPLAINABLE, packed("model.ubj", others)).hasMessageContaining("do not add up");
        assertRefused(ErrorCode.NOT_EXPLAINABLE, packed("model.ubj", Arrays.copyOf(others, 1000)))
                .hasMessageContaining("is not of the kind that this version explains");
        assertRefused(ErrorCode.NOT_EXPLAINABLE, packed("linear.json", "{}".getBytes(StandardCharsets.UTF_8)));
        assertRefused(ErrorCode.NOT_EXPLAINABLE, packed("linear.json", LINEAR.file("native/linear.json")))
                .hasMessageContaining("do not add up");
        assertRefused(ErrorCode.NOT_EXPLAINABLE, packed("other.txt", others))
                .hasMessageContaining("its folder has no file of a trainer");
    }

    @Test
    void refusesAPluginsModelWhateverItsFiles() {
        Contract contract = ModelFolder.verify(FILES);
        Contract plugins = new Contract(
                contract.format(),
                contract.model(),
                contract.inputs(),
                contract.output(),
                contract.query(),
                contract.sources(),
                contract.tables(),
                contract.training(),
                contract.trainingConfigSha256(),
                new TreeMap<>(Map.of("plugin.stump", "0".repeat(64))),
                contract.platform(),
                contract.canaries());
        SortedMap<String, byte[]> files = new TreeMap<>(Map.of("model.ubj", FILES.file(TREES)));

        assertRefused(ErrorCode.NOT_EXPLAINABLE, ModelFolder.of(FILES.file(ModelFolder.GRAPH), plugins, files))
                .hasMessageContaining("the trainer stump is a plugin's");
    }

    @Test
    void explainsNoMoreOnceClosed() {
        Explainer explainer = new OnnxModelLoader().explainer(FILES);
        explainer.close();
        explainer.close();

        assertThatThrownBy(() -> explainer.explain(RandomTable.rows(1, 1))).isInstanceOf(IllegalStateException.class);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(ErrorCode code, ModelFiles files) {
        return assertThatThrownBy(() -> new OnnxModelLoader().explainer(files))
                .isInstanceOfSatisfying(
                        PlimsollException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    /** The graph and the contract of {@link #FILES} with another file in native/. */
    private static ModelFiles packed(String name, byte[] file) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(name, file);
        return ModelFolder.of(FILES.file(ModelFolder.GRAPH), ModelFolder.verify(FILES), files);
    }

    private static Batch exchanged(Batch rows, Batch others, int input) {
        List<double[]> numbers = new ArrayList<>(rows.numbers());
        List<@Nullable String[]> texts = new ArrayList<>(rows.texts());
        if (input < numbers.size()) {
            numbers.set(input, others.numbers().get(input));
        } else {
            texts.set(input - numbers.size(), others.texts().get(input - numbers.size()));
        }
        return new Batch(rows.rows(), numbers, texts);
    }

    private static ModelFiles boosted(Task task, long seed) {
        try (FittedModel model =
                Boosted.fit(TrainedExample.examples(2000, task, seed), task, Boosted.settings(100, 5), 2)) {
            return Boosted.pack(model.formula(), task, model.nativeFiles());
        }
    }

    private static LinearSettings linear() {
        return new ConfigLoader(Map.of()).settings(LinearSettings.class, "{}");
    }

    private static <S extends Record> ModelFiles fitted(Trainer<S> trainer, S settings, Task task) {
        Examples examples = TrainedExample.examples(2000, task, 9);
        try (FittedModel model =
                trainer.fit(examples, task, settings, new TrainingControl(7, 1, (rounds, all) -> {}))) {
            return TrainedExample.pack(model.formula(), task, model.nativeFiles(), new OnnxModelLoader());
        }
    }
}

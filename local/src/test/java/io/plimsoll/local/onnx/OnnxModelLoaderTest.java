package io.plimsoll.local.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.Link;
import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.artifact.ModelFolder;
import io.plimsoll.artifact.OnnxGraph;
import io.plimsoll.artifact.Predictor;
import io.plimsoll.artifact.Tree;
import io.plimsoll.artifact.TreeEnsemble;
import io.plimsoll.contracts.RandomTable;
import io.plimsoll.contracts.TrainedExample;
import io.plimsoll.data.Batch;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.local.xgboost.Boosted;
import io.plimsoll.metric.Task;
import io.plimsoll.train.FittedModel;
import io.plimsoll.transform.Encoding;
import io.plimsoll.transform.FittedTransform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OnnxModelLoaderTest {
    private static final ModelFiles FILES = train();
    static final List<String> PATHS = List.copyOf(FILES.files().keySet());

    /** Positions tried in each file, or about so many; more with {@code -Dplimsoll.full=true}. */
    private static final int FLIPS = Boolean.getBoolean("plimsoll.full") ? 1000 : 25;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100, 1023, 1024, 1025})
    void predictsARowAlikeInEveryCompany(int company) {
        Batch all = RandomTable.rows(2200, 5);
        try (Predictor predictor = new OnnxModelLoader().load(FILES)) {
            double[] together = predictor.predict(all);
            int tried = Math.min(all.rows(), 20 * company);
            for (int from = 0; from + company <= tried; from += company) {
                double[] apart = predictor.predict(all.part(from, company));

                assertThat(apart).isEqualTo(Arrays.copyOfRange(together, from, from + company));
            }
        }
    }

    @Test
    void predictsAlikeOnSeveralThreads() {
        Batch batch = RandomTable.rows(10_000, 6);
        try (Predictor one = new OnnxModelLoader().load(FILES);
                Predictor four = new OnnxModelLoader(4).load(FILES)) {
            double[] expected = one.predict(batch);

            assertThat(four.predict(batch)).isEqualTo(expected);
            assertThat(IntStream.range(0, 8).parallel().mapToObj(i -> one.predict(batch)))
                    .allSatisfy(predictions -> assertThat(predictions).isEqualTo(expected));
        }
    }

    @Test
    void predictsNothingForNoRows() {
        try (Predictor predictor = new OnnxModelLoader().load(FILES)) {
            assertThat(predictor.predict(RandomTable.rows(0, 1))).isEmpty();
        }
    }

    @Test
    void ignoresFurtherColumns() {
        Batch batch = RandomTable.rows(10, 8);
        List<double[]> numbers = new ArrayList<>(batch.numbers());
        numbers.add(new double[10]);
        List<@Nullable String[]> texts = new ArrayList<>(batch.texts());
        texts.add(new String[10]);
        try (Predictor predictor = new OnnxModelLoader().load(FILES)) {
            assertThat(predictor.predict(new Batch(10, numbers, texts))).isEqualTo(predictor.predict(batch));
        }
    }

    @Test
    void refusesUnseenCategoriesWhereTheContractSaysSo() {
        Encoding.OneHot open =
                new Encoding.OneHot("open", List.of("a"), List.of(), false, false, Encoding.Unseen.ALL_ZEROS);
        Encoding.OneHot closed =
                new Encoding.OneHot("closed", List.of("a"), List.of("rare"), true, true, Encoding.Unseen.REFUSE);
        ModelFiles files = TrainedExample.pack(
                new FittedTransform(List.of(), List.of(open, closed)),
                leaf(),
                Task.REGRESSION,
                new TreeMap<>(),
                new OnnxModelLoader());
        try (Predictor predictor = new OnnxModelLoader().load(files)) {
            assertThat(predictor.predict(pairs("x", "a", "x", "rare", "x", null, "x", "")))
                    .hasSize(4);
            assertThatThrownBy(() -> predictor.predict(pairs("x", "secret", "x", "a", "x", "secret too")))
                    .isInstanceOfSatisfying(
                            PlimsollException.class,
                            e -> assertThat(e.faults())
                                    .extracting(Fault::code, Fault::where)
                                    .containsExactly(tuple(ErrorCode.UNSEEN_CATEGORY, "column closed")))
                    .hasMessageContaining("2 of 3 rows")
                    .hasMessageNotContaining("secret");
        }
    }

    @ParameterizedTest
    @FieldSource("PATHS")
    void refusesAFolderWithOneFlippedBit(String path) {
        byte[] whole = FILES.file(path);
        for (int position = 0; position < whole.length; position += Math.max(1, whole.length / FLIPS)) {
            byte[] damaged = whole.clone();
            damaged[position] ^= (byte) (1 << (position % Byte.SIZE));
            TreeMap<String, byte[]> files = new TreeMap<>(FILES.files());
            files.put(path, damaged);

            assertDamaged(() -> new OnnxModelLoader().load(new ModelFiles(FILES.sha256(), files)))
                    .hasMessageContaining(path);
        }
    }

    @Test
    void refusesAModelWhoseCanariesHaveChanged() {
        Contract contract = ModelFolder.verify(FILES);
        List<Contract.Canary> canaries = new ArrayList<>(contract.canaries());
        canaries.set(
                5, new Contract.Canary(canaries.get(5).values(), canaries.get(5).expected() * 1.001));
        ModelFiles other =
                ModelFolder.of(FILES.file(ModelFolder.GRAPH), contract.withCanaries(canaries), new TreeMap<>());

        assertDamaged(() -> new OnnxModelLoader().load(other));
    }

    @Test
    void refusesAGraphThatIsNotTheContracts() {
        OnnxGraph graph = new OnnxGraph();
        graph.output(graph.numberInput("another"), "prediction", 1);
        ModelFiles other = ModelFolder.of(graph.bytes(), ModelFolder.verify(FILES), new TreeMap<>());

        assertDamaged(() -> new OnnxModelLoader().load(other));
    }

    @Test
    void predictsNoMoreOnceClosed() {
        Predictor predictor = new OnnxModelLoader().load(FILES);
        predictor.close();
        predictor.close();

        assertThatThrownBy(() -> predictor.predict(RandomTable.rows(1, 1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void needsAThread() {
        assertThatThrownBy(() -> new OnnxModelLoader(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ModelFiles train() {
        Task task = Task.CLASSIFICATION;
        try (FittedModel model =
                Boosted.fit(TrainedExample.examples(2000, task, 9), task, Boosted.settings(100, 5), 2)) {
            return Boosted.pack(model.formula(), task, model.nativeFiles());
        }
    }

    private static TreeEnsemble leaf() {
        return new TreeEnsemble(List.of(Tree.ofNodes(1).leaf(0, 1f).build()), 0f, Link.IDENTITY);
    }

    /** Rows of two texts each. */
    private static Batch pairs(@Nullable String... values) {
        int rows = values.length / 2;
        @Nullable String[] first = new String[rows];
        @Nullable String[] second = new String[rows];
        for (int row = 0; row < rows; row++) {
            first[row] = values[2 * row];
            second[row] = values[2 * row + 1];
        }
        return new Batch(rows, List.of(), List.of(first, second));
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertDamaged(ThrowingCallable loading) {
        return assertThatThrownBy(loading)
                .isInstanceOfSatisfying(
                        PlimsollException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ARTIFACT_DAMAGED));
    }
}

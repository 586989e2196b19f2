package io.plimsoll.local.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.plimsoll.artifact.OnnxFile;
import io.plimsoll.artifact.OnnxGraph;
import io.plimsoll.contracts.RandomTable;
import io.plimsoll.data.Batch;
import io.plimsoll.transform.Encoding;
import io.plimsoll.transform.FeatureEncoder;
import io.plimsoll.transform.FittedTransform;
import io.plimsoll.transform.Rescaling;
import io.plimsoll.transform.TransformGraph;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The transformation inside the model writes, bit for bit, what the encoder wrote for the trainer. */
final class FeatureGraphTest {
    @Property(tries = 50)
    void computesWhatTheEncoderWrites(@ForAll @IntRange(min = 1, max = 300) int rows, @ForAll long seed)
            throws OrtException {
        Batch batch = RandomTable.rows(rows, seed);

        assertThat(graphFeatures(RandomTable.transform(), batch)).isEqualTo(RandomTable.features(batch));
    }

    @Test
    void worksWithoutNumbers() throws OrtException {
        Encoding.OneHot land =
                new Encoding.OneHot("land", List.of("IT"), List.of(), false, false, Encoding.Unseen.ALL_ZEROS);

        assertThat(graphFeatures(new FittedTransform(List.of(), List.of(land)), texts("IT", "MT", "")))
                .containsExactly(1, 0, 0);
    }

    @Test
    void worksWithoutCategories() throws OrtException {
        FittedTransform transform = new FittedTransform(List.of(new Encoding.Numeric("x", Float.NaN)), List.of());
        Batch batch = new Batch(2, List.of(new double[] {Double.NaN, 0.1}), List.of());

        assertThat(graphFeatures(transform, batch)).containsExactly(Float.NaN, 0.1f);
    }

    @Test
    void leavesNoDoubtAboutACategoryThatIsCalledLikeASlot() throws OrtException {
        Encoding.OneHot land =
                new Encoding.OneHot("land", List.of("(missing)"), List.of("r"), true, true, Encoding.Unseen.ALL_ZEROS);

        assertThat(graphFeatures(new FittedTransform(List.of(), List.of(land)), texts("(missing)", "(other)", "")))
                .containsExactly(1, 0, 0, 0, 0, 0, 0, 0, 1);
    }

    @Property(tries = 20)
    void rescalesNumbersAsTrainingDoes(@ForAll @IntRange(min = 1, max = 3000) int rows, @ForAll long seed)
            throws OrtException {
        FittedTransform transform = new FittedTransform(
                List.of(
                        new Encoding.Numeric("plain", 1f),
                        new Encoding.Numeric("log", Float.NaN, new Rescaling(true, 0, 1)),
                        new Encoding.Numeric("both", 3f, new Rescaling(true, 1.5f, 0.7f)),
                        new Encoding.Numeric("standardised", -2f, new Rescaling(false, 0.1f, 3f))),
                List.of());
        Random random = new Random(seed);
        List<double[]> numbers = new ArrayList<>();
        for (int column = 0; column < 4; column++) {
            numbers.add(random.doubles(rows)
                    .map(u -> u < 0.1 ? Double.NaN : u < 0.2 ? 0 : Math.pow(10, 12 * u - 6) * (u < 0.6 ? 1 : -1))
                    .toArray());
        }
        Batch batch = new Batch(rows, numbers, List.of());
        FeatureEncoder encoder = transform.encoder(new OnnxColumnMath());
        float[] training = new float[rows * 4];
        encoder.encode(batch, training, 0);
        encoder.rescale(training);

        assertThat(graphFeatures(transform, batch)).isEqualTo(training);
        assertThat(graphFeatures(transform, batch.part(rows - 1, 1)))
                .isEqualTo(Arrays.copyOfRange(training, 4 * (rows - 1), 4 * rows));
    }

    private static Batch texts(@Nullable String... values) {
        return new Batch(values.length, List.of(), Collections.singletonList(values));
    }

    private static float[] graphFeatures(FittedTransform transform, Batch batch) throws OrtException {
        OnnxGraph graph = new OnnxGraph();
        graph.output(new TransformGraph(transform).features(graph), "features", transform.width());
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                OrtSession session =
                        environment.createSession(OnnxFile.read(graph.bytes()).forJava(), options)) {
            List<String> names = List.copyOf(session.getInputNames());
            Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
            long[] shape = names.size() == 1 ? new long[] {batch.rows(), 1} : new long[] {batch.rows()};
            for (double[] values : batch.numbers()) {
                FloatBuffer column = FloatBuffer.allocate(values.length);
                for (double value : values) {
                    column.put((float) value);
                }
                tensors.put(names.get(tensors.size()), OnnxTensor.createTensor(environment, column.flip(), shape));
            }
            for (String[] values : batch.texts()) {
                String[] column = Arrays.stream(values)
                        .map(value -> value == null ? "" : value)
                        .toArray(String[]::new);
                tensors.put(names.get(tensors.size()), OnnxTensor.createTensor(environment, column, shape));
            }
            try (OrtSession.Result result = session.run(tensors)) {
                float[] features = new float[batch.rows() * transform.width()];
                ((OnnxTensor) result.get(0)).getFloatBuffer().get(features);
                return features;
            } finally {
                tensors.values().forEach(OnnxTensor::close);
            }
        }
    }
}

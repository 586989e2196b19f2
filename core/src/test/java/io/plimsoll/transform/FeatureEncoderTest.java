package io.plimsoll.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.data.Batch;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FeatureEncoderTest {
    private static final ColumnMath NO_MATH = (graph, columns) -> {
        throw new UnsupportedOperationException();
    };
    private static final Encoding.OneHot LAND =
            new Encoding.OneHot("land", List.of("IT", "中国"), List.of("MT"), true, true, Encoding.Unseen.ALL_ZEROS);

    @Test
    void fillsMissingNumbersOrLeavesThem() {
        FittedTransform transform = new FittedTransform(
                List.of(new Encoding.Numeric("a", 2.5f), new Encoding.Numeric("b", Float.NaN)), List.of());

        float[] matrix = encode(
                transform,
                new Batch(2, List.of(new double[] {Double.NaN, 0.1}, new double[] {Double.NaN, 1e40}), List.of()));

        assertThat(matrix).containsExactly(2.5f, Float.NaN, 0.1f, Float.POSITIVE_INFINITY);
    }

    @Test
    void givesEachKindOfCategoryItsPlace() {
        FittedTransform transform = new FittedTransform(List.of(), List.of(LAND));

        float[] matrix = encode(transform, texts("IT", "中国", "MT", "unheard of", null, ""));

        assertThat(transform.featureNames()).containsExactly("land=IT", "land=中国", "land=(other)", "land=(missing)");
        assertThat(matrix)
                .containsExactly(
                        1, 0, 0, 0, //
                        0, 1, 0, 0, //
                        0, 0, 1, 0, //
                        0, 0, 0, 0, //
                        0, 0, 0, 1, //
                        0, 0, 0, 1);
    }

    @Test
    void putsUnseenCategoriesAmongTheOthersWhereThePolicySaysSo() {
        Encoding.OneHot other =
                new Encoding.OneHot("land", List.of("IT"), List.of(), true, false, Encoding.Unseen.OTHER);

        float[] matrix = encode(new FittedTransform(List.of(), List.of(other)), texts("IT", "unheard of", null));

        assertThat(matrix).containsExactly(1, 0, 0, 1, 0, 0);
    }

    @Test
    void knowsTheCategoriesOfTraining() {
        FeatureEncoder encoder = new FittedTransform(List.of(), List.of(LAND)).encoder(NO_MATH);

        assertThat(encoder.isKnown(0, "MT")).isTrue();
        assertThat(encoder.isKnown(0, "unheard of")).isFalse();
    }

    @Test
    void writesOnlyItsOwnRows() {
        FittedTransform transform = new FittedTransform(List.of(new Encoding.Numeric("a", 0f)), List.of(LAND));
        float[] matrix = new float[3 * transform.width()];

        transform
                .encoder(NO_MATH)
                .encode(
                        new Batch(
                                1,
                                List.of(new double[] {7, 8}),
                                texts("IT", "IT").texts()),
                        matrix,
                        1);

        assertThat(matrix).containsExactly(0, 0, 0, 0, 0, 7, 1, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    private static Batch texts(@Nullable String... values) {
        return new Batch(values.length, List.of(), Collections.singletonList(values));
    }

    private static float[] encode(FittedTransform transform, Batch batch) {
        float[] matrix = new float[batch.rows() * transform.width()];
        transform.encoder(NO_MATH).encode(batch, matrix, 0);
        return matrix;
    }
}

package io.plimsoll.contracts;

import io.plimsoll.data.Batch;
import io.plimsoll.transform.ColumnMath;
import io.plimsoll.transform.Encoding;
import io.plimsoll.transform.FittedTransform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A made-up modelling table and a transformation of it in which every policy occurs. The same seed gives the same rows. */
public final class RandomTable {
    private static final List<String> LEVELS =
            List.of("IT", "Côte d'Ivoire", "中国", "München", "🚢 ship", "a\u0000b", "(other)");
    private static final List<String> RARE = List.of("Malta", "😀");
    private static final List<String> UNSEEN = List.of("unheard of", "🎈", "it", "IT ", "(missing)");

    private static final FittedTransform TRANSFORM = new FittedTransform(
            List.of(
                    new Encoding.Numeric("filled", 0.1f),
                    new Encoding.Numeric("größe 🚢", Float.NaN),
                    new Encoding.Numeric("prediction", -7f)),
            List.of(
                    new Encoding.OneHot("own level", LEVELS, RARE, true, true, Encoding.Unseen.ALL_ZEROS),
                    new Encoding.OneHot("国", LEVELS, RARE, true, false, Encoding.Unseen.OTHER),
                    new Encoding.OneHot(
                            "nothing at all", List.of(), List.of(), false, false, Encoding.Unseen.ALL_ZEROS),
                    new Encoding.OneHot("only missing", List.of(), List.of(), false, true, Encoding.Unseen.OTHER),
                    new Encoding.OneHot("only other", List.of(), List.of(), true, false, Encoding.Unseen.OTHER),
                    new Encoding.Lookup(
                            "one number", "target", numbersOf(LEVELS), RARE, 0.25f, -1f, Encoding.Unseen.OTHER)));

    /** No number of this table is rescaled. */
    private static final ColumnMath NO_MATH = (graph, columns) -> {
        throw new UnsupportedOperationException();
    };

    private RandomTable() {}

    private static Map<String, Float> numbersOf(List<String> levels) {
        Map<String, Float> numbers = new LinkedHashMap<>();
        levels.forEach(level -> numbers.put(level, 0.1f * levels.indexOf(level)));
        RARE.forEach(level -> numbers.put(level, 7f));
        return numbers;
    }

    public static FittedTransform transform() {
        return TRANSFORM;
    }

    /** Rows in which a tenth of the values are missing, and of the categories a tenth rare and a tenth unseen. */
    public static Batch rows(int rows, long seed) {
        Random random = new Random(seed);
        List<double[]> numbers = new ArrayList<>();
        TRANSFORM.numeric().forEach(column -> numbers.add(numbers(rows, random)));
        List<@Nullable String[]> texts = new ArrayList<>();
        TRANSFORM.categorical().forEach(column -> texts.add(texts(rows, random)));
        return new Batch(rows, numbers, texts);
    }

    /** <b>Shape</b>: row-major, rows × width. */
    public static float[] features(Batch rows) {
        float[] matrix = new float[rows.rows() * TRANSFORM.width()];
        TRANSFORM.encoder(NO_MATH).encode(rows, matrix, 0);
        return matrix;
    }

    private static double[] numbers(int rows, Random random) {
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = random.nextInt(10) == 0 ? Double.NaN : random.nextGaussian() * 10;
        }
        return values;
    }

    private static @Nullable String[] texts(int rows, Random random) {
        @Nullable String[] values = new String[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = switch (random.nextInt(10)) {
                case 0 -> random.nextBoolean() ? null : "";
                case 1 -> pick(RARE, random);
                case 2 -> pick(UNSEEN, random);
                default -> pick(LEVELS, random);
            };
        }
        return values;
    }

    private static String pick(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}

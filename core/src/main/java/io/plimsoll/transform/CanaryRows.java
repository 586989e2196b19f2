package io.plimsoll.transform;

import io.plimsoll.artifact.Formula;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Twelve rows that a model is tried with: made up from its constants alone, so that no row of any table is among them.
 *
 * <p>All missing · all usual · all unseen or above every threshold · all rare or below every threshold · eight rows in which the levels take
 * turns and the numbers lie on, just under and just over thresholds of the trees.
 */
public final class CanaryRows {
    private static final int MISSING = 0;
    private static final int USUAL = 1;
    private static final int BEYOND = 2;
    private static final int RARE = 3;
    private static final int TURNS = 8;
    private static final int ROWS = RARE + 1 + TURNS;

    private CanaryRows() {}

    /** <b>Shape</b>: in each row a Double, a String or null for each column, numeric columns first. */
    public static List<List<@Nullable Object>> of(FittedTransform transform, Formula formula) {
        List<Numbers> numbers = IntStream.range(0, transform.numeric().size())
                .mapToObj(i -> numbers(transform.numeric().get(i), formula.thresholds(i)))
                .toList();
        List<Texts> texts = IntStream.range(0, transform.categorical().size())
                .mapToObj(i -> Texts.of(transform.categorical().get(i), i))
                .toList();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            List<@Nullable Object> values = new ArrayList<>();
            for (Numbers column : numbers) {
                values.add(column.at(row));
            }
            for (Texts column : texts) {
                values.add(column.at(row));
            }
            rows.add(values);
        }
        return rows;
    }

    private static Numbers numbers(Encoding.Numeric encoding, Collection<Float> thresholds) {
        Rescaling rescaling = encoding.rescaling();
        return new Numbers(
                encoding.fill(),
                thresholds.stream()
                        .map(threshold -> rescaling.isNone() ? threshold : (float) rescaling.undone(threshold))
                        .toList());
    }

    /** What one numeric column is tried with. */
    private record Numbers(float fill, List<Float> thresholds) {
        @Nullable
        Double at(int row) {
            float usual = Float.isNaN(fill) ? 0f : fill;
            return switch (row) {
                case MISSING -> null;
                case USUAL -> (double) usual;
                case BEYOND -> (double) (thresholds.isEmpty() ? usual + 1 : Math.nextUp(last()));
                case RARE -> (double) (thresholds.isEmpty() ? usual - 1 : Math.nextDown(thresholds.get(0)));
                default -> (double) (thresholds.isEmpty() ? usual + row : near(row - RARE - 1));
            };
        }

        private float last() {
            return thresholds.get(thresholds.size() - 1);
        }

        /** Thresholds spread over the range of the column, approached from both sides. */
        private float near(int turn) {
            float threshold = thresholds.get((2 * turn + 1) * thresholds.size() / (2 * TURNS));
            return switch (turn % 3) {
                case 0 -> threshold;
                case 1 -> Math.nextDown(threshold);
                default -> Math.nextUp(threshold);
            };
        }
    }

    /** What one categorical column is tried with; columns are out of step with each other. */
    private record Texts(Encoding.Categorical encoding, List<String> levels, int column) {
        static Texts of(Encoding.Categorical encoding, int column) {
            List<String> levels = new ArrayList<>(encoding.known());
            levels.removeAll(new HashSet<>(encoding.rare()));
            return new Texts(encoding, levels, column);
        }

        @Nullable
        String at(int row) {
            return switch (row) {
                case MISSING -> null;
                case BEYOND -> encoding.unseen() == Encoding.Unseen.REFUSE ? inTurn(row) : unseen();
                case RARE ->
                    encoding.rare().isEmpty() ? inTurn(row) : encoding.rare().get(0);
                default -> inTurn(row - USUAL);
            };
        }

        private @Nullable String inTurn(int turn) {
            int count = levels.size();
            return count == 0 ? null : levels.get((turn * Math.max(1, count / TURNS) + column) % count);
        }

        private String unseen() {
            String name = "(unseen)";
            while (encoding.known().contains(name)) {
                name += "!";
            }
            return name;
        }
    }
}

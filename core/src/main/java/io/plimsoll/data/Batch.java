package io.plimsoll.data;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some consecutive rows of a scan, column by column. Valid only until the consumer returns: the arrays are used again.
 *
 * <p><b>Shape</b>: {@code numbers[i]} belongs to the selection's i-th number, {@code texts[i]} to its i-th text; only the first
 * {@code rows} entries count. A missing number is NaN, a missing text is null.
 */
public record Batch(int rows, List<double[]> numbers, List<@Nullable String[]> texts) {
    /** Copies of some of the rows. */
    public Batch part(int from, int count) {
        return new Batch(
                count,
                numbers.stream()
                        .map(column -> Arrays.copyOfRange(column, from, from + count))
                        .toList(),
                texts.stream()
                        .map(column -> Arrays.copyOfRange(column, from, from + count))
                        .toList());
    }
}

package io.plimsoll.data;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Rows that an engine holds, in the canonical order of their key. Immutable: a filter gives another dataset.
 *
 * <p>Every figure is exact and does not depend on the order of the rows in their source, on threads, or on the engine. A column that
 * does not exist is a programming error: what a user names is checked against {@link #columns()} first.
 *
 * <p>The text form of a value is its usual one in SQL; a number without a fraction, below 1e15, is written as an integer, so that {@code 1}
 * and {@code 1.0} are one category.
 */
public interface Dataset {
    List<Column> columns();

    long rows();

    /** @throws io.plimsoll.fault.PlimsollException with {@code QUERY_INVALID} if a condition is not valid SQL over these columns */
    Dataset where(Filter filter);

    ColumnSummary summary(String column);

    /** How many different values of one column there are among rows with each value of another: groups per class, say. */
    List<Level> distinctPerLevel(String counted, String per);

    /**
     * Figures of the rows with each value of a column, in one pass over the rows; rows without a value are left out.
     *
     * @param consumer takes an entry for each value, in code-point order: its text form and, as numbers, the figures in their order
     */
    void figuresPerLevel(List<LevelFigure> figures, String per, Consumer<Batch> consumer);

    /** Values of a column with their counts, most frequent first, ties in code-point order; missing values left out. */
    List<Level> levels(String column);

    /** How many different rows there are where only some columns are looked at; missing values are alike. */
    long distinctRows(List<String> columns);

    /** In how many rows a column differs from rows that are alike in all of some others; missing values are alike. */
    Discord discord(List<String> alike, String column);

    /** The lower median of the finite numbers of a column; NaN where there are none. */
    double median(String column);

    /**
     * The finite numbers of a column, each once, and in how many rows it is.
     *
     * @param consumer takes both as numbers, the smallest first; zeros of either sign are one
     */
    void scanValues(String column, Consumer<Batch> consumer);

    /** Passes over all rows in key order. */
    default void scan(Selection selection, Consumer<Batch> consumer) {
        scanWhile(selection, batch -> {
            consumer.accept(batch);
            return true;
        });
    }

    /** Passes over rows in key order, for as long as more are wanted. */
    void scanWhile(Selection selection, Predicate<Batch> consumer);

    /** Writes all columns in key order as one Parquet file. */
    void writeParquet(Path file);
}

package io.plimsoll.engine;

import io.plimsoll.config.SourceFormat;
import io.plimsoll.data.Batch;
import io.plimsoll.data.Column;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes tables to files, in memory that does not grow with them. A file is written where it is told; that it is whole before others see it is
 * the caller's business.
 *
 * <p>Every method throws {@link io.plimsoll.fault.PlimsollException} with {@code STORAGE} where the place does not take the file.
 */
public interface TableWriter {
    /** Rows as they come. */
    interface Rows {
        /** The next rows, at most {@value #MOST} of them and at least one; null when there are no more. Called by one thread at a time. */
        @Nullable
        Batch next();

        int MOST = 2048;
    }

    /**
     * Writes a Parquet file.
     *
     * @param columns those of type NUMBER are the batches' numbers in their order, all others their texts in their text form
     * @param constants columns that follow, with the text that each has in every row
     */
    void write(Path file, List<Column> columns, Map<String, String> constants, Rows rows);

    /**
     * Writes some columns of Parquet files, which have a column in common, as one file. A row of the result is a value of that column that
     * any of the files has; where a column is in several of them, the first one that has a value for it counts.
     *
     * @param files at least one
     * @param key the column that they have in common, unique in each
     * @param columns of the result, in its order
     */
    void join(List<Path> files, String key, List<String> columns, Path file, SourceFormat format);
}

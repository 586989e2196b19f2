package io.plimsoll.engine;

import io.plimsoll.data.Dataset;
import java.util.List;

/** Stored modelling tables, opened again to be looked at. */
public interface Snapshots extends AutoCloseable {
    /** One for each file, in their order; rows lie as they were written. */
    List<Dataset> tables();

    /**
     * Compares two of the tables row by row.
     *
     * @param key a column of both, unique and never missing; rows belong together whose keys have the same text form
     * @param columns further columns of both. A value is compared as it is where both columns have one type, else in its text form
     */
    RowDifference compare(Dataset before, Dataset after, String key, List<String> columns);

    @Override
    void close();
}

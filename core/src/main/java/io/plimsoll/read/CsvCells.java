package io.plimsoll.read;

import java.util.Map;
import java.util.Objects;

/** One column of a batch that fills with values as they are written in a CSV file, each of which is known to fit the column. */
interface CsvCells {
    /** @param utf8 where the value stands, without its quotes */
    void put(int row, byte[] utf8, int from, int to);

    static <T extends CsvCells> T of(Map<String, T> cells, String name) {
        return Objects.requireNonNull(cells.get(name), "every column that is selected has its cells");
    }
}

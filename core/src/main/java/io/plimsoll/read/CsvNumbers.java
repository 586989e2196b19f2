package io.plimsoll.read;

import io.plimsoll.config.DecimalMark;
import io.plimsoll.data.ColumnType;
import java.util.Arrays;

/** A column of numbers; booleans count as 0 and 1. */
final class CsvNumbers implements CsvCells {
    private final boolean isBoolean;
    private final char decimalMark;
    private final WrittenNulls nulls;
    private final double[] values;

    CsvNumbers(ColumnType type, DecimalMark decimal, WrittenNulls nulls, int most) {
        this.isBoolean = type == ColumnType.BOOLEAN;
        this.decimalMark = decimal.symbol();
        this.nulls = nulls;
        this.values = new double[most];
        Arrays.fill(values, Double.NaN);
    }

    double[] values() {
        return values;
    }

    @Override
    public void put(int row, byte[] utf8, int from, int to) {
        if (nulls.contains(utf8, from, to)) {
            values[row] = Double.NaN;
        } else if (isBoolean) {
            values[row] = utf8[from] == 't' || utf8[from] == 'T' ? 1 : 0;
        } else {
            values[row] = NumberValue.of(utf8, from, to, decimalMark);
        }
    }
}

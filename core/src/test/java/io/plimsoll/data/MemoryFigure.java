package io.plimsoll.data;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** A figure of rows in memory, in the plainest way that there is. */
final class MemoryFigure {
    private MemoryFigure() {}

    static double of(MemoryDataset rows, LevelFigure figure) {
        if (figure instanceof LevelFigure.Present present) {
            return known(rows, present.column()).count();
        }
        if (figure instanceof LevelFigure.Least least) {
            return known(rows, least.column()).min().orElse(Double.NaN);
        }
        if (figure instanceof LevelFigure.Most most) {
            return known(rows, most.column()).max().orElse(Double.NaN);
        }
        if (figure instanceof LevelFigure.Distinct distinct) {
            return rows.texts(distinct.column()).stream().distinct().count();
        }
        return figure instanceof LevelFigure.With with
                ? rows.texts(with.column()).stream()
                        .filter(with.value()::equals)
                        .count()
                : rows.rows();
    }

    private static DoubleStream known(MemoryDataset rows, String column) {
        return Arrays.stream(rows.numbers(column)).filter(number -> !Double.isNaN(number));
    }
}

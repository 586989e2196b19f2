package io.plimsoll.score;

import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.Contributions;
import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The columns that tell why: where the model starts from, which inputs moved a row most and how far, and what all others did together. */
final class Reasons {
    private final String prefix;
    private final List<String> inputs;
    private final int count;

    Reasons(Contract contract, Additions additions) {
        this.prefix = additions.prefix();
        this.inputs = contract.inputs().stream().map(Contract.Input::column).toList();
        this.count = Math.min(additions.reasons(), inputs.size());
    }

    boolean areWanted() {
        return count > 0;
    }

    List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        if (areWanted()) {
            columns.add(new Column(prefix + "base", ColumnType.NUMBER));
            for (int i = 1; i <= count; i++) {
                columns.add(new Column(prefix + "reason_" + i, ColumnType.TEXT));
                columns.add(new Column(prefix + "reason_" + i + "_by", ColumnType.NUMBER));
            }
            columns.add(new Column(prefix + "others_by", ColumnType.NUMBER));
            columns.add(new Column(prefix + "reason_scale", ColumnType.TEXT));
        }
        return columns;
    }

    /** Adds the values of {@link #columns} for rows. */
    void add(Contributions of, List<double[]> numbers, List<@Nullable String[]> texts) {
        int rows = of.rows();
        double[] base = new double[rows];
        double[] others = new double[rows];
        double[][] by = new double[count][rows];
        @Nullable String[][] names = new String[count][rows];
        for (int row = 0; row < rows; row++) {
            base[row] = of.base();
            List<Integer> strongest = of.strongest(row, count);
            int at = row;
            others[row] = IntStream.range(0, inputs.size())
                    .filter(input -> !strongest.contains(input))
                    .mapToDouble(input -> of.ofInputs().get(input)[at])
                    .sum();
            for (int i = 0; i < count; i++) {
                boolean isThere = i < strongest.size();
                names[i][row] = isThere ? inputs.get(strongest.get(i)) : null;
                by[i][row] = isThere ? of.ofInputs().get(strongest.get(i))[row] : Double.NaN;
            }
        }
        numbers.add(base);
        for (int i = 0; i < count; i++) {
            texts.add(names[i]);
            numbers.add(by[i]);
        }
        numbers.add(others);
        @Nullable String[] scale = new String[rows];
        Arrays.fill(scale, of.scale().label());
        texts.add(scale);
    }
}

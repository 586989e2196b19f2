package io.plimsoll.actuals;

import io.plimsoll.data.Dataset;
import io.plimsoll.data.Roles;
import io.plimsoll.data.Selection;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What really happened, by the key of each row. */
public final class Actuals {
    /** In place of a row's number: it is known what happened, and {@code train_where} leaves the row out. */
    static final int LEFT_OUT = -1;

    private final Map<String, Integer> rowOf;
    private final double[] target;
    private final String[] group;
    private final boolean grouped;
    private final Counted counted;

    private Actuals(Map<String, Integer> rowOf, double[] target, String[] group, boolean grouped, Counted counted) {
        this.rowOf = rowOf;
        this.target = target;
        this.group = group;
        this.grouped = grouped;
        this.counted = counted;
    }

    /**
     * How many rows there are.
     *
     * @param rows of the file
     * @param unknown of these, rows without a target yet
     * @param leftOut of the others, rows that {@code train_where} leaves out
     */
    public record Counted(long rows, long unknown, long leftOut) {
        /** Rows of which it is known what happened, and that count. */
        public long known() {
            return rows - unknown - leftOut;
        }
    }

    /**
     * Where what is taken stands.
     *
     * @param grouped whether there is a column of groups; otherwise each row is its own
     */
    record Columns(Roles roles, boolean grouped) {}

    /**
     * @param known all rows with a target, whose keys and groups are there
     * @param asked of these, the rows that count
     */
    static Actuals of(Dataset known, Dataset asked, Columns columns, Counted counted) {
        Roles roles = columns.roles();
        int rows = Math.toIntExact(asked.rows());
        Map<String, Integer> rowOf = new HashMap<>();
        double[] target = new double[rows];
        String[] group = new String[rows];
        String groups = columns.grouped() ? roles.group() : roles.key();
        asked.scan(new Selection(List.of(roles.target()), List.of(roles.key(), groups)), batch -> {
            int first = rowOf.size();
            System.arraycopy(batch.numbers().get(0), 0, target, first, batch.rows());
            for (int i = 0; i < batch.rows(); i++) {
                rowOf.put(present(batch.texts().get(0)[i]), first + i);
                group[first + i] = present(batch.texts().get(1)[i]);
            }
        });
        if (counted.leftOut() > 0) {
            known.scan(
                    new Selection(List.of(), List.of(roles.key())),
                    batch -> Arrays.stream(batch.texts().get(0), 0, batch.rows())
                            .forEach(key -> rowOf.putIfAbsent(present(key), LEFT_OUT)));
        }
        return new Actuals(rowOf, target, group, columns.grouped(), counted);
    }

    private static String present(@Nullable String text) {
        return Objects.requireNonNull(text, "keys and groups were looked at before");
    }

    /** The number of a key's row, {@link #LEFT_OUT}, or null where nothing is known. */
    @Nullable
    Integer row(String key) {
        return rowOf.get(key);
    }

    double target(int row) {
        return target[row];
    }

    String group(int row) {
        return group[row];
    }

    /** Whether the file says which rows belong together. */
    public boolean isGrouped() {
        return grouped;
    }

    public Counted counted() {
        return counted;
    }
}

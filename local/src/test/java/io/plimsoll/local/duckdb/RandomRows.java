package io.plimsoll.local.duckdb;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Rows of a made-up table, as text: key, group, number, class. Missing values are null. */
record RandomRows(List<@Nullable String[]> rows) {
    static final List<String> COLUMNS = List.of("key", "group", "number", "class");

    private static final List<String> GROUPS =
            List.of("a", "A", "ä", "肺", "🚢", "it's", "x,y", "\"", "two\nlines", "NULL", "007");

    static RandomRows of(int count, long seed) {
        Random random = new Random(seed);
        List<Integer> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            keys.add(i * 3 - 40);
        }
        Collections.shuffle(keys, random);
        List<@Nullable String[]> rows = new ArrayList<>();
        for (int key : keys) {
            rows.add(new @Nullable String[] {Integer.toString(key), group(random), number(random), kind(random)});
        }
        return new RandomRows(rows);
    }

    /** The same rows in another order. */
    RandomRows shuffled(long seed) {
        List<@Nullable String[]> other = new ArrayList<>(rows);
        Collections.shuffle(other, new Random(seed));
        return new RandomRows(other);
    }

    /** The same rows, but for one value. */
    RandomRows with(int row, int column, @Nullable String value) {
        List<@Nullable String[]> other = new ArrayList<>(rows);
        @Nullable String[] changed = other.get(row).clone();
        changed[column] = value;
        other.set(row, changed);
        return new RandomRows(other);
    }

    List<@Nullable String> column(String name) {
        int index = COLUMNS.indexOf(name);
        List<@Nullable String> values = new ArrayList<>();
        rows.forEach(row -> values.add(row[index]));
        return values;
    }

    String csv() {
        return csv(List.of(0, 1, 2, 3));
    }

    /** @param order indices of the columns, in the order of the file */
    String csv(List<Integer> order) {
        StringBuilder csv = new StringBuilder();
        order.forEach(index -> csv.append(COLUMNS.get(index)).append(','));
        csv.setCharAt(csv.length() - 1, '\n');
        for (@Nullable String[] row : rows) {
            order.forEach(index -> csv.append(quoted(row[index])).append(','));
            csv.setCharAt(csv.length() - 1, '\n');
        }
        return csv.toString();
    }

    private static String quoted(@Nullable String value) {
        return value == null ? "" : '"' + value.replace("\"", "\"\"") + '"';
    }

    private static @Nullable String group(Random random) {
        return random.nextInt(6) == 0 ? null : GROUPS.get(random.nextInt(GROUPS.size()));
    }

    private static @Nullable String number(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> null;
            case 1 -> Integer.toString(random.nextInt(4));
            case 2 -> random.nextInt(4) + ".5";
            default -> Double.toString(random.nextGaussian());
        };
    }

    private static @Nullable String kind(Random random) {
        return random.nextInt(8) == 0 ? null : Integer.toString(random.nextInt(2));
    }
}

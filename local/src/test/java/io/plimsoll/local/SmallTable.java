package io.plimsoll.local;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/** A made-up table of sites, five to a trial. Numbers and lands explain the dose, and whether a site is active. */
record SmallTable(List<String> header, List<List<String>> rows) {
    private static final List<String> LANDS = List.of("IT", "Côte d'Ivoire", "中国", "");

    static SmallTable of(int trials) {
        List<List<String>> rows = new ArrayList<>();
        for (int id = 0; id < trials * 5; id++) {
            Random random = new Random(id * 31L);
            String land = LANDS.get(random.nextInt(LANDS.size()));
            int size = random.nextInt(20);
            int year = 2000 + random.nextInt(25);
            double dose = 10 + size * 1.5 + (land.equals("IT") ? 8 : 0) + random.nextInt(40) / 8.0;
            String sizeOrNothing = random.nextInt(10) == 0 ? "" : Integer.toString(size);
            rows.add(List.of(
                    Integer.toString(id),
                    "t" + id / 5,
                    sizeOrNothing,
                    Integer.toString(year),
                    land,
                    String.format(Locale.ROOT, "%.3f", dose),
                    dose > 27 ? "1" : "0"));
        }
        return new SmallTable(List.of("id", "trial", "size", "year", "land", "dose", "active"), rows);
    }

    String csv() {
        StringBuilder csv = new StringBuilder(String.join(",", header)).append('\n');
        rows.forEach(row -> csv.append(String.join(",", row)).append('\n'));
        return csv.toString();
    }

    /** The same content with its rows and columns in another order. */
    SmallTable shuffled(long seed) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(seed));
        List<List<String>> other = new ArrayList<>();
        rows.forEach(row -> other.add(order.stream().map(row::get).toList()));
        Collections.shuffle(other, new Random(seed));
        return new SmallTable(order.stream().map(header::get).toList(), other);
    }

    /** The same table with other values in one column. */
    SmallTable with(String column, UnaryOperator<String> change) {
        return with(column, id -> true, change);
    }

    /** The same table with other values in one column of some rows. */
    SmallTable with(String column, IntPredicate ids, UnaryOperator<String> change) {
        int index = header.indexOf(column);
        List<List<String>> other = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> copy = new ArrayList<>(row);
            if (ids.test(Integer.parseInt(row.get(header.indexOf("id"))))) {
                copy.set(index, change.apply(row.get(index)));
            }
            other.add(copy);
        }
        return new SmallTable(header, other);
    }

    /** The same rows under another name for one column. */
    SmallTable renamed(String column, String name) {
        return new SmallTable(
                header.stream()
                        .map(known -> known.equals(column) ? name : known)
                        .toList(),
                rows);
    }
}

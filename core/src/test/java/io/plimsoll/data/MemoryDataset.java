package io.plimsoll.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table in lists, for tests of what is decided about tables. Conditions are of the form {@code column > number} only.
 *
 * <p>Values are Long, Double, Boolean, String or anything whose text is its text form; null is missing.
 */
public final class MemoryDataset implements Dataset {
    private final List<Column> columns;
    private final List<@Nullable Object[]> rows;
    private final int batch;

    private MemoryDataset(List<Column> columns, List<@Nullable Object[]> rows, int batch) {
        this.columns = List.copyOf(columns);
        this.rows = rows;
        this.batch = batch;
    }

    /** A table without rows, whose columns are given as {@code name:TYPE}. */
    public static MemoryDataset of(String... columns) {
        return new MemoryDataset(
                Arrays.stream(columns).map(MemoryDataset::column).toList(), List.of(), 2048);
    }

    /** The same table with one row more. */
    public MemoryDataset with(@Nullable Object... values) {
        List<@Nullable Object[]> more = new ArrayList<>(rows);
        more.add(values.clone());
        return new MemoryDataset(columns, more, batch);
    }

    /** The same table with so many rows more. */
    public MemoryDataset with(int count, Function<Integer, @Nullable Object[]> row) {
        List<@Nullable Object[]> more = new ArrayList<>(rows);
        for (int i = 0; i < count; i++) {
            more.add(row.apply(i));
        }
        return new MemoryDataset(columns, more, batch);
    }

    /** The same rows, scanned so many at a time. */
    public MemoryDataset inBatchesOf(int size) {
        return new MemoryDataset(columns, rows, size);
    }

    /** The same rows with the columns in another order. */
    public MemoryDataset columnsInOrder(String... names) {
        int[] index = Arrays.stream(names).mapToInt(this::index).toArray();
        List<Column> reordered = Arrays.stream(index).mapToObj(columns::get).toList();
        List<@Nullable Object[]> picked = new ArrayList<>();
        for (@Nullable Object[] row : rows) {
            @Nullable Object[] copy = new Object[index.length];
            for (int i = 0; i < index.length; i++) {
                copy[i] = row[index[i]];
            }
            picked.add(copy);
        }
        return new MemoryDataset(reordered, picked, batch);
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public long rows() {
        return rows.size();
    }

    @Override
    public Dataset where(Filter filter) {
        MemoryFilter kept = new MemoryFilter(this::index, columns, rows);
        return new MemoryDataset(
                columns, rows.stream().filter(kept.wanted(filter)).toList(), batch);
    }

    @Override
    public ColumnSummary summary(String column) {
        List<String> present = texts(column);
        double[] numbers = numbers(column);
        long missing = rows() - present.size();
        long notFinite = Arrays.stream(numbers).filter(x -> !Double.isFinite(x)).count();
        double[] finite = Arrays.stream(numbers).filter(Double::isFinite).toArray();
        return new ColumnSummary(
                rows.size(),
                missing,
                present.stream().distinct().count(),
                notFinite,
                Arrays.stream(finite).min().orElse(Double.NaN),
                Arrays.stream(finite).max().orElse(Double.NaN));
    }

    @Override
    public List<Level> distinctPerLevel(String counted, String per) {
        Map<String, List<String>> values = new TreeMap<>();
        for (@Nullable Object[] row : rows) {
            Object level = row[index(per)];
            Object value = row[index(counted)];
            if (level != null && value != null) {
                values.computeIfAbsent(text(level), key -> new ArrayList<>()).add(text(value));
            }
        }
        return sorted(values, list -> list.stream().distinct().count());
    }

    @Override
    public List<Level> levels(String column) {
        Map<String, List<String>> values = texts(column).stream().collect(Collectors.groupingBy(text -> text));
        return sorted(values, list -> (long) list.size());
    }

    @Override
    public long distinctRows(List<String> some) {
        return rows.stream().map(row -> values(row, some)).distinct().count();
    }

    @Override
    public Discord discord(List<String> alike, String column) {
        Map<List<String>, List<List<String>>> kinds = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> values(row, alike),
                        Collectors.mapping(row -> values(row, List.of(column)), Collectors.toList())));
        long all = 0;
        long fewest = 0;
        for (List<List<String>> kind : kinds.values()) {
            Map<List<String>, Long> counts =
                    kind.stream().collect(Collectors.groupingBy(value -> value, Collectors.counting()));
            if (counts.size() > 1) {
                all += kind.size();
                fewest += kind.size() - Collections.max(counts.values());
            }
        }
        return new Discord(all, fewest);
    }

    @Override
    public double median(String column) {
        double[] finite =
                Arrays.stream(numbers(column)).filter(Double::isFinite).sorted().toArray();
        return finite.length == 0 ? Double.NaN : finite[(finite.length - 1) / 2];
    }

    @Override
    public void figuresPerLevel(List<LevelFigure> figures, String per, Consumer<Batch> consumer) {
        Map<String, List<@Nullable Object[]>> levels = new TreeMap<>();
        rows.stream()
                .filter(row -> row[index(per)] != null)
                .forEach(row -> levels.computeIfAbsent(
                                text(Objects.requireNonNull(row[index(per)])), level -> new ArrayList<>())
                        .add(row));
        levels.forEach((level, same) -> {
            MemoryDataset part = new MemoryDataset(columns, same, batch);
            List<double[]> numbers = figures.stream()
                    .map(figure -> new double[] {MemoryFigure.of(part, figure)})
                    .toList();
            consumer.accept(new Batch(1, numbers, List.<@Nullable String[]>of(new String[] {level})));
        });
    }

    @Override
    public void scanValues(String column, Consumer<Batch> consumer) {
        Map<Double, Double> values = new TreeMap<>();
        Arrays.stream(numbers(column))
                .filter(Double::isFinite)
                .forEach(value -> values.merge(value + 0.0, 1.0, Double::sum));
        values.forEach((value, count) ->
                consumer.accept(new Batch(1, List.of(new double[] {value}, new double[] {count}), List.of())));
    }

    @Override
    public void scanWhile(Selection selection, Predicate<Batch> consumer) {
        boolean wanted = true;
        for (int start = 0; start < rows.size() && wanted; start += batch) {
            List<@Nullable Object[]> part = rows.subList(start, Math.min(rows.size(), start + batch));
            List<double[]> numbers = selection.numbers().stream()
                    .map(name -> part.stream()
                            .mapToDouble(row -> number(row[index(name)]))
                            .toArray())
                    .toList();
            List<@Nullable String[]> texts = new ArrayList<>();
            for (String name : selection.texts()) {
                @Nullable String[] values = new String[part.size()];
                for (int i = 0; i < values.length; i++) {
                    Object value = part.get(i)[index(name)];
                    values[i] = value == null ? null : text(value);
                }
                texts.add(values);
            }
            wanted = consumer.test(new Batch(part.size(), numbers, texts));
        }
    }

    /** Writes text, as nothing in the core reads Parquet. */
    @Override
    public void writeParquet(Path file) {
        try {
            Files.writeString(
                    file, columns + "\n" + rows.stream().map(Arrays::toString).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In their text form; a missing one is none that occurs. */
    private List<String> values(@Nullable Object[] row, List<String> some) {
        return some.stream()
                .map(name -> row[index(name)])
                .map(value -> value == null ? "\u0000" : text(value))
                .toList();
    }

    List<String> texts(String column) {
        return rows.stream()
                .map(row -> row[index(column)])
                .filter(Objects::nonNull)
                .map(MemoryDataset::text)
                .toList();
    }

    /** The values that are present, as numbers; none for columns that are not numbers. */
    double[] numbers(String column) {
        boolean numeric = columns.get(index(column)).type().isNumeric();
        return rows.stream()
                .map(row -> row[index(column)])
                .filter(value -> numeric && value != null)
                .mapToDouble(MemoryDataset::number)
                .toArray();
    }

    private static List<Level> sorted(Map<String, List<String>> values, Function<List<String>, Long> count) {
        return values.entrySet().stream()
                .map(entry -> new Level(entry.getKey(), count.apply(entry.getValue())))
                .sorted(Comparator.comparing(Level::rows).reversed().thenComparing(Level::value))
                .toList();
    }

    private int index(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no column " + name);
    }

    private static Column column(String nameAndType) {
        int colon = nameAndType.lastIndexOf(':');
        return new Column(nameAndType.substring(0, colon), ColumnType.valueOf(nameAndType.substring(colon + 1)));
    }

    static double number(@Nullable Object value) {
        if (value instanceof Boolean yes) {
            return yes ? 1 : 0;
        }
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    static String text(Object value) {
        return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString(number.longValue())
                : value.toString();
    }
}

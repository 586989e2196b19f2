package io.plimsoll.data;

import io.plimsoll.canonical.CanonicalJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * The hash of a table's content: the same for the same values, whatever the order of rows and columns, the files they came in, or the engine.
 *
 * <p>Each column is hashed on its own, over the rows in key order: a byte that says whether there is a value, then a number as its eight IEEE
 * 754 bytes, anything else as the length and UTF-8 bytes of its text form. The hash of the table is that of the canonical JSON of column name
 * → type and hash.
 */
public final class ContentHash {
    private final List<Column> columns;
    private final List<ColumnHash> hashes;

    private ContentHash(List<Column> columns) {
        this.columns = columns;
        this.hashes = columns.stream().map(column -> new ColumnHash()).toList();
    }

    /** 64 hex digits. */
    public static String of(Dataset dataset) {
        List<Column> numbers = sorted(dataset, true);
        List<Column> texts = sorted(dataset, false);
        ContentHash hash = new ContentHash(concat(numbers, texts));
        Selection selection = new Selection(names(numbers), names(texts));
        dataset.scan(selection, hash::add);
        return hash.end();
    }

    private void add(Batch batch) {
        int numbers = batch.numbers().size();
        for (int i = 0; i < numbers; i++) {
            hashes.get(i).add(batch.numbers().get(i), batch.rows());
        }
        for (int i = 0; i < batch.texts().size(); i++) {
            hashes.get(numbers + i).add(batch.texts().get(i), batch.rows());
        }
    }

    private String end() {
        TreeMap<String, String> ended = new TreeMap<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            ended.put(column.name(), column.type() + ":" + hashes.get(i).hex());
        }
        return CanonicalJson.sha256(ended);
    }

    private static List<Column> sorted(Dataset dataset, boolean numbers) {
        return dataset.columns().stream()
                .filter(column -> (column.type() == ColumnType.NUMBER) == numbers)
                .sorted(Comparator.comparing(Column::name))
                .toList();
    }

    private static List<Column> concat(List<Column> first, List<Column> second) {
        List<Column> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }
}

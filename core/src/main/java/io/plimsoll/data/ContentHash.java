package io.plimsoll.data;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.canonical.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a table's content: the same for the same values, whatever the order of rows and columns, the files they came in, or the engine.
 *
 * <p>Each column is hashed on its own, over the rows in key order: a byte that says whether there is a value, then a number as its eight IEEE
 * 754 bytes, anything else as the length and UTF-8 bytes of its text form. The hash of the table is that of the canonical JSON of column name
 * → type and hash.
 */
public final class ContentHash {
    private static final int BUFFER = 1 << 16;

    private final List<Column> columns;
    private final List<Sha256> digests = new ArrayList<>();
    private final List<ByteBuffer> buffers = new ArrayList<>();

    private ContentHash(List<Column> columns) {
        this.columns = columns;
        for (int i = 0; i < columns.size(); i++) {
            digests.add(new Sha256());
            buffers.add(ByteBuffer.allocate(BUFFER));
        }
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
            double[] values = batch.numbers().get(i);
            for (int row = 0; row < batch.rows(); row++) {
                addNumber(i, values[row]);
            }
        }
        for (int i = 0; i < batch.texts().size(); i++) {
            @Nullable String[] values = batch.texts().get(i);
            for (int row = 0; row < batch.rows(); row++) {
                addText(numbers + i, values[row]);
            }
        }
    }

    private void addNumber(int column, double value) {
        ByteBuffer buffer = room(column, 1 + Double.BYTES);
        if (Double.isNaN(value)) {
            buffer.put((byte) 0);
        } else {
            buffer.put((byte) 1).putDouble(value);
        }
    }

    private void addText(int column, @Nullable String value) {
        if (value == null) {
            room(column, 1).put((byte) 0);
            return;
        }
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        room(column, 1 + Integer.BYTES).put((byte) 1).putInt(text.length);
        if (text.length <= BUFFER) {
            room(column, text.length).put(text);
        } else {
            flush(column);
            digests.get(column).add(text);
        }
    }

    private ByteBuffer room(int column, int bytes) {
        if (buffers.get(column).remaining() < bytes) {
            flush(column);
        }
        return buffers.get(column);
    }

    private void flush(int column) {
        ByteBuffer buffer = buffers.get(column);
        digests.get(column).add(buffer.flip());
        buffer.clear();
    }

    private String end() {
        TreeMap<String, String> hashes = new TreeMap<>();
        for (int i = 0; i < columns.size(); i++) {
            flush(i);
            Column column = columns.get(i);
            hashes.put(column.name(), column.type() + ":" + digests.get(i).hex());
        }
        return CanonicalJson.sha256(hashes);
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

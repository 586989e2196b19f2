package io.plimsoll.read;

import io.plimsoll.config.CsvOptions;
import io.plimsoll.data.Batch;
import io.plimsoll.data.Column;
import io.plimsoll.data.Selection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A batch that fills with the values of CSV records, field by field. */
final class CsvBatch {
    private final int most;
    private final List<String> numberNames;
    private final List<String> textNames;
    private final Map<String, CsvNumbers> numbers = new HashMap<>();
    private final Map<String, CsvTexts> texts = new HashMap<>();
    private CsvCells[][] cellsByField = new CsvCells[0][];
    private int rows;

    /** @param column of the table, by its name */
    CsvBatch(Selection selection, Function<String, Column> column, CsvOptions options, int most) {
        this.most = most;
        this.numberNames = selection.numbers();
        this.textNames = selection.texts();
        WrittenNulls nulls = new WrittenNulls(options.nulls());
        for (String name : numberNames) {
            numbers.put(name, new CsvNumbers(column.apply(name).type(), options.decimal(), nulls, most));
        }
        for (String name : textNames) {
            texts.put(name, new CsvTexts(column.apply(name).type(), options.decimal(), nulls, most));
        }
    }

    /** @param names of the fields of the records that come next; a column without a field is missing in every row */
    void begin(List<String> names) {
        cellsByField = names.stream()
                .map(name -> Stream.<@Nullable CsvCells>of(numbers.get(name), texts.get(name))
                        .filter(cells -> cells != null)
                        .toArray(CsvCells[]::new))
                .toArray(CsvCells[][]::new);
    }

    boolean isWanted(int field) {
        return cellsByField[field].length > 0;
    }

    /** Takes a value without its quotes. */
    void take(int field, byte[] utf8, int from, int to) {
        for (CsvCells cells : cellsByField[field]) {
            cells.put(rows, utf8, from, to);
        }
    }

    void endRow() {
        rows++;
    }

    boolean isFull() {
        return rows == most;
    }

    int rows() {
        return rows;
    }

    /** What has come together; with the next row it begins anew. */
    Batch taken() {
        Batch taken = new Batch(
                rows,
                numberNames.stream()
                        .map(name -> CsvCells.of(numbers, name).values())
                        .toList(),
                textNames.stream()
                        .map(name -> CsvCells.of(texts, name).values())
                        .toList());
        rows = 0;
        return taken;
    }
}

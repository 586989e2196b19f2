package io.plimsoll.read;

import io.plimsoll.config.CsvOptions;
import io.plimsoll.data.Batch;
import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnType;
import io.plimsoll.data.Selection;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The rows of a source of CSV files as they lie in their checked copies, for whoever wants columns as they are and needs no SQL. Values are those that an
 * engine reads: see {@link io.plimsoll.data.Dataset}.
 *
 * @param files of which each column of the table that it has fits the column's type
 * @param columns of the table
 */
public record CsvCopy(List<TakenFile> files, List<Column> columns, CsvOptions options) {
    /** Types of which the text form is the text that was written, or nearly so. */
    private static final Set<ColumnType> PLAIN =
            EnumSet.of(ColumnType.TEXT, ColumnType.INTEGER, ColumnType.BOOLEAN, ColumnType.DATE);

    public CsvCopy {
        files = List.copyOf(files);
        columns = List.copyOf(columns);
    }

    /** Whether all that is selected can be told without an engine. */
    public boolean gives(Selection selection) {
        return selection.numbers().stream().allMatch(name -> column(name).type().isNumeric())
                && selection.texts().stream()
                        .allMatch(name -> PLAIN.contains(column(name).type()));
    }

    /**
     * Passes over the rows in the order of the files, for as long as more are wanted.
     *
     * @param most rows that come at once
     * @return whether the consumer would take still more
     */
    public boolean scanWhile(Selection selection, int most, Predicate<Batch> consumer) {
        CsvBatch batch = new CsvBatch(selection, this::column, options, most);
        for (TakenFile file : files) {
            try (InputStream in = Files.newInputStream(file.copy())) {
                batch.begin(file.names());
                if (!new CsvRecords(in, options.delimiter().symbol()).passTo(batch, consumer)) {
                    return false;
                }
            } catch (IOException e) {
                throw unreadable(file, e);
            }
        }
        return batch.rows() == 0 || consumer.test(batch.taken());
    }

    private Column column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column " + name));
    }

    private static PlimsollException unreadable(TakenFile file, IOException cause) {
        return new PlimsollException(
                new Fault(
                        ErrorCode.STORAGE,
                        "the copy of a source cannot be read again ("
                                + cause.getClass().getSimpleName() + ")",
                        file.shown(),
                        "check that the disk of the workspace is there, and run again"),
                cause);
    }
}

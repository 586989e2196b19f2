package io.plimsoll.storage.metadata;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Brings every row of every table from one database into another whose tables are of the same version. Which tables and columns there are is
 * asked of the databases, so that none can be forgotten.
 */
final class TableCopy {
    private static final int ROWS_AT_ONCE = 500;

    private final Transaction from;
    private final Transaction to;

    TableCopy(Transaction from, Transaction to) {
        this.from = from;
        this.to = to;
    }

    /** How many rows each table has. */
    static SortedMap<String, Long> counts(Transaction transaction) throws SQLException {
        SortedMap<String, Long> counts = new TreeMap<>();
        for (String table : transaction.tables()) {
            counts.put(
                    table,
                    transaction
                            .first(row -> row.getLong(1), "select count(*) from " + quoted(table))
                            .orElseThrow());
        }
        return counts;
    }

    /**
     * Replaces what is there, reads all of it again, and compares.
     *
     * @return how many rows came over
     * @throws SQLException also if the tables differ, or other rows came out than went in
     */
    long run() throws SQLException {
        List<String> tables = from.tables();
        if (!tables.equals(to.tables())) {
            throw new SQLException("the two databases have other tables");
        }
        Deferred references = to.deferReferences();
        long rows = 0;
        for (String table : tables) {
            to.update("delete from " + quoted(table));
            RowSum sent = copy(table);
            if (!sent.text().equals(sum(to, table).text())) {
                throw new SQLException("other rows came out of a table than went in: " + table);
            }
            rows += sent.rows();
        }
        references.end();
        return rows;
    }

    private RowSum copy(String table) throws SQLException {
        List<String> columns = columns(from, table);
        if (!columns.equals(columns(to, table))) {
            throw new SQLException("the two databases have other columns in a table: " + table);
        }
        String insert = "insert into " + quoted(table) + " (" + String.join(", ", columns) + ") values ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        RowSum sum = new RowSum();
        List<Object[]> waiting = new ArrayList<>();
        from.forEach(
                row -> {
                    Object[] values = values(row, columns.size());
                    sum.add(values);
                    waiting.add(values);
                    if (waiting.size() == ROWS_AT_ONCE) {
                        to.updateAll(insert, waiting);
                        waiting.clear();
                    }
                },
                select(columns, table));
        to.updateAll(insert, waiting);
        return sum;
    }

    static RowSum sum(Transaction transaction, String table) throws SQLException {
        List<String> columns = columns(transaction, table);
        RowSum sum = new RowSum();
        transaction.forEach(row -> sum.add(values(row, columns.size())), select(columns, table));
        return sum;
    }

    private static String select(List<String> columns, String table) {
        return "select " + String.join(", ", columns) + " from " + quoted(table);
    }

    /** In the order of their names, since a column that was added later stands elsewhere on the other side. */
    private static List<String> columns(Transaction transaction, String table) throws SQLException {
        return transaction.columns("select * from " + quoted(table)).stream()
                .map(TableCopy::quoted)
                .sorted()
                .toList();
    }

    private static @Nullable Object[] values(ResultSet row, int columns) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[columns];
        for (int i = 0; i < columns; i++) {
            values[i] = row.getObject(i + 1);
        }
        return values;
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}

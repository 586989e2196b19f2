package io.plimsoll.storage.metadata;

import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a SQLite file holds, table by table, for those who compare two of them. */
public final class RowSums {
    private RowSums() {}

    public static SortedMap<String, String> of(Path file) {
        try (SqliteDatabase database = new SqliteDatabase(file, SqliteDatabase.PATIENCE)) {
            return database.read(new TreeMap<>(), transaction -> {
                SortedMap<String, String> sums = new TreeMap<>();
                for (String table : transaction.tables()) {
                    sums.put(table, TableCopy.sum(transaction, table).text());
                }
                return sums;
            });
        }
    }
}

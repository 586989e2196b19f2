package io.plimsoll.storage.metadata;

import java.sql.SQLException;

/** Gives out version numbers: 1, 2, … for each name, never the same twice. */
enum Numbering {
    MODELS("models"),
    DATASETS("datasets"),
    ENDPOINTS("endpoints");

    private final String table;

    Numbering(String table) {
        this.table = table;
    }

    /**
     * The next number of a name. From here to the end of the transaction nobody else gets one, on PostgreSQL too, where this locks the row of
     * the name alone.
     */
    int next(Transaction transaction, String name, long now) throws SQLException {
        transaction.update(
                "insert into " + table
                        + " (name, last_version, created_at) values (?, 0, ?) on conflict (name) do nothing",
                name,
                now);
        return transaction
                .first(
                        row -> row.getInt(1),
                        "update " + table
                                + " set last_version = last_version + 1 where name = ? returning last_version",
                        name)
                .orElseThrow(() -> new SQLException("the name that was just written is gone"));
    }

    /**
     * Keeps everybody else from writing under a name until the end of the transaction, as {@link #next} does.
     *
     * @return whether there is such a name
     */
    boolean lock(Transaction transaction, String name) throws SQLException {
        return transaction.update("update " + table + " set last_version = last_version where name = ?", name) == 1;
    }
}

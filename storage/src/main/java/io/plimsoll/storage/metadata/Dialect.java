package io.plimsoll.storage.metadata;

import java.sql.Connection;
import java.sql.SQLException;

/** The few words that SQLite and PostgreSQL do not share. */
enum Dialect {
    /** Knows no locks on rows and needs none, since its writers follow each other. */
    SQLITE(
            "select cast(round(unixepoch('now', 'subsec') * 1000) as integer)",
            "select name from sqlite_master where type = 'table' and substr(name, 1, 7) <> 'sqlite_'",
            "",
            ""),
    POSTGRESQL(
            "select (extract(epoch from clock_timestamp()) * 1000)::bigint",
            "select tablename from pg_tables where schemaname = current_schema()",
            " for update",
            " for update skip locked");

    private final String now;
    private final String tables;
    private final String forUpdate;
    private final String forUpdateSkipLocked;

    Dialect(String now, String tables, String forUpdate, String forUpdateSkipLocked) {
        this.now = now;
        this.tables = tables;
        this.forUpdate = forUpdate;
        this.forUpdateSkipLocked = forUpdateSkipLocked;
    }

    static Dialect of(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL") ? POSTGRESQL : SQLITE;
    }

    /** Selects the database's own time in milliseconds since 1970. */
    String now() {
        return now;
    }

    /** Selects the names of all tables. */
    String tables() {
        return tables;
    }

    String forUpdate() {
        return forUpdate;
    }

    String forUpdateSkipLocked() {
        return forUpdateSkipLocked;
    }
}

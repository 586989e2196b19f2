package io.plimsoll.local.duckdb;

import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnType;
import java.nio.file.Path;

/** Pieces of SQL, safely quoted. */
final class Sql {
    private Sql() {}

    static String name(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /** A path as a pattern that matches nothing else: DuckDB takes every path for a pattern. */
    static String literally(Path path) {
        return path.toString().replaceAll("[\\[*?]", "[$0]");
    }

    /** A column as DOUBLE. */
    static String number(Column column) {
        return "CAST(" + name(column.name()) + " AS DOUBLE)";
    }

    /** A column in its text form: see {@link io.plimsoll.data.Dataset}. */
    static String textForm(Column column) {
        String name = name(column.name());
        if (column.type() != ColumnType.NUMBER) {
            return "CAST(" + name + " AS VARCHAR)";
        }
        return "CASE WHEN " + name + " = trunc(" + name + ") AND abs(" + name + ") < 1e15 THEN CAST(CAST(" + name
                + " AS BIGINT) AS VARCHAR) ELSE CAST(" + name + " AS VARCHAR) END";
    }
}

package io.plimsoll.local.duckdb;

import io.plimsoll.data.ColumnType;
import java.util.Locale;
import java.util.Optional;

/** DuckDB's types as the pipeline's. */
final class ColumnTypes {
    private ColumnTypes() {}

    /** Empty for types that no column of a modelling table may have, such as lists. */
    static Optional<ColumnType> of(String duckDbType) {
        if (duckDbType.endsWith("]")) {
            return Optional.empty();
        }
        String type = duckDbType.toUpperCase(Locale.ROOT).replaceFirst("(?s)\\(.*", "");
        return switch (type) {
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" ->
                Optional.of(ColumnType.INTEGER);
            case "HUGEINT", "UHUGEINT", "UBIGINT", "DECIMAL", "FLOAT", "DOUBLE" -> Optional.of(ColumnType.NUMBER);
            case "BOOLEAN" -> Optional.of(ColumnType.BOOLEAN);
            case "DATE" -> Optional.of(ColumnType.DATE);
            case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> Optional.of(ColumnType.TIMESTAMP);
            case "VARCHAR", "ENUM", "UUID", "\"NULL\"" -> Optional.of(ColumnType.TEXT);
            default -> Optional.empty();
        };
    }

    static String duckDb(ColumnType type) {
        return switch (type) {
            case INTEGER -> "BIGINT";
            case NUMBER -> "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
            case TIMESTAMP -> "TIMESTAMP";
            case TEXT -> "VARCHAR";
        };
    }
}

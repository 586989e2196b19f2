package io.plimsoll.config;

import io.plimsoll.data.ColumnType;

/** What a column is said to hold. */
public enum ColumnKind {
    /** A few distinct values that stand for themselves: text, whole numbers or booleans. */
    CATEGORY,
    TEXT,
    NUMBER,
    INTEGER,
    BOOLEAN,
    DATE,
    TIMESTAMP;

    /** Whether a column of this type can hold what is said. */
    public boolean accepts(ColumnType type) {
        return switch (this) {
            case CATEGORY -> type == ColumnType.TEXT || type == ColumnType.INTEGER || type == ColumnType.BOOLEAN;
            case TEXT -> type == ColumnType.TEXT;
            case NUMBER -> type == ColumnType.NUMBER || type == ColumnType.INTEGER;
            case INTEGER -> type == ColumnType.INTEGER;
            case BOOLEAN -> type == ColumnType.BOOLEAN;
            case DATE -> type == ColumnType.DATE;
            case TIMESTAMP -> type == ColumnType.TIMESTAMP || type == ColumnType.DATE;
        };
    }
}

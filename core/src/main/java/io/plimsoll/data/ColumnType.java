package io.plimsoll.data;

/** What a column holds, as far as the pipeline treats it differently. */
public enum ColumnType {
    INTEGER,
    NUMBER,
    BOOLEAN,
    DATE,
    TIMESTAMP,
    TEXT;

    /** Whether values of this type can be a numeric feature or a regression target: booleans count as 0 and 1. */
    public boolean isNumeric() {
        return this == INTEGER || this == NUMBER || this == BOOLEAN;
    }
}

package io.plimsoll.config;

import io.plimsoll.config.bind.ValueType;

/** What stands between the fields of a CSV file. */
public enum Delimiter implements Symbol {
    COMMA(','),
    SEMICOLON(';'),
    TAB('\t'),
    PIPE('|');

    private final char symbol;

    Delimiter(char symbol) {
        this.symbol = symbol;
    }

    @Override
    public char symbol() {
        return symbol;
    }

    static ValueType<Delimiter> valueType() {
        return Symbol.valueType(Delimiter.class, "a delimiter");
    }
}

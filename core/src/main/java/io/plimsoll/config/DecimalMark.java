package io.plimsoll.config;

import io.plimsoll.config.bind.ValueType;

/** What stands before the decimals of a number. */
public enum DecimalMark implements Symbol {
    POINT('.'),
    COMMA(',');

    private final char symbol;

    DecimalMark(char symbol) {
        this.symbol = symbol;
    }

    @Override
    public char symbol() {
        return symbol;
    }

    static ValueType<DecimalMark> valueType() {
        return Symbol.valueType(DecimalMark.class, "a decimal mark");
    }
}

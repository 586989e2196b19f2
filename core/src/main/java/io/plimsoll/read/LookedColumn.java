package io.plimsoll.read;

/** A column of a CSV file of which is counted what kinds of values it holds. */
final class LookedColumn {
    private final ColumnKinds kinds;
    private final char decimalMark;
    private final LastValue last = new LastValue();
    private ValueKind kind = ValueKind.TEXT;

    LookedColumn(ColumnKinds kinds, char decimalMark) {
        this.kinds = kinds;
        this.decimalMark = decimalMark;
    }

    /** @param utf8 where the value stands, without its quotes */
    void look(byte[] utf8, int from, int to, long line) {
        if (!last.isAgain(utf8, from, to)) {
            kind = ValueKind.of(utf8, from, to, decimalMark);
        }
        kinds.add(kind, line);
    }
}

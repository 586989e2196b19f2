package io.plimsoll.read;

import io.plimsoll.config.DecimalMark;
import io.plimsoll.data.ColumnType;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A column of texts, or of the text forms of whole numbers, booleans or dates. A text that comes again and again is one object. */
final class CsvTexts implements CsvCells {
    /** Texts that are remembered; a power of two. */
    private static final int REMEMBERED = 1 << 10;

    private static final int LONGEST_REMEMBERED = 64;
    private static final int DATE_LENGTH = 10;

    private final ColumnType type;
    private final char decimalMark;
    private final WrittenNulls nulls;
    private final @Nullable String[] values;
    private final @Nullable String[] remembered = new String[REMEMBERED];
    private final LastValue last = new LastValue();
    private String lastForm = "";

    CsvTexts(ColumnType type, DecimalMark decimal, WrittenNulls nulls, int most) {
        this.type = type;
        this.decimalMark = decimal.symbol();
        this.nulls = nulls;
        this.values = new String[most];
    }

    @Nullable
    String[] values() {
        return values;
    }

    @Override
    public void put(int row, byte[] utf8, int from, int to) {
        values[row] = nulls.contains(utf8, from, to) ? null : again(utf8, from, to);
    }

    private String again(byte[] utf8, int from, int to) {
        if (!last.isAgain(utf8, from, to)) {
            lastForm = form(utf8, from, to);
        }
        return lastForm;
    }

    private String form(byte[] utf8, int from, int to) {
        return switch (type) {
            case INTEGER ->
                isUsual(utf8, from, to)
                        ? text(utf8, from, to)
                        : Long.toString((long) NumberValue.of(utf8, from, to, decimalMark));
            case BOOLEAN -> text(utf8, from, to).toLowerCase(Locale.ROOT);
            case DATE -> text(utf8, from, from + DATE_LENGTH);
            default -> text(utf8, from, to);
        };
    }

    /** Whether a whole number is written as Java would. */
    private static boolean isUsual(byte[] utf8, int from, int to) {
        boolean negative = utf8[from] == '-';
        int first = negative ? from + 1 : from;
        for (int at = first; at < to; at++) {
            if (utf8[at] < '0' || utf8[at] > '9') {
                return false;
            }
        }
        return !negative || utf8[first] != '0';
    }

    private String text(byte[] utf8, int from, int to) {
        int hash = 0;
        for (int at = from; at < to; at++) {
            hash = 31 * hash + utf8[at];
        }
        int place = (hash ^ (hash >>> 15)) & (REMEMBERED - 1);
        String before = remembered[place];
        if (before != null && isSame(before, utf8, from, to)) {
            return before;
        }
        String text = new String(utf8, from, to - from, StandardCharsets.UTF_8);
        if (text.length() <= LONGEST_REMEMBERED) {
            remembered[place] = text;
        }
        return text;
    }

    /** Never true for texts beyond ASCII. */
    private static boolean isSame(String text, byte[] utf8, int from, int to) {
        if (text.length() != to - from) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != utf8[from + i]) {
                return false;
            }
        }
        return true;
    }
}

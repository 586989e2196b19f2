package io.plimsoll.local.duckdb;

import io.plimsoll.data.ColumnType;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a written value can be, by patterns and the JDK's own parsers; slow, and short enough to be checked by reading. */
final class Spelling {
    private static final Pattern NUMBER = Pattern.compile("( *)([-+]?)(\\d*)(\\.\\d*)?([eE][-+]?\\d+)?( *)");
    private static final Pattern NOT_FINITE = Pattern.compile("(?i)[-+]?(nan|inf|infinity)");
    private static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern TIME =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(?:[ T](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,6})?)?))?");
    private static final int LONGEST = 64;
    private static final int MOST_DIGITS = 16;
    private static final double LARGEST_EXACT = 9007199254740992.0;
    /** From the narrowest to the widest. */
    private static final List<ColumnType> TYPES =
            List.of(ColumnType.BOOLEAN, ColumnType.INTEGER, ColumnType.NUMBER, ColumnType.DATE, ColumnType.TIMESTAMP);

    private final char decimalMark;

    Spelling(char decimalMark) {
        this.decimalMark = decimalMark;
    }

    ColumnType narrowest(List<@Nullable String> texts) {
        List<String> present = texts.stream().filter(Objects::nonNull).toList();
        boolean finite = present.stream().anyMatch(text -> isNumber(text) && !isNotFinite(text));
        return TYPES.stream()
                .filter(type -> !present.isEmpty() && allAre(type, texts))
                .filter(type -> type != ColumnType.NUMBER || finite)
                .findFirst()
                .orElse(ColumnType.TEXT);
    }

    boolean allAre(ColumnType type, List<@Nullable String> texts) {
        return texts.stream().allMatch(text -> text == null || is(type, text));
    }

    /** One notation for each value of a type. */
    List<@Nullable String> cells(List<@Nullable String> texts, ColumnType type) {
        List<@Nullable String> cells = new ArrayList<>();
        texts.forEach(text -> cells.add(text == null ? null : cell(text, type)));
        return cells;
    }

    private String cell(String text, ColumnType type) {
        return switch (type) {
            case TEXT -> text;
            case BOOLEAN -> text.toLowerCase(Locale.ROOT);
            case INTEGER -> Long.toString(isPlain(text) ? Long.parseLong(text) : (long) value(text));
            case NUMBER -> Double.toString(value(text) + 0.0);
            case DATE -> text.substring(0, 10);
            case TIMESTAMP -> written(Objects.requireNonNull(time(text)));
        };
    }

    private boolean is(ColumnType type, String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return type == ColumnType.TEXT;
        }
        return switch (type) {
            case TEXT -> true;
            case BOOLEAN -> BOOLEAN.matcher(text).matches();
            case INTEGER -> isNumber(text) && !isNotFinite(text) && isWhole(text);
            case NUMBER -> isNumber(text);
            case DATE -> isMidnight(time(text));
            case TIMESTAMP -> time(text) != null;
        };
    }

    private static boolean isMidnight(@Nullable LocalDateTime time) {
        return time != null && time.equals(time.toLocalDate().atStartOfDay());
    }

    private static boolean isNotFinite(String text) {
        return NOT_FINITE.matcher(text).matches();
    }

    /** A number that a double can hold: a leading zero or many digits make it a name. */
    private boolean isNumber(String text) {
        Matcher matcher = NUMBER.matcher(pointed(text));
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST || !matcher.matches()) {
            return isNotFinite(text);
        }
        String whole = matcher.group(3);
        String decimals = Objects.requireNonNullElse(matcher.group(4), "");
        boolean named = whole.length() > MOST_DIGITS || (whole.length() > 1 && whole.startsWith("0"));
        return whole.length() + decimals.length() > (decimals.isEmpty() ? 0 : 1)
                && !named
                && Double.isFinite(value(text));
    }

    private boolean isPlain(String text) {
        return text.matches("-?[1-9]\\d{0,15}|0");
    }

    private boolean isWhole(String text) {
        double value = value(text);
        return isPlain(text) || (value == Math.rint(value) && Math.abs(value) <= LARGEST_EXACT);
    }

    private double value(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (isNotFinite(text)) {
            return lower.contains("nan") ? Double.NaN : lower.startsWith("-") ? -1 / 0.0 : 1 / 0.0;
        }
        return Double.parseDouble(pointed(text).strip());
    }

    /** With a point where the decimal mark stands, and no number where a point stands that is none. */
    private String pointed(String text) {
        return decimalMark == '.' ? text : text.replace('.', '?').replace(decimalMark, '.');
    }

    private static @Nullable LocalDateTime time(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        try {
            LocalDateTime time =
                    LocalDateTime.parse(matcher.group(1) + "T" + Objects.requireNonNullElse(matcher.group(2), "00:00"));
            return time.getYear() < 1 ? null : time;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String written(LocalDateTime time) {
        String seconds = time.toLocalTime().format(DateTimeFormatter.ISO_LOCAL_TIME);
        return time.toLocalDate() + " " + seconds;
    }
}

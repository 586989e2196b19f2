package io.plimsoll.cli.show;

import io.plimsoll.config.ColumnCheck;
import io.plimsoll.config.Label;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks of columns as YAML, to be pasted under {@code data:}, and as data. */
public final class SuggestionText {
    /** What YAML 1.2 reads as a text without quotes, whatever follows: no number, no word of its own. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private static final List<String> WORDS = List.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private SuggestionText() {}

    public static String yaml(String indication, Map<String, ColumnCheck> checks) {
        StringBuilder text = new StringBuilder(
                "# What the modelling table holds now, as checks that it passes. Put this under data: in indications/"
                        + indication
                        + ".yml,\n# in place of the columns: there, and loosen what may change.\n  columns:\n");
        checks.forEach((column, check) -> text.append("    ")
                .append(scalar(column))
                .append(": ")
                .append(flow(keys(check)))
                .append('\n'));
        return text.toString();
    }

    /** What {@code --json} says: the keys of each column, as a config file has them. */
    public static Map<String, Object> data(String indication, Map<String, ColumnCheck> checks) {
        Map<String, Object> columns = new LinkedHashMap<>();
        checks.forEach((column, check) -> columns.put(column, keys(check)));
        return Map.of("indication", indication, "columns", columns);
    }

    /** Those that are not at their default. */
    private static Map<String, Object> keys(ColumnCheck check) {
        Map<String, Object> keys = new LinkedHashMap<>();
        put(keys, "type", check.type() == null ? null : check.type().name().toLowerCase(Locale.ROOT));
        put(keys, "required", check.required() ? true : null);
        put(
                keys,
                "max_missing",
                check.maxMissing() == null
                        ? null
                        : Math.round(check.maxMissing().fraction() * 100) + "%");
        put(keys, "at_least", number(check.atLeast()));
        put(keys, "at_most", number(check.atMost()));
        put(
                keys,
                "allowed",
                check.allowed().isEmpty()
                        ? null
                        : check.allowed().stream().map(Label::text).toList());
        return keys;
    }

    private static void put(Map<String, Object> keys, String key, @Nullable Object value) {
        if (value != null) {
            keys.put(key, value);
        }
    }

    private static @Nullable BigDecimal number(@Nullable Double value) {
        if (value == null) {
            return null;
        }
        BigDecimal plain = BigDecimal.valueOf(value).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static String flow(Map<String, Object> keys) {
        List<String> parts = new ArrayList<>();
        keys.forEach((key, value) ->
                parts.add(key + ": " + (key.equals("allowed") ? list((List<?>) value) : String.valueOf(value))));
        return "{" + String.join(", ", parts) + "}";
    }

    private static String list(List<?> values) {
        return values.stream().map(value -> scalar(String.valueOf(value))).collect(Collectors.joining(", ", "[", "]"));
    }

    /** Quoted as JSON does where it must be. */
    private static String scalar(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0xfeff) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}

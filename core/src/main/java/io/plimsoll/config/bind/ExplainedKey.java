package io.plimsoll.config.bind;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One key of a record, explained for people.
 *
 * @param key dotted where it is in a record within the record
 * @param values what it may be: {@code whole number, 1 to 10000}
 * @param otherwise what it is where it is left out, as it would be written or in words; null if it must be there
 */
public record ExplainedKey(
        String key, String values, @Nullable String otherwise, String description) {
    /** The keys of a record in its order; those of a record within it follow the key that holds it. */
    public static List<ExplainedKey> of(Class<? extends Record> type) {
        List<ExplainedKey> keys = new ArrayList<>();
        add("", RecordShape.of(type), keys);
        return keys;
    }

    private static void add(String prefix, RecordShape shape, List<ExplainedKey> keys) {
        for (Slot slot : shape.slots()) {
            String key = prefix + slot.key();
            keys.add(new ExplainedKey(key, values(slot), otherwise(slot), slot.description()));
            Class<?> raw = Slot.raw(slot.type());
            if (raw.isRecord() && raw != Percentage.class) {
                add(key + ".", RecordShape.of(raw.asSubclass(Record.class)), keys);
            }
        }
    }

    private static @Nullable String otherwise(Slot slot) {
        Optional<String> words = slot.annotation(DefaultsTo.class).map(DefaultsTo::value);
        return slot.defaultText().or(() -> words).orElse(slot.isNullable() ? "none" : null);
    }

    private static String values(Slot slot) {
        String type = word(slot.type());
        return slot.annotation(Range.class)
                .map(range -> type + limits(range, type))
                .orElse(type);
    }

    private static String word(Type type) {
        Class<?> raw = Slot.raw(type);
        if (type instanceof ParameterizedType) {
            String items = word(Slot.argument(type));
            return raw == Map.class ? "for each name: " + items : "list of: " + items;
        }
        if (raw.isEnum()) {
            return Arrays.stream(raw.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" | "));
        }
        if (raw == Integer.class || raw == Long.class) {
            return "whole number";
        }
        if (raw == Double.class) {
            return "number";
        }
        if (raw == Boolean.class) {
            return "true | false";
        }
        return raw == Percentage.class ? "share" : raw.isRecord() ? "keys of its own" : "text";
    }

    private static String limits(Range range, String type) {
        boolean share = type.equals("share");
        boolean above = !Double.isInfinite(range.above());
        double least = above ? range.above() : range.min();
        if (Double.isInfinite(least)) {
            return Double.isInfinite(range.max()) ? "" : ", at most " + figure(range.max(), share);
        }
        String from = above ? ", above " + figure(least, share) : ", " + figure(least, share);
        return Double.isInfinite(range.max())
                ? (above ? from : ", at least " + figure(least, share))
                : from + (above ? ", at most " : " to ") + figure(range.max(), share);
    }

    private static String figure(double number, boolean share) {
        String text = BigDecimal.valueOf(share ? number * 100 : number)
                .stripTrailingZeros()
                .toPlainString();
        return share ? text + "%" : text;
    }
}

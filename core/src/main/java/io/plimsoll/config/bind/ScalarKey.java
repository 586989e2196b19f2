package io.plimsoll.config.bind;

import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One key of a record that takes a single value: what may be written there, for those who have the record's class at hand no longer.
 *
 * @param key dotted where it is in a record within the record
 * @param words what may be written, where that is one of a few words; else empty
 * @param range null where any number may be written, or what is written is none
 */
public record ScalarKey(
        String key, Form form, List<String> words, @Nullable Range range, String description) {
    public ScalarKey {
        words = List.copyOf(words);
    }

    /** How a value is written. */
    public enum Form {
        INTEGER,
        NUMBER,
        /** {@code 20%} or {@code 0.2}. */
        SHARE,
        TEXT,
        BOOLEAN,
        WORD
    }

    /** The keys of a record in its order, with those of records within it; lists and mappings are left out. */
    public static List<ScalarKey> of(Class<? extends Record> type) {
        List<ScalarKey> keys = new ArrayList<>();
        add("", RecordShape.of(type), keys);
        return keys;
    }

    private static void add(String prefix, RecordShape shape, List<ScalarKey> keys) {
        for (Slot slot : shape.slots()) {
            Class<?> raw = Slot.raw(slot.type());
            if (raw.isRecord() && raw != Percentage.class) {
                add(prefix + slot.key() + ".", RecordShape.of(raw.asSubclass(Record.class)), keys);
            } else if (!(slot.type() instanceof ParameterizedType) && !raw.isSealed() && raw != Record.class) {
                keys.add(new ScalarKey(
                        prefix + slot.key(),
                        form(raw),
                        words(raw),
                        slot.annotation(Range.class).orElse(null),
                        slot.description()));
            }
        }
    }

    private static Form form(Class<?> raw) {
        if (raw.isEnum()) {
            return Form.WORD;
        }
        if (raw == Integer.class || raw == Long.class) {
            return Form.INTEGER;
        }
        if (raw == Double.class) {
            return Form.NUMBER;
        }
        if (raw == Percentage.class) {
            return Form.SHARE;
        }
        return raw == Boolean.class ? Form.BOOLEAN : Form.TEXT;
    }

    private static List<String> words(Class<?> raw) {
        return raw.isEnum()
                ? Arrays.stream(raw.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                        .toList()
                : List.of();
    }
}

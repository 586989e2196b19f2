package io.plimsoll.config.bind;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A record class seen as config: its keys, in the order of its components. */
record RecordShape(Class<? extends Record> type, List<Slot> slots) {
    static RecordShape of(Class<? extends Record> type) {
        return new RecordShape(
                type, Arrays.stream(type.getRecordComponents()).map(Slot::new).toList());
    }

    /** The kinds of a sealed choice, each a record that is known by its first key. */
    static List<RecordShape> kindsOf(Class<?> choice) {
        return Arrays.stream(choice.getPermittedSubclasses())
                .map(kind -> of(kind.asSubclass(Record.class)))
                .toList();
    }

    Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        slots.forEach(slot -> keys.add(slot.key()));
        return keys;
    }

    /** The key whose presence says that this kind of a choice is meant. */
    String tellingKey() {
        return slots.get(0).key();
    }

    Optional<String> shorthand() {
        return Optional.ofNullable(type.getAnnotation(Shorthand.class)).map(Shorthand::value);
    }

    /**
     * A record of these values by key.
     *
     * @throws IllegalArgumentException if the record's own constructor refuses them
     */
    Record construct(Map<String, @Nullable Object> values) {
        Class<?>[] types =
                slots.stream().map(slot -> slot.component().getType()).toArray(Class<?>[]::new);
        @Nullable
        Object[] arguments = slots.stream().map(slot -> values.get(slot.key())).toArray();
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                throw refusal;
            }
            throw new IllegalStateException("cannot construct " + type, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot construct " + type, e);
        }
    }

    /** What a record has under a key. */
    static @Nullable Object read(Record record, Slot slot) {
        try {
            var accessor = slot.component().getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + slot.component(), e);
        }
    }
}

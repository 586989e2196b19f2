package io.plimsoll.config.bind;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the walk over records cannot know by itself.
 *
 * @param types scalar types beyond text, numbers, switches, percentages and enums
 * @param choices record classes by the word that chooses them; see {@link ChosenBy}
 * @param checks what to look for in records of a class
 */
public record Grammar(
        List<ValueType<?>> types, Map<String, Class<? extends Record>> choices, Map<Class<?>, Check> checks) {
    public Grammar {
        types = List.copyOf(types);
        choices = Collections.unmodifiableMap(new TreeMap<>(choices));
        checks = Map.copyOf(checks);
    }

    /** How values of a class are read and written, if they are scalars. */
    Optional<ValueType<?>> valueType(Class<?> type) {
        Optional<ValueType<?>> named = Stream.concat(BasicTypes.all().stream(), types.stream())
                .filter(known -> known.type() == type)
                .findFirst();
        return named.isEmpty() && type.isEnum() ? Optional.of(enumType(type)) : named;
    }

    private static <E extends Enum<E>> ValueType<E> enumType(Class<?> type) {
        @SuppressWarnings("unchecked") // guarded by isEnum
        Class<E> enumClass = (Class<E>) type;
        return ValueType.ofEnum(enumClass);
    }
}

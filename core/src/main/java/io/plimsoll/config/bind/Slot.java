package io.plimsoll.config.bind;

import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One key of a record: its component, seen as config. */
record Slot(RecordComponent component) {
    /** The component's name in snake_case. */
    String key() {
        return component.getName().replaceAll("(?=\\p{Upper})", "_").toLowerCase(Locale.ROOT);
    }

    Type type() {
        return component.getGenericType();
    }

    Optional<String> defaultText() {
        return annotation(Default.class).map(Default::value);
    }

    boolean isNullable() {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** Whether it must be there when a record is bound. */
    boolean isRequired() {
        return defaultText().isEmpty() && !isNullable();
    }

    /** Whether it must be there in a file. */
    boolean isRequiredInFile() {
        return isRequired() && !has(DefaultsTo.class) && !has(Partial.class);
    }

    String description() {
        return annotation(Description.class).map(Description::value).orElse("");
    }

    boolean has(Class<? extends Annotation> annotation) {
        return component.isAnnotationPresent(annotation);
    }

    <A extends Annotation> Optional<A> annotation(Class<A> annotation) {
        return Optional.ofNullable(component.getAnnotation(annotation));
    }

    /** The class without type arguments; primitives as their wrappers. */
    static Class<?> raw(Type type) {
        Class<?> raw = (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
        return java.lang.invoke.MethodType.methodType(raw).wrap().returnType();
    }

    /** The last type argument: a list's items, a map's values. */
    static Type argument(Type type) {
        Type[] arguments = ((ParameterizedType) type).getActualTypeArguments();
        return arguments[arguments.length - 1];
    }
}

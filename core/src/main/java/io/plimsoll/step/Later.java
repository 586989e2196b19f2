package io.plimsoll.step;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is first asked for, and once. */
public final class Later<T> implements Supplier<T> {
    private final Supplier<T> making;
    private @Nullable T made;

    private Later(Supplier<T> making, @Nullable T made) {
        this.making = making;
        this.made = made;
    }

    /** A value that is there. */
    public static <T> Later<T> of(T value) {
        return new Later<>(() -> value, value);
    }

    public static <T> Later<T> by(Supplier<T> making) {
        return new Later<>(making, null);
    }

    /** What will be made of it, no sooner than it is asked for. */
    public <U> Later<U> then(Function<T, U> next) {
        return by(() -> next.apply(get()));
    }

    @Override
    public T get() {
        T value = made;
        if (value == null) {
            value = making.get();
            made = value;
        }
        return value;
    }
}

package io.plimsoll.server.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next what to give as {@code after} for the next page; absent on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }

    /** The whole of a list that is short by nature. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }

    /**
     * A page of what was asked for with one more than it holds, which tells whether there is a next one.
     *
     * @param cursor where the next page begins, if this was its last item
     */
    public static <T> Page<T> of(List<T> oneMore, Limit limit, Function<T, String> cursor) {
        if (oneMore.size() <= limit.items()) {
            return new Page<>(oneMore, null);
        }
        List<T> items = oneMore.subList(0, limit.items());
        return new Page<>(items, cursor.apply(items.get(items.size() - 1)));
    }

    /** The same page of other things. */
    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}

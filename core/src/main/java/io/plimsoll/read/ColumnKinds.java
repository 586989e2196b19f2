package io.plimsoll.read;

import io.plimsoll.data.ColumnType;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** How many values of each kind a column holds, and where the first of each stands; from which its type follows. */
public final class ColumnKinds {
    private static final Set<ValueKind> WHOLE = EnumSet.of(ValueKind.INTEGER, ValueKind.INTEGRAL);
    private static final Set<ValueKind> FINITE = EnumSet.of(ValueKind.INTEGER, ValueKind.INTEGRAL, ValueKind.NUMBER);
    private static final Set<ValueKind> NUMBERS = with(FINITE, ValueKind.NOT_FINITE);
    private static final Set<ValueKind> DAYS = EnumSet.of(ValueKind.DATE, ValueKind.MIDNIGHT);
    private static final Set<ValueKind> TIMES = with(DAYS, ValueKind.TIMESTAMP);

    private final Map<ValueKind, Seen> seen = new EnumMap<>(ValueKind.class);

    private static final class Seen {
        private final long firstLine;
        private long count;

        Seen(long firstLine) {
            this.firstLine = firstLine;
        }
    }

    void add(ValueKind kind, long line) {
        Seen of = seen.get(kind);
        if (of == null) {
            of = new Seen(line);
            seen.put(kind, of);
        }
        of.count++;
    }

    /** Adds values that stand on no line, as in a Parquet file. */
    public void addAll(ValueKind kind, long count) {
        if (count > 0) {
            seen.computeIfAbsent(kind, k -> new Seen(0)).count += count;
        }
    }

    public long count(ValueKind kind) {
        Seen of = seen.get(kind);
        return of == null ? 0 : of.count;
    }

    /** Values that are present. */
    public long present() {
        return count(EnumSet.allOf(ValueKind.class));
    }

    /** These kinds and those of the same column in another file. */
    ColumnKinds plus(ColumnKinds other) {
        ColumnKinds both = new ColumnKinds();
        seen.forEach((kind, of) -> both.addAll(kind, of.count));
        other.seen.forEach((kind, of) -> both.addAll(kind, of.count));
        return both;
    }

    /** The narrowest type that holds every value; TEXT where there is none. */
    public ColumnType type() {
        if (present() == 0) {
            return ColumnType.TEXT;
        }
        if (count(ValueKind.BOOLEAN) == present()) {
            return ColumnType.BOOLEAN;
        }
        if (count(WHOLE) == present()) {
            return ColumnType.INTEGER;
        }
        if (count(NUMBERS) == present() && count(FINITE) > 0) {
            return ColumnType.NUMBER;
        }
        if (count(DAYS) == present()) {
            return ColumnType.DATE;
        }
        return count(TIMES) == present() ? ColumnType.TIMESTAMP : ColumnType.TEXT;
    }

    /** Values that a column of a type cannot hold. */
    public Misfits misfits(ColumnType type) {
        Set<ValueKind> misfits = EnumSet.complementOf(EnumSet.copyOf(held(type)));
        long line = seen.entrySet().stream()
                .filter(entry -> misfits.contains(entry.getKey()))
                .mapToLong(entry -> entry.getValue().firstLine)
                .min()
                .orElse(0);
        return new Misfits(count(misfits), line);
    }

    /**
     * Values that do not fit.
     *
     * @param line of the first, from 1; 0 where there are no lines
     */
    public record Misfits(long count, long line) {}

    private static Set<ValueKind> held(ColumnType type) {
        return switch (type) {
            case TEXT -> EnumSet.allOf(ValueKind.class);
            case INTEGER -> WHOLE;
            case NUMBER -> NUMBERS;
            case BOOLEAN -> EnumSet.of(ValueKind.BOOLEAN);
            case DATE -> DAYS;
            case TIMESTAMP -> TIMES;
        };
    }

    private long count(Set<ValueKind> kinds) {
        return kinds.stream().mapToLong(this::count).sum();
    }

    private static Set<ValueKind> with(Set<ValueKind> kinds, ValueKind more) {
        Set<ValueKind> all = EnumSet.copyOf(kinds);
        all.add(more);
        return all;
    }
}

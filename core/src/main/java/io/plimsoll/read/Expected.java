package io.plimsoll.read;

import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The columns that a source had when a model was trained, for reading it again: each in the type that it had then.
 *
 * @param columns in any order
 * @param spare names of those that may be absent, and are then missing in every row
 */
public record Expected(List<Column> columns, Set<String> spare) {
    public Expected {
        columns = List.copyOf(columns);
        spare = Set.copyOf(spare);
    }

    Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** The type in which values of these kinds are read: the one that it was, or the wider one that takes in all that it holds; empty if they do not fit. */
    static Optional<ColumnType> typeFor(ColumnType then, ColumnKinds kinds) {
        if (kinds.misfits(then).count() == 0) {
            return Optional.of(then);
        }
        return wider(then).filter(type -> kinds.misfits(type).count() == 0);
    }

    private static Optional<ColumnType> wider(ColumnType type) {
        return switch (type) {
            case INTEGER -> Optional.of(ColumnType.NUMBER);
            case DATE -> Optional.of(ColumnType.TIMESTAMP);
            default -> Optional.empty();
        };
    }
}

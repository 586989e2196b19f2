package io.plimsoll.guard;

import java.util.List;

/**
 * Judges a rule in each value of a column by itself.
 *
 * @param column of the modelling table
 * @param minRows fewest rows of a slice that is judged
 * @param named slices that must be there; empty: whichever there are
 */
public record Slice(String column, int minRows, List<String> named) {
    /** A slice of fewer groups is not judged: no interval over so few holds. */
    static final int LEAST_GROUPS = 10;

    public Slice {
        named = List.copyOf(named);
    }
}

package io.plimsoll.data;

/** One figure of those rows of a dataset that have the same value of some column: of each group, say. */
public sealed interface LevelFigure {
    /** All of them. */
    record Rows() implements LevelFigure {}

    /** Those with a value of a numeric column; NaN is none. */
    record Present(String column) implements LevelFigure {}

    /** The smallest number of a numeric column, NaN where there is none. */
    record Least(String column) implements LevelFigure {}

    /** The largest number of a numeric column, NaN where there is none. */
    record Most(String column) implements LevelFigure {}

    /** How many different values a column has; a missing one is none. */
    record Distinct(String column) implements LevelFigure {}

    /**
     * Those in which a column has one value.
     *
     * @param value in its text form
     */
    record With(String column, String value) implements LevelFigure {}
}

package io.plimsoll.data;

/**
 * Holds out the rows in which a column has one value: {@code fold} is {@code 5}.
 *
 * @param value in its text form
 */
public record HeldValue(String column, String value) implements ByValue {
    @Override
    public boolean holdsOut(String other) {
        return value.equals(other);
    }
}

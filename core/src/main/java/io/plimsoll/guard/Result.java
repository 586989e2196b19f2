package io.plimsoll.guard;

/** What a rule concluded, the best first. Not being able to judge is a conclusion too, never an exception. */
public enum Result {
    /** There is no such opponent yet. */
    NOT_APPLICABLE,
    PASS,
    INCONCLUSIVE,
    NOT_COMPARABLE,
    FAIL;

    public Result worseOf(Result other) {
        return compareTo(other) >= 0 ? this : other;
    }
}

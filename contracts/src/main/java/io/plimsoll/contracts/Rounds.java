package io.plimsoll.contracts;

/** How often a test of chance is tried. */
public final class Rounds {
    private Rounds() {}

    /** @return {@code many} if the tests run with {@code -Dplimsoll.full=true}, else {@code few} */
    public static int of(int few, int many) {
        return Boolean.getBoolean("plimsoll.full") ? many : few;
    }
}

package io.plimsoll.contracts;

import org.junit.jupiter.api.Assumptions;

/** How often a test of chance is tried. */
public final class Rounds {
    private Rounds() {}

    /** @return {@code many} if the tests run with {@code -Dplimsoll.full=true}, else {@code few} */
    public static int of(int few, int many) {
        return Boolean.getBoolean("plimsoll.full") ? many : few;
    }

    /** Skips a long test that does not depend on the JDK, where the tests run once more on another; not in the long form. */
    public static void onFirstJdkOnly() {
        boolean isAgain = Boolean.getBoolean("plimsoll.again") && !Boolean.getBoolean("plimsoll.full");
        Assumptions.assumeFalse(isAgain, "skipped: it ran on the first JDK");
    }
}

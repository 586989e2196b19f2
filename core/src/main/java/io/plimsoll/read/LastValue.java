package io.plimsoll.read;

import java.util.Arrays;

/** The value of the row before, as it was written: in most tables neighbours are often the same, and need not be understood anew. */
final class LastValue {
    /** Longer ones are not remembered. */
    private static final int LONGEST = 64;

    private final byte[] bytes = new byte[LONGEST];
    private int length = -1;

    /** Whether a value is the one before; from then on it is the one before. */
    boolean isAgain(byte[] utf8, int from, int to) {
        int count = to - from;
        if (count == length && Arrays.equals(bytes, 0, count, utf8, from, to)) {
            return true;
        }
        if (count > LONGEST) {
            length = -1;
        } else {
            System.arraycopy(utf8, from, bytes, 0, count);
            length = count;
        }
        return false;
    }
}

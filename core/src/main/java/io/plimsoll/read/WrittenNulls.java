package io.plimsoll.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Texts that stand for a missing value: nothing at all, and those that a source declares. */
final class WrittenNulls {
    private final byte[][] declared;
    private final int longest;

    WrittenNulls(List<String> declared) {
        this.declared = declared.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        this.longest =
                Arrays.stream(this.declared).mapToInt(text -> text.length).max().orElse(0);
    }

    /** Bytes of the longest of them. */
    int longest() {
        return longest;
    }

    boolean contains(byte[] utf8, int from, int to) {
        if (from == to) {
            return true;
        }
        if (to - from <= longest) {
            for (byte[] text : declared) {
                if (Arrays.equals(text, 0, text.length, utf8, from, to)) {
                    return true;
                }
            }
        }
        return false;
    }
}

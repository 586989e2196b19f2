package io.plimsoll.metric;

import java.util.Arrays;

/**
 * How many times each group counts, in each of several draws.
 *
 * <p><b>Shape</b>: {@code counts[group * width + draw]}; bytes, because many draws of a million groups should still fit into memory.
 *
 * @param width number of draws
 */
public record Draws(byte[] counts, int width) {
    /** One draw in which every group counts once: the rows as they are. */
    public static Draws once(int groups) {
        byte[] counts = new byte[groups];
        Arrays.fill(counts, (byte) 1);
        return new Draws(counts, 1);
    }

    /** Adds a value to the total of each draw, as often as the draw has the group. */
    void addTo(double[] totals, int group, double value) {
        int base = group * width;
        for (int draw = 0; draw < width; draw++) {
            totals[draw] += value * counts[base + draw];
        }
    }

    /** Gives each draw the value as often as it has the group. */
    void set(double[] values, int group, double value) {
        int base = group * width;
        for (int draw = 0; draw < width; draw++) {
            values[draw] = value * counts[base + draw];
        }
    }
}

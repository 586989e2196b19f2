package io.plimsoll.interval;

import io.plimsoll.metric.Draws;
import io.plimsoll.metric.Groups;

/**
 * Bootstrap weights: how often each group counts in each replicate, Poisson with mean 1, computed from seed, replicate and group alone. No generator
 * runs along, so that neither the order of rows nor the number of threads has a say.
 *
 * <p><b>Source</b>: Chamandy, Muralidharan, Najmi and Naidu, "Estimating uncertainty for massive data streams", Google (2012); Owen and Eckles,
 * "Bootstrapping data arrays of arbitrary order", Annals of Applied Statistics 6 (2012); counter-based numbers after Salmon, Moraes, Dror and Shaw,
 * "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
 */
final class PoissonDraws {
    /** A hash of 64 bits holds four draws of 16 bits, each looked up in a table. */
    private static final int DRAWS_OF_A_HASH = 4;

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final byte[] COUNT = table();

    private final Groups groups;
    private final long seed;

    PoissonDraws(Groups groups, long seed) {
        this.groups = groups;
        this.seed = Groups.mixed(seed + GOLDEN_GAMMA);
    }

    /**
     * Draws for the replicates from {@code first} on.
     *
     * @param first a multiple of 4, as {@code width} is
     */
    Draws of(int first, int width) {
        long[] keys = new long[width / DRAWS_OF_A_HASH];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = Groups.mixed(seed + (first / DRAWS_OF_A_HASH + i) * GOLDEN_GAMMA);
        }
        byte[] counts = new byte[groups.count() * width];
        for (int group = 0; group < groups.count(); group++) {
            fill(counts, group * width, keys, groups.hash()[group]);
        }
        return new Draws(counts, width);
    }

    private static void fill(byte[] counts, int base, long[] keys, long group) {
        int next = base;
        for (long key : keys) {
            long bits = Groups.mixed(group ^ key);
            // written out, as this is half of the time of a bootstrap of many groups
            counts[next++] = COUNT[(int) bits & 0xFFFF];
            counts[next++] = COUNT[(int) (bits >>> 16) & 0xFFFF];
            counts[next++] = COUNT[(int) (bits >>> 32) & 0xFFFF];
            counts[next++] = COUNT[(int) (bits >>> 48)];
        }
    }

    /** As many entries of each count as its probability says, to 1 in 65,536. */
    private static byte[] table() {
        byte[] table = new byte[1 << (Long.SIZE / DRAWS_OF_A_HASH)];
        double probability = Math.exp(-1);
        double cumulative = probability;
        byte count = 0;
        for (int i = 0; i < table.length; i++) {
            while (i + 0.5 > cumulative * table.length) {
                count++;
                probability /= count;
                cumulative += probability;
            }
            table[i] = count;
        }
        return table;
    }
}

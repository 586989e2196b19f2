package io.plimsoll.metric;

import java.util.Arrays;
import java.util.function.DoublePredicate;

/**
 * Rows dealt to their groups, in an order of groups that does not depend on the order of rows.
 *
 * <p>A group is the 64-bit hash of its name. Two names of one hash would count as one group: among a million groups with probability 3·10⁻⁸.
 *
 * <p><b>Source</b>: FNV-1a (Fowler, Noll and Vo) over the name's characters, then the mixing of {@link #mixed}.
 *
 * @param hash of each group, ascending
 * @param ofRow the index in {@code hash} of each row's group
 */
public record Groups(long[] hash, int[] ofRow) {
    public static Groups of(ScoredRows rows) {
        long[] each = Arrays.stream(rows.group()).mapToLong(Groups::hashOf).toArray();
        long[] hash = Arrays.stream(each).sorted().distinct().toArray();
        int[] ofRow =
                Arrays.stream(each).mapToInt(h -> Arrays.binarySearch(hash, h)).toArray();
        return new Groups(hash, ofRow);
    }

    /** All rows in one group. */
    static Groups one(int rows) {
        return new Groups(new long[] {0}, new int[rows]);
    }

    public int count() {
        return hash.length;
    }

    /**
     * The total weight of each group's rows whose target is meant.
     *
     * @param rows the ones that these groups are of
     */
    public double[] weights(ScoredRows rows, DoublePredicate meant) {
        return new GroupSums(new Weight(meant), rows, this).sums();
    }

    /** The sum of weights. */
    private record Weight(DoublePredicate meant) implements SumMetric {
        @Override
        public int sums() {
            return 1;
        }

        @Override
        public void terms(double target, double prediction, double[] terms) {
            terms[0] = meant.test(target) ? 1 : 0;
        }

        @Override
        public double of(double[] sums) {
            return sums[0];
        }
    }

    private static long hashOf(String name) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
        }
        return mixed(hash);
    }

    /**
     * Spreads every bit of a number over all 64.
     *
     * <p><b>Source</b>: Stafford's variant 13 of the finaliser of MurmurHash3, as in Steele, Lea and Flood, "Fast splittable pseudorandom number
     * generators", OOPSLA 2014.
     */
    public static long mixed(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}

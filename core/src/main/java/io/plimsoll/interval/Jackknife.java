package io.plimsoll.interval;

import io.plimsoll.metric.DrawnMetric;
import io.plimsoll.metric.Draws;
import io.plimsoll.metric.Groups;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Values of a figure without one group, each group left out in turn. Of more than 2,000 groups, blocks of them are left out, each with large and small
 * ones: as many independent parts of the rows, and enough for a spread.
 *
 * <p><b>Source</b>: Quenouille, "Notes on bias in estimation", Biometrika 43 (1956); Tukey, "Bias and confidence in not quite large samples", Annals
 * of Mathematical Statistics 29 (1958).
 */
final class Jackknife {
    private static final int MOST_BLOCKS = 2_000;
    private static final int BLOCK = 64;

    private final int blocks;
    private final int[] blockOf;

    /** @param sizes total weight of each group */
    Jackknife(Groups groups, double[] sizes) {
        this.blocks = Math.min(MOST_BLOCKS, groups.count());
        this.blockOf = groups.count() <= MOST_BLOCKS
                ? IntStream.range(0, groups.count()).toArray()
                : dealt(sizes);
    }

    private static int[] dealt(double[] sizes) {
        int[] bySize = IntStream.range(0, sizes.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(group -> -sizes[group]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] blockOf = new int[sizes.length];
        for (int i = 0; i < bySize.length; i++) {
            blockOf[bySize[i]] = i % MOST_BLOCKS;
        }
        return blockOf;
    }

    double[] values(DrawnMetric figure) {
        double[] values = new double[blocks];
        IntStream.range(0, (blocks + BLOCK - 1) / BLOCK).parallel().forEach(part -> {
            int first = part * BLOCK;
            int width = Math.min(BLOCK, blocks - first);
            System.arraycopy(figure.on(without(first, width)), 0, values, first, width);
        });
        return values;
    }

    private Draws without(int first, int width) {
        byte[] counts = new byte[blockOf.length * width];
        Arrays.fill(counts, (byte) 1);
        for (int group = 0; group < blockOf.length; group++) {
            int draw = blockOf[group] - first;
            if (draw >= 0 && draw < width) {
                counts[group * width + draw] = 0;
            }
        }
        return new Draws(counts, width);
    }
}

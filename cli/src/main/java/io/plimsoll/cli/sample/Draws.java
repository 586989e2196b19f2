package io.plimsoll.cli.sample;

import java.util.List;

/**
 * One stream of random numbers, named by a seed, a purpose and a number, so that a change to one part of the sample
 * leaves the draws of every other part alone. The generator and the distributions are written out here because those of
 * the JDK may change between its versions; {@link StrictMath} gives the same digits everywhere.
 *
 * <p><b>Source</b>: SplitMix64, Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014;
 * normal deviates by Box and Muller (1958); Poisson deviates by Knuth, The Art of Computer Programming, volume 2,
 * section 3.4.1.
 */
final class Draws {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final double UNIT = 0x1.0p-53;
    private static final double LARGE_MEAN = 30;

    private long state;

    private Draws(long state) {
        this.state = state;
    }

    static Draws of(long seed, String purpose, long number) {
        return new Draws(mix(mix(seed + GOLDEN_GAMMA * purpose.hashCode()) + number));
    }

    /** A well-mixed 64-bit image of {@code value}: different values give unrelated images. */
    static long mix(long value) {
        long z = value + GOLDEN_GAMMA;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** Uniform in [0, 1). */
    double uniform() {
        long drawn = mix(state);
        state += GOLDEN_GAMMA;
        return (drawn >>> 11) * UNIT;
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    /** Uniform over the whole numbers from {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return low + (int) (uniform() * (high - low + 1));
    }

    <T> T pick(List<T> items) {
        return items.get(between(0, items.size() - 1));
    }

    double normal(double mean, double deviation) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return mean + deviation * radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    /** Its logarithm is normal; {@code median} is in the unit of the result. */
    double lognormal(double median, double deviation) {
        return median * StrictMath.exp(normal(0, deviation));
    }

    /** A count with the given mean; means above 30 are drawn from the normal approximation. */
    int poisson(double mean) {
        if (mean > LARGE_MEAN) {
            return (int) StrictMath.max(0, StrictMath.rint(normal(mean, StrictMath.sqrt(mean))));
        }
        double limit = StrictMath.exp(-mean);
        double product = uniform();
        int count = 0;
        while (product > limit) {
            product *= uniform();
            count++;
        }
        return count;
    }
}

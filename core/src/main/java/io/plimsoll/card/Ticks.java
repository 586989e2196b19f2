package io.plimsoll.card;

import io.plimsoll.card.Plot.Axis;
import io.plimsoll.guard.Figures;
import java.util.SortedMap;
import java.util.TreeMap;

/** Axes with labels at round numbers. */
final class Ticks {
    private static final double[] ROUND = {1, 2, 5, 10};
    private static final int MOST = 6;

    private Ticks() {}

    /** From 0 to 1. */
    static Axis share(String name) {
        return linear(name, 0, 1);
    }

    static Axis linear(String name, double from, double to) {
        double end = to > from ? to : from + 1;
        double step = step((end - from) / (MOST - 1));
        SortedMap<Double, String> ticks = new TreeMap<>();
        for (long i = (long) Math.ceil(from / step - 1e-9); i * step <= end + step * 1e-9; i++) {
            ticks.put(i * step, Figures.of(i * step));
        }
        return new Axis(name, from, end, ticks);
    }

    /** Places are log(1 + y), labels are y: 0, 1, 2, 5, 10, 20, … */
    static Axis log1p(String name, double from, double to) {
        double end = to > from ? to : from + 1;
        SortedMap<Double, String> ticks = new TreeMap<>();
        if (from <= 0) {
            ticks.put(0.0, "0");
        }
        double last = Double.NEGATIVE_INFINITY;
        for (double power = 0.1; StrictMath.log1p(power) <= end; power *= 10) {
            for (int i = 0; i < ROUND.length - 1; i++) {
                double value = power * ROUND[i];
                double place = StrictMath.log1p(value);
                if (place >= from && place <= end && place - last >= (end - from) / 9 && place >= (end - from) / 12) {
                    ticks.put(place, Figures.of(value));
                    last = place;
                }
            }
        }
        return new Axis(name, from, end, ticks);
    }

    private static double step(double least) {
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(least)));
        for (double round : ROUND) {
            if (power * round >= least) {
                return power * round;
            }
        }
        return power * 10;
    }
}

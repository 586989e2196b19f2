package io.plimsoll.storage.metadata;

import io.plimsoll.workspace.ModelVersion;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What {@link ContendingMain} does, for those who look at it afterwards. */
public final class Contention {
    public static final Class<?> MAIN = ContendingMain.class;

    private Contention() {}

    public static String model(int round) {
        return ContendingMain.model(round);
    }

    /** The worth of every candidate that a process brings to a round. */
    public static DoubleStream scores(int round, String process, int threads) {
        return IntStream.range(0, threads).mapToDouble(thread -> ContendingMain.score(round, process, thread));
    }

    public static double score(ModelVersion version) {
        return Double.parseDouble(version.tags().getOrDefault(ContendingMain.SCORE, ""));
    }

    public static String predecessor(ModelVersion version) {
        return version.tags().getOrDefault(ContendingMain.PREDECESSOR, "");
    }
}

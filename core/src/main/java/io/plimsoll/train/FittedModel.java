package io.plimsoll.train;

import io.plimsoll.artifact.Formula;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a trainer gives back: its own predictions, to hold the exported graph against, and what the graph is made of. */
public interface FittedModel extends AutoCloseable {
    /**
     * Predicts with the trainer's own library.
     *
     * <p><b>Shape</b>: {@code features} row-major, rows × features; one prediction a row. <b>Units</b>: the probability of class 1, or the
     * target on the scale of {@link Examples#labels()}.
     */
    float[] predict(float[] features, int rows);

    /** The same in operators of the model's graph. */
    Formula formula();

    /** What came of it, in a few words for people: {@code 250 trees}. */
    String summary();

    /** The library's own files by name, for explanations; they go under {@code native/} in the artifact. */
    default SortedMap<String, byte[]> nativeFiles() {
        return new TreeMap<>();
    }

    /** Frees what the library holds for it. */
    @Override
    default void close() {}
}

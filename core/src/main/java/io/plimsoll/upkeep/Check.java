package io.plimsoll.upkeep;

import java.util.function.Consumer;

/** Looks whether one invariant holds. Changes nothing. */
interface Check {
    /** {@code I1}. */
    String invariant();

    /** What it promises, in one sentence. */
    String promise();

    void run(Consumer<Defect> found);
}

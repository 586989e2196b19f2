package io.plimsoll.actuals;

import io.plimsoll.data.Dataset;
import io.plimsoll.data.Selection;
import java.time.YearMonth;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Joins predictions with what really happened, a scoring run at a time: of several predictions of one version for one row, the first one that comes counts. */
public final class Joining {
    private final Actuals actuals;
    private final SortedMap<Integer, Joined> versions = new TreeMap<>(Comparator.reverseOrder());
    private final BitSet predicted = new BitSet();

    public Joining(Actuals actuals) {
        this.actuals = actuals;
    }

    /**
     * Adds the predictions of a run. The latest run comes first.
     *
     * @param period under which they are reported
     * @param predictions with the key in the first column and the prediction in the second
     * @return for how many rows they count
     */
    public long add(int version, YearMonth period, Dataset predictions) {
        Joined joined = versions.computeIfAbsent(version, number -> new Joined(actuals));
        long before = joined.rows();
        String key = predictions.columns().get(0).name();
        String prediction = predictions.columns().get(1).name();
        predictions.scan(new Selection(List.of(prediction), List.of(key)), batch -> {
            for (int i = 0; i < batch.rows(); i++) {
                String name = Objects.requireNonNull(batch.texts().get(0)[i], "no row was scored without a key");
                if (joined.add(name, batch.numbers().get(0)[i], period)) {
                    predicted.set(Objects.requireNonNull(actuals.row(name)));
                }
            }
        });
        return joined.rows() - before;
    }

    /** By version, the highest first. */
    public SortedMap<Integer, Joined> versions() {
        return versions;
    }

    /** Rows of which it is known what happened, and that no run has scored. */
    public long unpredicted() {
        return actuals.counted().known() - predicted.cardinality();
    }
}

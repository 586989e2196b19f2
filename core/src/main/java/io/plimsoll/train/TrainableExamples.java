package io.plimsoll.train;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.metric.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What a library would train on without a word, or refuse with a data value in its message. */
final class TrainableExamples {
    private final Examples examples;
    private final String trainer;
    private final List<Fault> faults = new ArrayList<>();

    private TrainableExamples(Examples examples, String trainer) {
        this.examples = examples;
        this.trainer = trainer;
    }

    /** @throws PlimsollException with {@code TRAINING_FAILED}, every fault at once */
    static void require(Examples examples, Task task, String trainer) {
        TrainableExamples checks = new TrainableExamples(examples, trainer);
        if (examples.rows() == 0 || examples.featureNames().isEmpty()) {
            checks.fault(
                    "there is nothing to train on: " + examples.rows() + " rows, "
                            + examples.featureNames().size() + " feature columns",
                    "");
        } else {
            checks.features();
            checks.labels(task);
            checks.weights();
        }
        if (!checks.faults.isEmpty()) {
            throw new PlimsollException(checks.faults);
        }
    }

    private void features() {
        int columns = examples.featureNames().size();
        long[] infinite = new long[columns];
        float[] features = examples.features();
        for (int cell = 0; cell < features.length; cell++) {
            if (Float.isInfinite(features[cell])) {
                infinite[cell % columns]++;
            }
        }
        for (int column = 0; column < columns; column++) {
            if (infinite[column] > 0) {
                fault(
                        infinite[column] + " rows are infinite, or beyond what float32 holds",
                        "feature " + examples.featureNames().get(column));
            }
        }
    }

    private void labels(Task task) {
        float[] labels = examples.labels();
        long invalid = count(row -> !Float.isFinite(labels[row]));
        if (invalid > 0) {
            fault(invalid + " rows have a label that is not a finite number", "");
        } else if (task == Task.CLASSIFICATION) {
            long zeros = count(row -> labels[row] == 0);
            long ones = count(row -> labels[row] == 1);
            if (zeros + ones < examples.rows()) {
                fault((examples.rows() - zeros - ones) + " rows have a label other than 0 and 1", "");
            } else if (zeros == 0 || ones == 0) {
                fault("there are two classes to tell apart, but all " + examples.rows() + " rows are of one", "");
            }
        }
    }

    private void weights() {
        float[] weights = examples.weights();
        long invalid = count(row -> !Float.isFinite(weights[row]) || weights[row] < 0);
        if (invalid > 0) {
            fault(invalid + " rows have a weight that is negative or not a finite number", "");
        } else if (count(row -> weights[row] > 0) == 0) {
            fault("no row has a weight above 0", "");
        }
    }

    private long count(IntPredicate condition) {
        return IntStream.range(0, examples.rows()).filter(condition).count();
    }

    private void fault(String what, String where) {
        faults.add(new Fault(
                ErrorCode.TRAINING_FAILED,
                what,
                where.isEmpty() ? "trainer " + trainer : where,
                "Run plimsoll check, and mend or filter these rows in the query."));
    }
}

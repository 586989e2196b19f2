package io.plimsoll.evaluate;

import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.artifact.ModelLoader;
import io.plimsoll.artifact.Predictions;
import io.plimsoll.artifact.Predictor;
import io.plimsoll.data.Batch;
import io.plimsoll.data.Partition;
import io.plimsoll.data.Roles;
import io.plimsoll.metric.Task;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A model of two inputs that predicts the number plus the length of the text, or a constant. */
record FakeModel(Contract contract, @Nullable Double constant, AtomicInteger open) implements Predictor {
    static final Roles ROLES = new Roles("id", "trial", "y");

    /** A regression on {@code y}, trained on all rows that {@code held} does not hold out. */
    static FakeModel of(String query, Partition held) {
        return new FakeModel(contract(query, question(Task.REGRESSION, ROLES, null, held)), null, new AtomicInteger());
    }

    FakeModel asking(Contract.Question question) {
        return new FakeModel(contract(contract.query(), question), constant, open);
    }

    FakeModel predicting(double value) {
        return new FakeModel(contract, value, open);
    }

    static Contract.Question question(Task task, Roles roles, @Nullable String trainWhere, Partition held) {
        return new Contract.Question(task, roles, trainWhere, "none", "none", held);
    }

    /** Loads this model, whatever the files. */
    ModelLoader loader() {
        return files -> {
            open.incrementAndGet();
            return this;
        };
    }

    static ModelFiles files() {
        return new ModelFiles("0".repeat(64), new TreeMap<>());
    }

    @Override
    public Predictions predictions(Batch batch) {
        double[] predictions = new double[batch.rows()];
        for (int i = 0; i < predictions.length; i++) {
            String land = batch.texts().get(0)[i];
            double sum = batch.numbers().get(0)[i] + (land == null ? 0 : land.length());
            predictions[i] = constant == null ? sum : constant;
        }
        return new Predictions(predictions, null);
    }

    @Override
    public void close() {
        open.decrementAndGet();
    }

    private static Contract contract(String query, Contract.Question question) {
        return new Contract(
                Contract.FORMAT,
                "lung-any",
                List.of(
                        new Contract.Input("x", Contract.Kind.NUMBER, "stays missing", null, false, null),
                        new Contract.Input("land", Contract.Kind.TEXT, "all zeros", "all zeros", false, List.of())),
                new Contract.Output("prediction", "target", null, null),
                query,
                List.of("sites"),
                null,
                question,
                "0".repeat(64),
                new TreeMap<>(),
                "linux-x86_64",
                List.of());
    }
}

package io.plimsoll.score;

import io.plimsoll.config.DriftConfig;
import io.plimsoll.data.ColumnSummary;
import io.plimsoll.data.Dataset;
import io.plimsoll.engine.TableWriter;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.guard.Figures;
import io.plimsoll.step.Progress;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.Step;
import io.plimsoll.step.StepName;
import io.plimsoll.validate.Drift;
import io.plimsoll.validate.Predecessor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Takes rows through a model, and looks at what they hold meanwhile. */
public final class PredictStep implements Step<ReadyRows, Scores> {
    private final OpenModel model;
    private final Trained trained;
    private final Lanes lanes;

    /** What the model was trained on, and how far new rows may be from it. */
    public record Trained(Predecessor data, DriftConfig limits) {}

    /**
     * By what means rows are taken through.
     *
     * @param threads how many predict at once
     * @param scratch a local folder for the file of scores
     */
    public record Lanes(TableWriter writer, int threads, Path scratch) {}

    public PredictStep(OpenModel model, Trained trained, Lanes lanes) {
        this.model = model;
        this.trained = trained;
        this.lanes = lanes;
    }

    @Override
    public StepName name() {
        return StepName.PREDICT;
    }

    /**
     * @throws PlimsollException with {@code UNSEEN_CATEGORY} where the contract refuses such, {@code DATA_INVALID} for keys that are missing or
     *     not unique, or {@code DATA_DRIFT} where the config says so; with every fault, once all rows have been looked at
     */
    @Override
    public Scores run(ReadyRows ready, RunContext run) {
        OutputLayout layout = ready.layout();
        Passing passing = new Passing(model.contract(), layout, trained.data().profile(), ready.read());
        Path file = lanes.scratch().resolve("scores-" + run.runId() + ".parquet");
        Dataset rows = ready.rows().rows();
        try (ScoreStream stream = new ScoreStream(rows, layout, model, passing, lanes.threads())) {
            TableWriter.Rows watched = watched(stream, passing, ready.read(), run);
            lanes.writer().write(file, layout.columns(), layout.constants(model.version(), run.runId()), watched);
        }
        check(passing, rows, layout.key());
        Drift drift = new ScoredDrift(trained.data(), trained.limits(), run::warn).of(passing);
        List<InputCount> inputs = passing.inputs().stream()
                .map(input -> new InputCount(input.input().column(), input.missing(), input.unseen()))
                .toList();
        return new Scores(ready, model.contract().model(), file, passing.rows(), ready.read(), inputs, drift);
    }

    private static TableWriter.Rows watched(TableWriter.Rows rows, Passing passing, long all, RunContext run) {
        return () -> {
            if (all > 0) {
                run.progress(new Progress(Math.min(all, passing.rows()), all, Progress.Unit.ROWS));
            }
            return rows.next();
        };
    }

    private void check(Passing passing, Dataset rows, String key) {
        List<Fault> faults = new ArrayList<>();
        for (InputFigures input : passing.inputs()) {
            if (input.input().refuseUnseen() && input.unseen() > 0) {
                faults.add(
                        new Fault(
                                ErrorCode.UNSEEN_CATEGORY,
                                input.unseen() + " of " + passing.rows()
                                        + " rows have a category that the model was not trained on",
                                "column " + input.input().column(),
                                "correct the column, train again on data that have these categories, or let features.unseen be all_zeros"));
            }
        }
        if (passing.keyless() > 0) {
            faults.add(ofKey(Figures.count(passing.keyless(), "row") + " without a key", key));
        }
        long repeated = passing.repeated() == 0 ? 0 : repeated(rows, key);
        if (repeated > 0) {
            faults.add(ofKey(Figures.count(repeated, "row") + " whose key another row has, too", key));
        }
        if (passing.rows() == 0) {
            faults.add(new Fault(
                    ErrorCode.DATA_INVALID,
                    "the SELECT leaves no row to score",
                    "model " + model.contract().model(),
                    "look at its WHERE: `plimsoll models show " + model.version() + "`"));
        }
        if (!faults.isEmpty()) {
            throw new PlimsollException(faults);
        }
    }

    private static long repeated(Dataset rows, String key) {
        ColumnSummary summary = rows.summary(key);
        return summary.present() - summary.distinct();
    }

    private static Fault ofKey(String what, String key) {
        return new Fault(ErrorCode.DATA_INVALID, what, "column '" + key + "'", "give each row a key of its own");
    }
}

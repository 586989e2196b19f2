package io.plimsoll.score;

import io.plimsoll.canonical.Sha256;
import io.plimsoll.config.SourceFormat;
import io.plimsoll.engine.TableWriter;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.Step;
import io.plimsoll.step.StepName;
import io.plimsoll.workspace.ArtifactStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts scores where they are wanted, whole or not at all, and keeps the predictions with the run, for when it is known what really happened. */
public final class DeliverStep implements Step<Scores, Delivered> {
    /** The predictions that a scoring run keeps: key, and what the model says. */
    public static final String PREDICTIONS = StepName.PREDICT.folder() + "/predictions.parquet";

    /** Their hash, by which it is known later that they are what was predicted. */
    public static final String PREDICTIONS_HASH = PREDICTIONS + ".sha256";

    private final String query;
    private final @Nullable Delivery delivery;
    private final TableWriter writer;
    private final ArtifactStore artifacts;

    /**
     * @param query the SELECT that was run
     * @param delivery null to keep the scores with the run only
     */
    public DeliverStep(String query, @Nullable Delivery delivery, TableWriter writer, ArtifactStore artifacts) {
        this.query = query;
        this.delivery = delivery;
        this.writer = writer;
        this.artifacts = artifacts;
    }

    @Override
    public StepName name() {
        return StepName.DELIVER;
    }

    @Override
    public Delivered run(Scores scores, RunContext run) {
        OutputLayout layout = scores.ready().layout();
        Path predictions = scores.file().resolveSibling("predictions-" + run.runId() + ".parquet");
        writer.join(List.of(scores.file()), layout.key(), layout.remembered(), predictions, SourceFormat.PARQUET);
        artifacts.putEvidence(run.runId(), PREDICTIONS_HASH, hash(predictions).getBytes(StandardCharsets.UTF_8));
        artifacts.putEvidence(run.runId(), PREDICTIONS, predictions);
        Path keys = scores.file().resolveSibling("left-out-" + run.runId() + ".csv");
        Delivered kept = new Delivered(scores, keys, leftOut(scores, keys), List.of());
        return delivery == null
                ? kept
                : new Posting(writer, delivery, run.runId())
                        .deliver(List.of(kept))
                        .get(0);
    }

    private static String hash(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw unwritten("the predictions", file, e);
        }
    }

    private long leftOut(Scores scores, Path file) {
        try {
            return new LeftOut(scores.ready(), query, delivery == null ? "," + scores.model() : "")
                    .write(file, scores.leftOut());
        } catch (IOException e) {
            throw unwritten("the keys that the query left out", file, e);
        }
    }

    private static PlimsollException unwritten(String what, Path file, IOException cause) {
        Fault fault = new Fault(
                ErrorCode.STORAGE, what + " cannot be put down", file.toString(), "check that the disk has room");
        return new PlimsollException(fault, cause);
    }
}

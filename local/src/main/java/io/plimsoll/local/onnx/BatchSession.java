package io.plimsoll.local.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.TextTable;
import io.plimsoll.data.Batch;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;

/** A graph in ONNX Runtime. Rows go through it in pieces of bounded size, so that memory does not grow with the batch. */
final class BatchSession implements AutoCloseable {
    /** Rows that pass the graph at once: enough to make its fixed cost small, few enough to spread a batch over threads. */
    private static final int PIECE = 2048;

    private final Contract contract;
    private final OrtSession session;
    private final int threads;
    private final InputTensors inputs;
    private final UnseenCategories unseen;

    /** Read by those who compute, written by the one who closes: a session must not go while it computes. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private boolean closed;

    /**
     * @param tables by which texts are looked up before they come in, as {@link io.plimsoll.artifact.CodedGraph} tells them
     * @param threads most threads that a batch may be spread over
     */
    BatchSession(Contract contract, OrtSession session, List<Optional<TextTable>> tables, int threads) {
        this.contract = contract;
        this.session = session;
        this.threads = threads;
        this.inputs = InputTensors.of(List.copyOf(session.getInputNames()), contract, tables);
        this.unseen = new UnseenCategories(contract.inputs());
    }

    /** Takes what the graph gives for some rows of a batch; called for different rows at once. */
    @FunctionalInterface
    interface Taker {
        /** @param from the first of the rows */
        void take(OrtSession.Result result, int from, int rows) throws OrtException;
    }

    Contract contract() {
        return contract;
    }

    /** @throws PlimsollException with {@code UNSEEN_CATEGORY} if the contract says so */
    void run(Batch batch, Taker taker) {
        unseen.refuse(batch);
        int pieces = (batch.rows() + PIECE - 1) / PIECE;
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the model has been closed");
            }
            int lanes = Math.min(threads, pieces);
            if (lanes <= 1) {
                lane(batch, taker, 0, 1);
            } else {
                IntStream.range(0, lanes).parallel().forEach(lane -> lane(batch, taker, lane, lanes));
            }
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
            }
        } catch (OrtException e) {
            throw failed("could not close the model", e);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Every so-many-th piece of a batch. */
    private void lane(Batch batch, Taker taker, int first, int step) {
        for (long from = (long) first * PIECE; from < batch.rows(); from += (long) step * PIECE) {
            piece(batch, taker, (int) from, (int) Math.min(PIECE, batch.rows() - from));
        }
    }

    private void piece(Batch batch, Taker taker, int from, int rows) {
        Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
        try {
            inputs.put(batch, from, rows, tensors);
            try (OrtSession.Result result = session.run(tensors)) {
                taker.take(result, from, rows);
            }
        } catch (OrtException e) {
            throw failed("could not predict for " + rows + " rows", e);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private PlimsollException failed(String what, OrtException cause) {
        return new PlimsollException(
                new Fault(
                        ErrorCode.INTERNAL,
                        "ONNX Runtime " + what,
                        "model " + contract.model(),
                        "Run again with --debug and report what it shows."),
                cause);
    }
}

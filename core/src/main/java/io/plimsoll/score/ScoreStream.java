package io.plimsoll.score;

import io.plimsoll.data.Batch;
import io.plimsoll.data.Dataset;
import io.plimsoll.engine.TableWriter;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Rows on their way through a model: one thread reads, some predict, and whoever asks for the {@linkplain #next next} gets them in the order in
 * which they were read. Only so many are under way at once that threads do not wait for each other.
 */
final class ScoreStream implements TableWriter.Rows, AutoCloseable {
    private final OutputLayout layout;
    private final OpenModel model;
    private final Passing passing;
    private final ExecutorService threads;
    private final BlockingQueue<Future<Piece>> underWay;
    private final Future<?> reading;

    /**
     * Some rows as they were read, and as they are written.
     *
     * @param written null for the end
     */
    private record Piece(@Nullable Batch read, @Nullable Batch written) {
        static final Piece END = new Piece(null, null);
    }

    /** @param lanes how many threads predict */
    ScoreStream(Dataset rows, OutputLayout layout, OpenModel model, Passing passing, int lanes) {
        this.layout = layout;
        this.model = model;
        this.passing = passing;
        this.threads = Executors.newFixedThreadPool(lanes + 1, ScoreStream::thread);
        this.underWay = new ArrayBlockingQueue<>(4 * lanes);
        this.reading = threads.submit(() -> read(rows));
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "scoring");
        thread.setDaemon(true);
        return thread;
    }

    private void read(Dataset rows) {
        try {
            rows.scan(layout.selection(), batch -> {
                for (int from = 0; from < batch.rows(); from += MOST) {
                    Batch part = batch.part(from, Math.min(MOST, batch.rows() - from));
                    put(threads.submit(() -> scored(part)));
                }
            });
            put(CompletableFuture.completedFuture(Piece.END));
        } catch (RuntimeException | Error e) {
            put(CompletableFuture.failedFuture(e));
        }
    }

    private void put(Future<Piece> piece) {
        try {
            underWay.put(piece);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped();
        }
    }

    private Piece scored(Batch part) {
        return new Piece(part, model.scored(part, layout));
    }

    @Override
    public @Nullable Batch next() {
        try {
            Piece piece = underWay.take().get();
            if (piece.read() != null) {
                passing.add(piece.read());
            }
            return piece.written();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException("rows could not be scored", e.getCause());
        }
    }

    private static PlimsollException stopped() {
        return PlimsollException.of(
                ErrorCode.CANCELLED, "scoring was stopped", "", "score again; nothing was delivered");
    }

    /** Returns when no thread works on the rows any more. */
    @Override
    public void close() {
        reading.cancel(true);
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the threads that score did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.plimsoll.read;

import io.plimsoll.canonical.Sha256;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Hashes bytes on a thread of its own, while something else is done with them. */
final class HashBeside implements AutoCloseable {
    private final Sha256 sha = new Sha256();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(HashBeside::thread);
    private Future<?> underWay = thread.submit(() -> {});

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "hashing");
        thread.setDaemon(true);
        return thread;
    }

    /** Begins with the next bytes, which must stay as they are until they are {@linkplain #await awaited}. */
    void begin(byte[] bytes, int length) {
        underWay = thread.submit(() -> sha.add(bytes, 0, length));
    }

    void await() {
        try {
            underWay.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PlimsollException.of(ErrorCode.CANCELLED, "reading was stopped", "", "run again");
        } catch (ExecutionException e) {
            throw new IllegalStateException("bytes cannot be hashed", e.getCause());
        }
    }

    /** Of all bytes that were awaited. */
    String hex() {
        return sha.hex();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

package io.plimsoll.storage.metadata;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Rows that are read and written in transactions, by any number of processes and threads at once.
 *
 * <p>On SQLite one writing transaction follows another. On PostgreSQL several go on at the same time and each statement sees what is committed
 * when it begins: whoever reads first and then writes what depends on it locks what he has read, by {@link Transaction#forUpdate}, by {@link
 * Numbering#lock} or by {@link Transaction#alone}. Both understand one SQL: text, bigint, integer, smallint, {@code on conflict}, {@code
 * returning}.
 *
 * <p><b>Errors</b>: a {@link io.plimsoll.fault.PlimsollException} with {@code STORAGE} or {@code WORKSPACE_INCOMPATIBLE}, never with a word of
 * SQL or a value.
 */
interface Database extends AutoCloseable {
    /** What happens in one transaction. It may be run again from the start, so it changes nothing but the database. */
    interface Work<T> {
        T in(Transaction transaction) throws SQLException;
    }

    /** Reads one state of the database, or returns {@code ifNone} where there is no database yet. */
    <T> T read(T ifNone, Work<T> work);

    /** Writes what survives anything once this returns. */
    default <T> T write(Work<T> work) {
        return write(work, transaction -> Optional.empty());
    }

    /**
     * Writes what survives anything once this returns. A commit that ends in an error may have been kept all the same; whether it was is read
     * from the database, and nothing is written a second time.
     *
     * @param outcome what came of the work, read afterwards; empty if it was not kept. Asked only where the database cannot tell by itself
     */
    <T> T write(Work<T> work, Work<Optional<T>> outcome);

    /**
     * Writes what everybody sees once this returns, and what survives the end of this process, but not a power cut of the database's machine
     * before the next {@link #write}. Saves the wait for the disk.
     */
    void note(Work<Integer> work);

    /** Copies everything, as it is at one moment, into a SQLite file that is not there yet. */
    void copyTo(Path file);

    @Override
    void close();
}

package io.plimsoll.storage.metadata;

import io.plimsoll.fault.PlimsollException;
import io.plimsoll.storage.files.FileFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;

/**
 * One SQLite file in WAL mode, used by any number of processes and threads. A writer takes the write lock when it begins, since a transaction
 * that reads first and then wants to write would be refused whenever another has written in between.
 */
final class SqliteDatabase implements Database {
    /** Long enough for a queue of writers, each of whom holds the lock for milliseconds. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration PAUSE = Duration.ofMillis(2);

    private final Path file;
    private final Duration patience;
    private final SqliteFaults faults;
    private final SqliteSession reader;
    private final SqliteSession writer;
    private final SqliteSession notes;
    private boolean ready;

    /** @param patience how long to wait for other writers */
    SqliteDatabase(Path file, Duration patience) {
        this(file, patience, nanoseconds -> {});
    }

    /** @param held takes how long each writing transaction kept others from writing, in nanoseconds */
    SqliteDatabase(Path file, Duration patience, LongConsumer held) {
        this.file = file;
        this.patience = patience;
        this.faults = new SqliteFaults(file);
        this.reader = new SqliteSession(() -> openToRead(file, patience), "begin", nanoseconds -> {});
        this.writer =
                new SqliteSession(() -> openToWrite(file, patience, SynchronousMode.FULL), "begin immediate", held);
        this.notes =
                new SqliteSession(() -> openToWrite(file, patience, SynchronousMode.NORMAL), "begin immediate", held);
    }

    @Override
    public <T> T read(T ifNone, Work<T> work) {
        if (!isThere()) {
            return ifNone;
        }
        prepare();
        return run(reader, work);
    }

    @Override
    public <T> T write(Work<T> work, Work<Optional<T>> outcome) {
        prepare();
        try {
            return patiently(() -> writer.run(work));
        } catch (UnknownCommit unknown) {
            return outcomeOf(unknown, outcome);
        }
    }

    private <T> T outcomeOf(UnknownCommit unknown, Work<Optional<T>> outcome) {
        Optional<T> kept;
        try {
            kept = run(reader, outcome);
        } catch (PlimsollException e) {
            PlimsollException fault = faults.unknown(unknown.failed);
            fault.addSuppressed(e);
            throw fault;
        }
        return kept.orElseThrow(() -> faults.of(unknown.failed));
    }

    /** A commit was asked for and ended in an error. */
    private static final class UnknownCommit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final SqliteSession.CommitFailed failed;

        UnknownCommit(SqliteSession.CommitFailed failed) {
            super(failed);
            this.failed = failed;
        }
    }

    /** Saves the wait for the disk: 2 ms of 2.1 on a small cloud disk. */
    @Override
    public void note(Work<Integer> work) {
        prepare();
        run(notes, work);
    }

    @Override
    public void copyTo(Path copy) {
        prepare();
        patiently(() -> {
            try (Connection connection = openToWrite(file, patience, SynchronousMode.FULL);
                    PreparedStatement statement = connection.prepareStatement("vacuum into ?")) {
                statement.setString(1, copy.toString());
                return statement.execute();
            }
        });
    }

    @Override
    public void close() {
        try {
            reader.close();
            notes.close();
            writer.close();
        } catch (SQLException e) {
            throw faults.of(e);
        }
    }

    private synchronized void prepare() {
        if (!ready) {
            SqliteSchema schema = new SqliteSchema(file, faults);
            ready = patiently(() -> schema.prepare(reader));
        }
    }

    private <T> T run(SqliteSession session, Work<T> work) {
        try {
            return patiently(() -> session.run(work));
        } catch (UnknownCommit unknown) {
            throw faults.unknown(unknown.failed);
        }
    }

    /** Something that a busy database refuses without having done any of it. */
    private interface Attempt<T> {
        T make() throws SQLException;
    }

    private <T> T patiently(Attempt<T> attempt) {
        long start = System.nanoTime();
        while (true) {
            try {
                return attempt.make();
            } catch (SqliteSession.CommitFailed e) {
                throw new UnknownCommit(e);
            } catch (SQLException e) {
                if (!isBusy(e) || System.nanoTime() - start > patience.toNanos()) {
                    throw faults.of(e);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** SQLite waits by itself for a writer, but not for a process that is recovering the log after a crash. */
    private static boolean isBusy(SQLException e) {
        return SqliteFaults.kind(e) == SQLiteErrorCode.SQLITE_BUSY;
    }

    private boolean isThere() {
        try {
            Files.readAttributes(file, BasicFileAttributes.class);
            return true;
        } catch (NoSuchFileException e) {
            if (FileFaults.isFileInTheWay(file)) {
                throw faults.of(e);
            }
            return false;
        } catch (IOException e) {
            throw faults.of(e);
        }
    }

    private static Connection openToRead(Path file, Duration patience) throws SQLException {
        SQLiteConfig config = config(patience);
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        Connection connection = config.createConnection(url(file));
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma query_only = on");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static Connection openToWrite(Path file, Duration patience, SynchronousMode synchronous)
            throws SQLException {
        return writing(patience, synchronous).createConnection(url(file));
    }

    /** Connections for one who has the file to himself; they make the file if need be. */
    static DataSource writers(Path file) {
        SQLiteDataSource source = new SQLiteDataSource(writing(PATIENCE, SynchronousMode.FULL));
        source.setUrl(url(file));
        return source;
    }

    private static SQLiteConfig writing(Duration patience, SynchronousMode synchronous) {
        SQLiteConfig config = config(patience);
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(synchronous);
        return config;
    }

    private static SQLiteConfig config(Duration patience) {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(Math.toIntExact(patience.toMillis()));
        return config;
    }

    /** As a URI, since the driver takes what follows a question mark in a plain path for settings. */
    private static String url(Path file) {
        return "jdbc:sqlite:" + file.toUri().toASCIIString();
    }
}

package io.plimsoll.storage.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDatabaseTest {
    private static final String INSERT = "insert into models (name, last_version, created_at) values (?, 0, 0)";

    @TempDir
    private Path folder;

    private Path file;
    private SqliteDatabase database;

    @BeforeEach
    void open() {
        file = folder.resolve("plimsoll.db");
        database = new SqliteDatabase(file, Duration.ofMillis(200));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsWhatIsWrittenAndWhatIsNoted() {
        database.write(transaction -> transaction.update(INSERT, "written"));
        database.note(transaction -> transaction.update(INSERT, "noted"));

        assertThat(models()).isEqualTo(2);
    }

    @Test
    void keepsNothingOfWorkThatFails() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> database.write(transaction -> {
                    transaction.update(INSERT, "a");
                    throw new IllegalStateException("a fault in the middle");
                }));

        assertThat(models()).isZero();
    }

    @Test
    void keepsNothingOfWorkThatIsUndone() {
        database.write(transaction -> {
            transaction.undo();
            return transaction.update(INSERT, "a");
        });

        assertThat(models()).isZero();
    }

    @Test
    void writesNothingWhileReading() {
        database.write(transaction -> transaction.update(INSERT, "a"));

        assertThatExceptionOfType(PlimsollException.class)
                .isThrownBy(() -> database.read(0, transaction -> transaction.update(INSERT, "b")));
        assertThat(models()).isEqualTo(1);
    }

    @Test
    void holdsEveryReferenceToSomethingThatIsThere() {
        assertThatExceptionOfType(PlimsollException.class)
                .isThrownBy(() -> database.write(
                        transaction -> transaction.update("insert into run_datasets values ('run-1', 'lung', 1)")))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.STORAGE));
    }

    @Test
    void readsWhileAnotherWritesAndGivesUpWritingInTime() throws SQLException {
        database.write(transaction -> transaction.update(INSERT, "a"));
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("begin immediate");

            assertThat(models()).isEqualTo(1);
            assertThatExceptionOfType(PlimsollException.class)
                    .isThrownBy(() -> database.write(transaction -> transaction.update(INSERT, "b")))
                    .withMessageContaining("another process")
                    .withMessageContaining(file.toString());
        }
        database.write(transaction -> transaction.update(INSERT, "b"));
        assertThat(models()).isEqualTo(2);
    }

    @Test
    void leavesNoLockBehindOnceItHasWritten() throws SQLException {
        database.write(transaction -> transaction.update(INSERT, "a"));
        database.note(transaction -> transaction.update(INSERT, "b"));
        models();

        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file + "?busy_timeout=0");
                Statement statement = other.createStatement()) {
            statement.execute("begin immediate");
            statement.execute("rollback");
        }
    }

    /** A commit that fails: a reference to nothing is only looked at then. */
    @Test
    void readsWhatCameOfACommitThatEndedInAnError() {
        Database.Work<String> failing = transaction -> {
            transaction.update("pragma defer_foreign_keys = on");
            transaction.update("insert into run_datasets values ('no such run', 'lung', 1)");
            return "written";
        };

        assertThat(database.write(failing, transaction -> Optional.of("found"))).isEqualTo("found");
        assertThatExceptionOfType(PlimsollException.class)
                .isThrownBy(() -> database.write(failing, transaction -> Optional.empty()))
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("not known"));
        assertThatExceptionOfType(PlimsollException.class)
                .isThrownBy(() -> database.write(failing, transaction -> {
                    throw new SQLException("the database is gone");
                }))
                .satisfies(refusal -> assertThat(refusal.getMessage()).contains("it is not known"));
    }

    @Test
    void saysWhatTimeItIs() {
        long before = System.currentTimeMillis();
        long now = database.write(Transaction::now);

        assertThat(now).isBetween(before - 1, System.currentTimeMillis() + 1);
    }

    private int models() {
        return database.read(
                -1,
                transaction -> transaction
                        .list(row -> row.getString(1), "select name from models")
                        .size());
    }
}

package io.plimsoll.storage.metadata;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.storage.files.FileFaults;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** Says what is wrong with a SQLite database, without a word of SQL. */
final class SqliteFaults {
    /** The part of an error number that says what kind it is. */
    private static final int PRIMARY = 0xff;

    private final Path file;
    private final StorageFaults alike;

    SqliteFaults(Path file) {
        this.file = file;
        this.alike = new StorageFaults(file.toString());
    }

    /** The folder that holds the database. */
    Path folder() {
        Path folder = file.getParent();
        if (folder == null) {
            throw new IllegalArgumentException("a database lies in a folder");
        }
        return folder;
    }

    PlimsollException of(SQLException e) {
        return switch (kind(e)) {
            case SQLITE_BUSY, SQLITE_LOCKED ->
                storage(
                        e,
                        "another process has kept the workspace's database to itself for too long",
                        "Find out which process that is, end it or wait for it, then do this again.");
            case SQLITE_PERM, SQLITE_READONLY, SQLITE_CANTOPEN ->
                storage(
                        e,
                        "the workspace's database cannot be opened for writing",
                        "Let this user write to the file and its folder, or choose another workspace with -w.");
            case SQLITE_FULL -> full(e);
            case SQLITE_IOERR -> FileFaults.isFull(folder()) ? full(e) : failing(e);
            case SQLITE_CORRUPT ->
                storage(
                        e,
                        "the workspace's database is damaged",
                        "Bring the workspace back from a backup; leave this file as it is until then.");
            case SQLITE_NOTADB -> incompatible("the file is not a database", e);
            default ->
                storage(
                        e,
                        "the workspace's database refused (error " + e.getErrorCode() + ")",
                        "Do this again with --debug and report what it says: this should not happen.");
        };
    }

    static SQLiteErrorCode kind(SQLException e) {
        return SQLiteErrorCode.getErrorCode(e.getErrorCode() & PRIMARY);
    }

    private PlimsollException full(SQLException e) {
        return storage(
                e,
                "the disk is full: " + FileFaults.free(folder()),
                "Free some space, then do this again; what was recorded before is all there.");
    }

    private PlimsollException failing(SQLException e) {
        return storage(
                e,
                "the disk did not do what the workspace's database asked of it",
                "Look at the disk's health and the system's log. A workspace must lie on a local disk.");
    }

    PlimsollException of(FlywayException e) {
        return alike.migrating(e, this::of);
    }

    PlimsollException of(IOException e) {
        return FileFaults.writing(e, file, 0);
    }

    /** The last answer of the database was an error, and it may have kept what it was given all the same. */
    PlimsollException unknown(SQLException e) {
        return StorageFaults.unknown(of(e).faults().get(0), e);
    }

    PlimsollException incompatible(String what) {
        return incompatible(what, null);
    }

    private PlimsollException incompatible(String what, @Nullable Throwable cause) {
        Fault fault = new Fault(
                ErrorCode.WORKSPACE_INCOMPATIBLE,
                what,
                file.toString(),
                "Use the Plimsoll that made it, or choose another workspace with -w. The file was left as it is.");
        return cause == null ? new PlimsollException(fault) : new PlimsollException(fault, cause);
    }

    private PlimsollException storage(Throwable cause, String what, String help) {
        return alike.storage(cause, what, help);
    }
}

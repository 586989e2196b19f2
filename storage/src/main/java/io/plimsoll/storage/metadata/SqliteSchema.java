package io.plimsoll.storage.metadata;

import io.plimsoll.storage.files.DurableFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;

/** Brings a SQLite file to the tables that this version works with, one process and thread at a time. */
final class SqliteSchema {
    /** A file beside the database's. */
    static final String LOCK = "plimsoll.lock";

    /** Keeps the threads of this process apart, which a lock on a file does not do. */
    private static final Object ONE_THREAD = new Object();

    private final Path file;
    private final SqliteFaults faults;

    SqliteSchema(Path file, SqliteFaults faults) {
        this.file = file;
        this.faults = faults;
    }

    /**
     * Makes or migrates the tables if need be.
     *
     * @param reader a session on the file, for looking at it once it is there
     * @return true, since the schema is current from then on
     */
    boolean prepare(SqliteSession reader) throws SQLException {
        if (isCurrent(reader)) {
            return true;
        }
        Path folder = faults.folder();
        synchronized (ONE_THREAD) {
            try {
                DurableFiles.createFolders(folder);
                migrateAlone(reader, folder.resolve(LOCK));
                return true;
            } catch (IOException e) {
                throw faults.of(e);
            }
        }
    }

    private void migrateAlone(SqliteSession reader, Path lockFile) throws IOException, SQLException {
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !isCurrent(reader)) {
                migrate();
            }
        }
    }

    private boolean isCurrent(SqliteSession reader) throws SQLException {
        if (!Files.exists(file)) {
            return false;
        }
        Set<String> tables = new HashSet<>(reader.run(transaction ->
                transaction.list(row -> row.getString(1), "select name from sqlite_master where type = 'table'")));
        if (tables.isEmpty()) {
            return false;
        }
        if (!tables.contains(Schema.HISTORY)) {
            throw faults.incompatible("the file is a database, but not that of a workspace");
        }
        return Schema.isNewest(
                reader.run(transaction -> transaction.first(row -> row.getString(1), Schema.LATEST)),
                faults::incompatible);
    }

    private void migrate() {
        try {
            Schema.flyway().dataSource(SqliteDatabase.writers(file)).load().migrate();
        } catch (FlywayException e) {
            throw faults.of(e);
        }
    }
}

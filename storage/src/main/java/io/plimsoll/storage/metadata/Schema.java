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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings a database to the tables that this version works with.
 *
 * <p>Flyway is started only when there is something to do: it costs half a second, and asking the database which script ran last costs a
 * millisecond.
 */
final class Schema {
    /** Every script, the newest last. */
    static final List<String> SCRIPTS =
            List.of("V1__workspace.sql", "V2__registry.sql", AdoptHistory.NAME, "V4__scoring.sql");

    static final String LOCATION = "classpath:io/plimsoll/storage/schema";
    private static final String HISTORY = "flyway_schema_history";

    /** Keeps the threads of this process apart, which a lock on a file does not do. */
    private static final Object ONE_THREAD = new Object();

    private final Path file;
    private final DatabaseFaults faults;

    Schema(Path file, DatabaseFaults faults) {
        this.file = file;
        this.faults = faults;
    }

    /**
     * Makes or migrates the tables if need be.
     *
     * @param reader a session on the file, for looking at it once it is there
     * @return true, since the schema is current from then on
     */
    boolean prepare(Session reader) throws SQLException {
        if (isCurrent(reader)) {
            return true;
        }
        Path folder = faults.folder();
        synchronized (ONE_THREAD) {
            try {
                DurableFiles.createFolders(folder);
                migrateAlone(reader, folder.resolve("plimsoll.lock"));
                return true;
            } catch (IOException e) {
                throw faults.of(e);
            }
        }
    }

    private void migrateAlone(Session reader, Path lockFile) throws IOException, SQLException {
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !isCurrent(reader)) {
                migrate();
            }
        }
    }

    private boolean isCurrent(Session reader) throws SQLException {
        if (!Files.exists(file)) {
            return false;
        }
        Set<String> tables = new HashSet<>(reader.run(transaction ->
                transaction.list(row -> row.getString(1), "select name from sqlite_master where type = 'table'")));
        if (tables.isEmpty()) {
            return false;
        }
        if (!tables.contains(HISTORY)) {
            throw faults.incompatible("the file is a database, but not that of a workspace");
        }
        Optional<String> latest = reader.run(transaction -> transaction.first(
                row -> row.getString(1),
                "select script from " + HISTORY + " where success = 1 order by installed_rank desc limit 1"));
        latest.filter(script -> !SCRIPTS.contains(script)).ifPresent(script -> {
            throw faults.incompatible("the database was written by a newer Plimsoll, or is not that of a workspace");
        });
        return latest.filter(SCRIPTS.get(SCRIPTS.size() - 1)::equals).isPresent();
    }

    private void migrate() {
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .loggers(SilentLog.class.getName())
                    .locations(LOCATION)
                    .javaMigrations(new AdoptHistory())
                    .failOnMissingLocations(true)
                    .dataSource(SqliteDatabase.writers(file))
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw faults.of(e);
        }
    }
}

package io.plimsoll.storage.metadata;

import io.plimsoll.workspace.DatasetCatalog;
import io.plimsoll.workspace.EventLog;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.RunRecords;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.LongConsumer;

/** The memory of a workspace in one SQLite file, which is opened when it is first needed. */
public final class SqliteMetadata implements AutoCloseable {
    private final SqliteDatabase database;
    private final RunRecords runs;
    private final DatasetCatalog datasets;
    private final ModelRegistry models;
    private final EventLog events;

    public SqliteMetadata(Path file, Clock clock, Leases leases, CheckpointPlace checkpoints) {
        this(new SqliteDatabase(file, SqliteDatabase.PATIENCE), clock, leases, checkpoints);
    }

    /** @param held takes how long each writing transaction kept others from writing, in nanoseconds */
    SqliteMetadata(Path file, Clock clock, Leases leases, CheckpointPlace checkpoints, LongConsumer held) {
        this(new SqliteDatabase(file, SqliteDatabase.PATIENCE, held), clock, leases, checkpoints);
    }

    private SqliteMetadata(SqliteDatabase database, Clock clock, Leases leases, CheckpointPlace checkpoints) {
        Ledger ledger = new Ledger(database, clock, checkpoints);
        this.database = database;
        this.runs = new SqlRunRecords(database, leases);
        this.datasets = new SqlDatasetCatalog(database, ledger);
        this.models = new SqlModelRegistry(database, ledger);
        this.events = ledger;
    }

    public RunRecords runs() {
        return runs;
    }

    public DatasetCatalog datasets() {
        return datasets;
    }

    public ModelRegistry models() {
        return models;
    }

    public EventLog events() {
        return events;
    }

    /** Copies the whole database, as it is at one moment, into a new file. */
    public void copyTo(Path file) {
        database.copyTo(file);
    }

    @Override
    public void close() {
        database.close();
    }
}

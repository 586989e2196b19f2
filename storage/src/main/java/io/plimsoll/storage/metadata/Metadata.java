package io.plimsoll.storage.metadata;

import io.plimsoll.workspace.DatasetCatalog;
import io.plimsoll.workspace.Endpoints;
import io.plimsoll.workspace.EventLog;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.RunRecords;
import java.nio.file.Path;
import java.time.Clock;

/** The memory of a workspace in a database, which is opened when it is first needed. */
public final class Metadata implements AutoCloseable {
    private final Database database;
    private final RunRecords runs;
    private final DatasetCatalog datasets;
    private final ModelRegistry models;
    private final Endpoints endpoints;
    private final EventLog events;

    Metadata(Database database, Clock clock, Leases leases, CheckpointPlace checkpoints) {
        Ledger ledger = new Ledger(database, clock, checkpoints);
        this.database = database;
        this.runs = new SqlRunRecords(database, leases);
        this.datasets = new SqlDatasetCatalog(database, ledger);
        this.models = new SqlModelRegistry(database, ledger);
        this.endpoints = new SqlEndpoints(database, ledger);
        this.events = ledger;
    }

    /** In one SQLite file. */
    public static Metadata inFile(Path file, Clock clock, Leases leases, CheckpointPlace checkpoints) {
        return new Metadata(new SqliteDatabase(file, SqliteDatabase.PATIENCE), clock, leases, checkpoints);
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

    public Endpoints endpoints() {
        return endpoints;
    }

    public EventLog events() {
        return events;
    }

    /** Copies the whole database, as it is at one moment, into a new SQLite file. */
    public void copyTo(Path file) {
        database.copyTo(file);
    }

    @Override
    public void close() {
        database.close();
    }
}

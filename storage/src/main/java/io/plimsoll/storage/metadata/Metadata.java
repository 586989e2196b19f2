package io.plimsoll.storage.metadata;

import io.plimsoll.access.Access;
import io.plimsoll.access.Secrecy;
import io.plimsoll.webhook.Webhooks;
import io.plimsoll.workspace.Claim;
import io.plimsoll.workspace.DatasetCatalog;
import io.plimsoll.workspace.Endpoints;
import io.plimsoll.workspace.EventLog;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.RunEvents;
import io.plimsoll.workspace.RunQueue;
import io.plimsoll.workspace.RunRecords;
import io.plimsoll.workspace.StepResults;
import java.nio.file.Path;
import java.time.Clock;

/** The memory of a workspace in a database, which is opened when it is first needed. */
public final class Metadata implements AutoCloseable {
    private final Database database;
    private final RunRecords runs;
    private final DatasetCatalog datasets;
    private final ModelRegistry models;
    private final Endpoints endpoints;
    private final Access access;
    private final Webhooks webhooks;
    private final EventLog events;
    private final StepResults stepResults;
    private final RunQueue queue;
    private final RunEvents runEvents;
    private final Surroundings surroundings;

    /**
     * What belongs to the memory beside the database.
     *
     * @param clock gives the times of governance changes
     * @param checkpoints the second place, where the end of the event log is noted
     */
    public record Surroundings(Clock clock, Leases leases, CheckpointPlace checkpoints, Secrecy secrecy) {}

    Metadata(Database database, Surroundings surroundings) {
        Leases leases = surroundings.leases();
        Ledger ledger = new Ledger(database, surroundings.clock(), surroundings.checkpoints());
        this.database = database;
        this.runs = new SqlRunRecords(database, leases);
        this.datasets = new SqlDatasetCatalog(database, ledger);
        this.models = new SqlModelRegistry(database, ledger);
        this.endpoints = new SqlEndpoints(database, ledger);
        this.access = SqlAccess.in(database, ledger, surroundings.secrecy());
        this.webhooks = new SqlWebhooks(database, ledger, surroundings.secrecy().random());
        this.events = ledger;
        this.stepResults = new SqlStepResults(database);
        this.queue = new SqlRunQueue(database);
        this.runEvents = new SqlRunEvents(database);
        this.surroundings = surroundings;
    }

    /** The same memory as the holder of a claim may use it. Closing it closes nothing. */
    public Metadata under(Claim claim) {
        return new Metadata(new Fence(database, claim), surroundings);
    }

    public StepResults stepResults() {
        return stepResults;
    }

    public RunQueue queue() {
        return queue;
    }

    public RunEvents runEvents() {
        return runEvents;
    }

    /** In one SQLite file. */
    public static Metadata inFile(Path file, Surroundings surroundings) {
        return new Metadata(new SqliteDatabase(file, SqliteDatabase.PATIENCE), surroundings);
    }

    /**
     * In one schema of a PostgreSQL database.
     *
     * @param place where its tables lie
     */
    public static Metadata inPostgres(PostgresPlace place, Surroundings surroundings) {
        return new Metadata(new PostgresDatabase(place), surroundings);
    }

    /**
     * Brings everything that a SQLite file of a workspace holds into a schema in which there is nothing yet, whole or not at all.
     *
     * @return how many rows came over
     * @throws io.plimsoll.fault.PlimsollException with {@code ALREADY_EXISTS} or {@code STORAGE}
     */
    public static long fill(PostgresPlace place, Path file) {
        try (PostgresDatabase database = new PostgresDatabase(place)) {
            return database.fill(file);
        }
    }

    /**
     * @param scratch a file that may be made and removed again
     * @throws io.plimsoll.fault.PlimsollException with {@code ALREADY_EXISTS} if there is more in a schema than a new workspace has
     */
    public static void requireNew(PostgresPlace place, Path scratch) {
        try (PostgresDatabase database = new PostgresDatabase(place)) {
            database.requireNew(scratch);
        }
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

    public Access access() {
        return access;
    }

    public Webhooks webhooks() {
        return webhooks;
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

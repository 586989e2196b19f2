package io.plimsoll.storage.metadata;

import io.plimsoll.workspace.DatasetCatalog;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.RunRecords;
import java.nio.file.Path;
import java.time.Clock;

/** The memory of a workspace in one SQLite file, which is opened when it is first needed. */
public final class SqliteMetadata implements AutoCloseable {
    private final SqliteDatabase database;
    private final RunRecords runs;
    private final DatasetCatalog datasets;
    private final ModelRegistry models;

    public SqliteMetadata(Path file, Clock clock) {
        this.database = new SqliteDatabase(file, SqliteDatabase.PATIENCE);
        this.runs = new SqlRunRecords(database);
        this.datasets = new SqlDatasetCatalog(database);
        this.models = new SqlModelRegistry(database, clock);
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

    @Override
    public void close() {
        database.close();
    }
}

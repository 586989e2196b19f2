package io.plimsoll.storage.metadata;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.data.Column;
import io.plimsoll.workspace.DatasetCatalog;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.SafeNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Dataset versions as rows. */
final class SqlDatasetCatalog implements DatasetCatalog {
    private static final String WITH_CONTENT = "select * from dataset_versions where name = ? and sha256 = ?";

    private final SqliteDatabase database;

    SqlDatasetCatalog(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public DatasetVersion register(DatasetVersion candidate, String runId) {
        SafeNames.id(candidate.name());
        SafeNames.sha256(candidate.sha256());
        return database.write(transaction -> {
            SqlRunRecords.require(transaction, runId);
            Optional<DatasetVersion> known = withContent(transaction, candidate);
            DatasetVersion version = known.isPresent() ? known.get() : insert(transaction, candidate);
            transaction.update(
                    "insert into run_datasets (run_id, name, version) values (?, ?, ?)"
                            + " on conflict (run_id) do update set name = excluded.name, version = excluded.version",
                    runId,
                    version.name(),
                    version.version());
            return version;
        });
    }

    private static Optional<DatasetVersion> withContent(Transaction transaction, DatasetVersion candidate)
            throws SQLException {
        return transaction.first(SqlDatasetCatalog::version, WITH_CONTENT, candidate.name(), candidate.sha256());
    }

    private static DatasetVersion insert(Transaction transaction, DatasetVersion candidate) throws SQLException {
        SqlRunRecords.require(transaction, candidate.firstRun());
        long created = candidate.created().toEpochMilli();
        DatasetVersion version = new DatasetVersion(
                candidate.name(),
                Numbering.DATASETS.next(transaction, candidate.name(), created),
                candidate.sha256(),
                candidate.rows(),
                candidate.columns(),
                candidate.firstRun(),
                Instant.ofEpochMilli(created));
        transaction.update(
                "insert into dataset_versions"
                        + " (name, version, sha256, row_count, table_columns, first_run, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                version.name(),
                version.version(),
                version.sha256(),
                version.rows(),
                CanonicalJson.text(version.columns()),
                version.firstRun(),
                created);
        return version;
    }

    @Override
    public Optional<DatasetVersion> ofRun(String runId) {
        return database.read(
                Optional.empty(),
                transaction -> transaction.first(
                        SqlDatasetCatalog::version,
                        "select v.* from dataset_versions v"
                                + " join run_datasets r on r.name = v.name and r.version = v.version where r.run_id = ?",
                        runId));
    }

    @Override
    public List<DatasetVersion> versions(String name) {
        return database.read(
                List.of(),
                transaction -> transaction.list(
                        SqlDatasetCatalog::version,
                        "select * from dataset_versions where name = ? order by version desc",
                        name));
    }

    private static DatasetVersion version(ResultSet row) throws SQLException {
        return new DatasetVersion(
                row.getString("name"),
                row.getInt("version"),
                row.getString("sha256"),
                row.getLong("row_count"),
                columns(row.getString("table_columns")),
                row.getString("first_run"),
                Instant.ofEpochMilli(row.getLong("created_at")));
    }

    private static List<Column> columns(String json) {
        try {
            return List.of(CanonicalJson.read(json, Column[].class));
        } catch (IOException e) {
            throw new UncheckedIOException("columns that this version did not write", e);
        }
    }
}

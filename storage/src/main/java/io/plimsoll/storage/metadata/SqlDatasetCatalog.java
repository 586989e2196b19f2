package io.plimsoll.storage.metadata;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.data.Column;
import io.plimsoll.data.SourceFile;
import io.plimsoll.workspace.DatasetCatalog;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.Erasure;
import io.plimsoll.workspace.SafeNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Dataset versions as rows. */
final class SqlDatasetCatalog implements DatasetCatalog {
    private static final String WITH_CONTENT = "select * from dataset_versions where name = ? and sha256 = ?";

    /** In Java, since databases sort text by their own rules. */
    private static final Comparator<DatasetVersion> BY_REFERENCE =
            Comparator.comparing(DatasetVersion::name).thenComparingInt(DatasetVersion::version);

    private final Database database;
    private final Ledger ledger;

    SqlDatasetCatalog(Database database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    @Override
    public DatasetVersion register(DatasetVersion candidate, String runId, List<SourceFile> sources) {
        SafeNames.id(candidate.name());
        SafeNames.sha256(candidate.sha256());
        sources.forEach(source -> SafeNames.sha256(source.sha256()));
        return database.write(transaction -> {
            ErasureRows.lock(transaction, candidate.sha256());
            SqlRunRecords.require(transaction, runId);
            ErasureRows.refuse(transaction, candidate.sha256());
            Optional<DatasetVersion> known = withContent(transaction, candidate);
            DatasetVersion version = known.isPresent() ? known.get() : insert(transaction, candidate);
            link(transaction, runId, version);
            replaceSources(transaction, runId, sources);
            return version;
        });
    }

    private static void link(Transaction transaction, String runId, DatasetVersion version) throws SQLException {
        transaction.update(
                "insert into run_datasets (run_id, name, version) values (?, ?, ?)"
                        + " on conflict (run_id) do update set name = excluded.name, version = excluded.version",
                runId,
                version.name(),
                version.version());
    }

    private static void replaceSources(Transaction transaction, String runId, List<SourceFile> sources)
            throws SQLException {
        transaction.update("delete from run_sources where run_id = ?", runId);
        int position = 0;
        for (SourceFile source : sources) {
            transaction.update(
                    "insert into run_sources (run_id, position, source, file, row_count, byte_count, sha256)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    runId,
                    position++,
                    source.source(),
                    source.file(),
                    source.rows(),
                    source.bytes(),
                    source.sha256());
        }
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
                candidate.key(),
                candidate.rows(),
                candidate.columns(),
                candidate.firstRun(),
                Instant.ofEpochMilli(created));
        transaction.update(
                "insert into dataset_versions"
                        + " (name, version, sha256, key_column, row_count, table_columns, first_run, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                version.name(),
                version.version(),
                version.sha256(),
                version.key(),
                version.rows(),
                CanonicalJson.text(version.columns()),
                version.firstRun(),
                created);
        return version;
    }

    @Override
    public List<String> names() {
        List<String> names = database.read(
                List.of(), transaction -> transaction.list(row -> row.getString(1), "select name from datasets"));
        return List.copyOf(new TreeSet<>(names));
    }

    @Override
    public List<DatasetVersion> newest() {
        List<DatasetVersion> newest = database.read(
                List.of(),
                transaction -> transaction.list(
                        SqlDatasetCatalog::version,
                        "select v.* from dataset_versions v"
                                + " join datasets d on d.name = v.name and d.last_version = v.version"));
        return newest.stream().sorted(BY_REFERENCE).toList();
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

    @Override
    public Optional<DatasetVersion> version(String name, int version) {
        return database.read(
                Optional.empty(),
                transaction -> transaction.first(
                        SqlDatasetCatalog::version,
                        "select * from dataset_versions where name = ? and version = ?",
                        name,
                        version));
    }

    @Override
    public List<SourceFile> sourcesOf(String runId) {
        return database.read(
                List.of(),
                transaction -> transaction.list(
                        SqlDatasetCatalog::source,
                        "select * from run_sources where run_id = ? order by position",
                        runId));
    }

    @Override
    public List<String> runsOf(String name, int version) {
        return database.read(
                List.of(),
                transaction -> transaction.list(
                        row -> row.getString(1),
                        "select d.run_id from run_datasets d join runs r on r.id = d.run_id"
                                + " where d.name = ? and d.version = ? order by r.started_at, r.id",
                        name,
                        version));
    }

    @Override
    public List<DatasetVersion> ofSource(String sha256) {
        List<DatasetVersion> versions = database.read(
                List.of(),
                transaction -> transaction.list(
                        SqlDatasetCatalog::version,
                        "select * from dataset_versions v where exists (select 1 from run_datasets d"
                                + " join run_sources s on s.run_id = d.run_id"
                                + " where d.name = v.name and d.version = v.version and s.sha256 = ?)",
                        SafeNames.sha256(sha256)));
        return versions.stream().sorted(BY_REFERENCE).toList();
    }

    @Override
    public Optional<Erasure> erasure(String name, int version) {
        return database.read(Optional.empty(), transaction -> ErasureRows.find(transaction, name, version));
    }

    @Override
    public void refuseErased(String sha256) {
        database.read(0, transaction -> {
            ErasureRows.refuse(transaction, sha256);
            return 0;
        });
    }

    @Override
    public Erasure erase(String name, int version, String actor, String reason) {
        Erasure erasure = new Erasure(ledger.now(), actor, reason);
        return ledger.change(
                transaction -> ErasureRows.erase(transaction, name, version, erasure),
                transaction -> ErasureRows.find(transaction, name, version));
    }

    private static SourceFile source(ResultSet row) throws SQLException {
        return new SourceFile(
                row.getString("source"),
                row.getString("file"),
                row.getLong("row_count"),
                row.getLong("byte_count"),
                row.getString("sha256"));
    }

    static DatasetVersion version(ResultSet row) throws SQLException {
        return new DatasetVersion(
                row.getString("name"),
                row.getInt("version"),
                row.getString("sha256"),
                row.getString("key_column"),
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

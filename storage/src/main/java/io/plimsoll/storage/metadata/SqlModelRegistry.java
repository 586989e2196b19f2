package io.plimsoll.storage.metadata;

import io.plimsoll.workspace.AliasMove;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.SafeNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/** Model versions and aliases as rows. */
final class SqlModelRegistry implements ModelRegistry {
    private static final String ONE = "v.model = ? and v.version = ?";
    private static final String WITH_CONTENT = "v.model = ? and v.sha256 = ?";
    private static final String UNDER_ALIAS = "v.model = ?"
            + " and v.version = (select a.version from aliases a where a.model = v.model and a.alias = ?)";

    private final SqliteDatabase database;
    private final Clock clock;

    SqlModelRegistry(SqliteDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<String> models() {
        List<String> names = database.read(
                List.of(), transaction -> transaction.list(row -> row.getString(1), "select name from models"));
        return List.copyOf(new TreeSet<>(names));
    }

    @Override
    public List<ModelVersion> versions(String model) {
        return database.read(List.of(), transaction -> VersionRows.list(transaction, "v.model = ?", model));
    }

    @Override
    public Optional<ModelVersion> version(String model, int version) {
        return database.read(Optional.empty(), transaction -> VersionRows.first(transaction, ONE, model, version));
    }

    @Override
    public Optional<ModelVersion> alias(String model, String alias) {
        return database.read(
                Optional.empty(), transaction -> VersionRows.first(transaction, UNDER_ALIAS, model, alias));
    }

    @Override
    public Optional<ModelVersion> bySha256(String model, String sha256) {
        return database.read(
                Optional.empty(), transaction -> VersionRows.first(transaction, WITH_CONTENT, model, sha256));
    }

    @Override
    public List<ModelVersion> madeBy(String runId) {
        return database
                .<List<ModelVersion>>read(
                        List.of(), transaction -> VersionRows.list(transaction, "v.run_id = ?", runId))
                .stream()
                .sorted(Comparator.comparing(ModelVersion::model).thenComparingInt(ModelVersion::version))
                .toList();
    }

    @Override
    public List<AliasMove> aliasHistory(String model, String alias) {
        return database.read(
                List.of(),
                transaction -> transaction.list(
                        SqlModelRegistry::move,
                        "select * from alias_history where model = ? and alias = ? order by sequence",
                        model,
                        alias));
    }

    @Override
    public Registration register(ModelVersion candidate, OptionalInt judgedAgainst) {
        SafeNames.id(candidate.model());
        SafeNames.sha256(candidate.sha256());
        long now = clock.millis();
        return database.write(transaction -> {
            SqlRunRecords.require(transaction, candidate.runId());
            int version = Numbering.MODELS.next(transaction, candidate.model(), now);
            Optional<ModelVersion> same =
                    VersionRows.first(transaction, WITH_CONTENT, candidate.model(), candidate.sha256());
            if (same.isPresent()) {
                transaction.undo();
                return new Registration.Same(same.get());
            }
            OptionalInt champion = target(transaction, candidate.model(), ModelVersion.CHAMPION);
            if (!champion.equals(judgedAgainst)) {
                transaction.undo();
                return new Registration.ChampionMoved();
            }
            insert(transaction, candidate, version);
            move(
                    transaction,
                    new AliasMove(
                            candidate.model(),
                            ModelVersion.CHAMPION,
                            champion,
                            version,
                            Instant.ofEpochMilli(now),
                            candidate.runId()));
            return new Registration.Registered(VersionRows.first(transaction, ONE, candidate.model(), version)
                    .orElseThrow());
        });
    }

    private static void insert(Transaction transaction, ModelVersion candidate, int version) throws SQLException {
        transaction.update(
                "insert into model_versions (model, version, sha256, run_id, created_at, verdict) values (?, ?, ?, ?, ?, ?)",
                candidate.model(),
                version,
                candidate.sha256(),
                candidate.runId(),
                candidate.created().toEpochMilli(),
                candidate.verdict());
        for (Map.Entry<String, String> tag : candidate.tags().entrySet()) {
            transaction.update(
                    "insert into version_tags (model, version, name, tag_value) values (?, ?, ?, ?)",
                    candidate.model(),
                    version,
                    tag.getKey(),
                    tag.getValue());
        }
    }

    private static void move(Transaction transaction, AliasMove move) throws SQLException {
        transaction.update(
                "insert into aliases (model, alias, version) values (?, ?, ?)"
                        + " on conflict (model, alias) do update set version = excluded.version",
                move.model(),
                move.alias(),
                move.to());
        List<Integer> earlier = transaction.list(
                row -> row.getInt(1),
                "select sequence from alias_history where model = ? and alias = ? order by sequence desc limit 1",
                move.model(),
                move.alias());
        transaction.update(
                "insert into alias_history (model, alias, sequence, from_version, to_version, moved_at, run_id)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                move.model(),
                move.alias(),
                earlier.isEmpty() ? 1 : earlier.get(0) + 1,
                move.from().isPresent() ? move.from().getAsInt() : null,
                move.to(),
                move.moved().toEpochMilli(),
                move.runId());
    }

    private static OptionalInt target(Transaction transaction, String model, String alias) throws SQLException {
        Optional<Integer> version = transaction.first(
                row -> row.getInt(1), "select version from aliases where model = ? and alias = ?", model, alias);
        return version.isPresent() ? OptionalInt.of(version.get()) : OptionalInt.empty();
    }

    private static AliasMove move(ResultSet row) throws SQLException {
        int from = row.getInt("from_version");
        OptionalInt before = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(from);
        return new AliasMove(
                row.getString("model"),
                row.getString("alias"),
                before,
                row.getInt("to_version"),
                Instant.ofEpochMilli(row.getLong("moved_at")),
                row.getString("run_id"));
    }
}

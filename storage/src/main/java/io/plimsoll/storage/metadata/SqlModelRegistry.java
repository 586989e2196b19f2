package io.plimsoll.storage.metadata;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.workspace.AliasMove;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.SafeNames;
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
        return database.read(List.of(), transaction -> AliasRows.history(transaction, model, alias));
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
            OptionalInt champion = AliasRows.target(transaction, candidate.model(), ModelVersion.CHAMPION);
            if (!champion.equals(judgedAgainst)) {
                transaction.undo();
                return new Registration.ChampionMoved();
            }
            insert(transaction, candidate, version);
            AliasRows.move(
                    transaction,
                    new AliasMove(
                            candidate.model(),
                            ModelVersion.CHAMPION,
                            champion,
                            OptionalInt.of(version),
                            Instant.ofEpochMilli(now),
                            candidate.runId(),
                            ""));
            return new Registration.Registered(VersionRows.first(transaction, ONE, candidate.model(), version)
                    .orElseThrow());
        });
    }

    @Override
    public AliasMove retire(String model, String reason) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        return database.write(transaction -> {
            if (!Numbering.MODELS.lock(transaction, model)) {
                throw PlimsollException.of(
                        ErrorCode.UNKNOWN_MODEL,
                        "there is no model '" + model + "' in this workspace",
                        "",
                        "`plimsoll models list` shows what is registered");
            }
            OptionalInt champion = AliasRows.target(transaction, model, ModelVersion.CHAMPION);
            if (champion.isEmpty()) {
                throw PlimsollException.of(
                        ErrorCode.NO_CHAMPION,
                        "no version of " + model + " is champion, so there is none to retire",
                        "",
                        "`plimsoll models show " + model + "` says since when and why");
            }
            AliasMove retired =
                    new AliasMove(model, ModelVersion.CHAMPION, champion, OptionalInt.empty(), now, null, reason);
            AliasRows.move(transaction, retired);
            return retired;
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
}

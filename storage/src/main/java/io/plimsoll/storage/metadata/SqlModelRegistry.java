package io.plimsoll.storage.metadata;

import io.plimsoll.storage.metadata.RegistryChanges.Closing;
import io.plimsoll.workspace.Admission;
import io.plimsoll.workspace.AliasMove;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.ModelSummary;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.SafeNames;
import io.plimsoll.workspace.VersionState;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/** Model versions and aliases as rows. */
final class SqlModelRegistry implements ModelRegistry {
    private static final String CHAMPIONS =
            "(v.model, v.version) in (select x.model, x.version from aliases x where x.alias = ?)";
    private static final String UNDER_ALIAS = "v.model = ?"
            + " and v.version = (select a.version from aliases a where a.model = v.model and a.alias = ?)";

    private final Database database;
    private final Ledger ledger;

    SqlModelRegistry(Database database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
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
        return database.read(Optional.empty(), transaction -> VersionRows.one(transaction, model, version));
    }

    @Override
    public Optional<ModelVersion> alias(String model, String alias) {
        return database.read(
                Optional.empty(), transaction -> VersionRows.first(transaction, UNDER_ALIAS, model, alias));
    }

    @Override
    public Optional<ModelVersion> bySha256(String model, String sha256) {
        return database.read(Optional.empty(), transaction -> VersionRows.withContent(transaction, model, sha256));
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
    public List<ModelSummary> summaries() {
        return database.read(List.of(), transaction -> {
            Map<String, ModelVersion> champions = new HashMap<>();
            VersionRows.list(transaction, CHAMPIONS, ModelVersion.CHAMPION)
                    .forEach(version -> champions.put(version.model(), version));
            List<ModelSummary> summaries = transaction.list(
                    row -> new ModelSummary(
                            row.getString("model"),
                            row.getInt("newest"),
                            Instant.ofEpochMilli(row.getLong("registered")),
                            row.getInt("waiting"),
                            Optional.ofNullable(champions.get(row.getString("model")))),
                    "select model, max(version) as newest, max(created_at) as registered,"
                            + " count(case when state = ? then 1 end) as waiting from model_versions group by model",
                    VersionState.PENDING.name());
            return summaries.stream()
                    .sorted(Comparator.comparing(ModelSummary::model))
                    .toList();
        });
    }

    @Override
    public List<String> aliasNames(String model) {
        List<String> names = database.read(
                List.of(),
                transaction -> transaction.list(
                        row -> row.getString(1), "select distinct alias from alias_history where model = ?", model));
        return List.copyOf(new TreeSet<>(names));
    }

    @Override
    public Registration register(ModelVersion candidate, OptionalInt judgedAgainst, Admission admission) {
        SafeNames.id(candidate.model());
        SafeNames.sha256(candidate.sha256());
        Instant now = ledger.now();
        return ledger.change(
                transaction -> RegistryChanges.register(transaction, candidate, judgedAgainst, admission, now),
                transaction -> VersionRows.withContent(transaction, candidate.model(), candidate.sha256())
                        .filter(version -> version.runId().equals(candidate.runId()))
                        .map(Registration.Registered::new));
    }

    @Override
    public Optional<AliasMove> move(AliasMove wanted) {
        SafeNames.id(wanted.alias());
        AliasMove move = wanted.at(ledger.now());
        return ledger.change(
                transaction -> RegistryChanges.move(transaction, move),
                transaction -> Optional.of(lastMove(transaction, move.model(), move.alias()))
                        .filter(last -> last.equals(Optional.of(move))));
    }

    @Override
    public ModelVersion close(String model, int version, VersionState state, String actor, String reason) {
        if (reason.isBlank() || (state != VersionState.ARCHIVED && state != VersionState.REJECTED)) {
            throw new IllegalArgumentException("a version is archived or rejected, for a reason");
        }
        Closing closing = new Closing(model, version, state, actor, reason);
        Instant now = ledger.now();
        return ledger.change(
                transaction -> RegistryChanges.close(transaction, closing, now),
                transaction -> VersionRows.one(transaction, model, version).filter(closed -> closed.state() == state));
    }

    @Override
    public AliasMove retire(String model, String actor, String reason) {
        Instant now = ledger.now();
        return ledger.change(
                transaction -> RegistryChanges.retire(transaction, model, actor, reason, now),
                transaction -> lastMove(transaction, model, ModelVersion.CHAMPION)
                        .filter(move -> move.to().isEmpty() && move.moved().equals(now)));
    }

    private static Optional<AliasMove> lastMove(Transaction transaction, String model, String alias)
            throws SQLException {
        return AliasRows.history(transaction, model, alias).stream().reduce((earlier, later) -> later);
    }
}

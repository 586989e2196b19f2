package io.plimsoll.contracts;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.workspace.AliasMove;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.SafeNames;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Model versions in lists, the newest first; what an alias points at is its last move. */
final class MemoryModelRegistry implements ModelRegistry {
    private final MemoryRunRecords runs;
    private final Clock clock;
    private final SortedMap<String, List<ModelVersion>> versions = new TreeMap<>();
    private final List<AliasMove> moves = new ArrayList<>();

    MemoryModelRegistry(MemoryRunRecords runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    public synchronized List<String> models() {
        return List.copyOf(versions.keySet());
    }

    @Override
    public synchronized List<ModelVersion> versions(String model) {
        OptionalInt champion = target(model, ModelVersion.CHAMPION);
        return versions.getOrDefault(model, List.of()).stream()
                .map(version -> withAliases(version, champion))
                .toList();
    }

    @Override
    public Optional<ModelVersion> version(String model, int version) {
        return find(model, candidate -> candidate.version() == version);
    }

    @Override
    public Optional<ModelVersion> alias(String model, String alias) {
        return find(model, version -> version.aliases().contains(alias));
    }

    @Override
    public Optional<ModelVersion> bySha256(String model, String sha256) {
        return find(model, version -> version.sha256().equals(sha256));
    }

    @Override
    public synchronized List<ModelVersion> madeBy(String runId) {
        return models().stream()
                .flatMap(model -> versions(model).stream().sorted(Comparator.comparingInt(ModelVersion::version)))
                .filter(version -> version.runId().equals(runId))
                .toList();
    }

    @Override
    public synchronized List<AliasMove> aliasHistory(String model, String alias) {
        return moves.stream()
                .filter(move -> move.model().equals(model) && move.alias().equals(alias))
                .toList();
    }

    @Override
    public synchronized Registration register(ModelVersion candidate, OptionalInt judgedAgainst) {
        SafeNames.id(candidate.model());
        SafeNames.sha256(candidate.sha256());
        runs.require(candidate.runId());
        Optional<ModelVersion> same = bySha256(candidate.model(), candidate.sha256());
        if (same.isPresent()) {
            return new Registration.Same(same.get());
        }
        OptionalInt champion = target(candidate.model(), ModelVersion.CHAMPION);
        if (!champion.equals(judgedAgainst)) {
            return new Registration.ChampionMoved();
        }
        List<ModelVersion> known = versions.computeIfAbsent(candidate.model(), model -> new ArrayList<>());
        int next = known.size() + 1;
        known.add(0, numbered(candidate, next));
        moves.add(move(candidate.model(), champion, OptionalInt.of(next), candidate.runId(), ""));
        return new Registration.Registered(versions(candidate.model()).get(0));
    }

    @Override
    public synchronized AliasMove retire(String model, String reason) {
        if (!versions.containsKey(model)) {
            throw refusal(ErrorCode.UNKNOWN_MODEL, "there is no model '" + model + "'");
        }
        OptionalInt champion = target(model, ModelVersion.CHAMPION);
        if (champion.isEmpty()) {
            throw refusal(ErrorCode.NO_CHAMPION, "no version of " + model + " is champion");
        }
        AliasMove retired = move(model, champion, OptionalInt.empty(), null, reason);
        moves.add(retired);
        return retired;
    }

    private AliasMove move(String model, OptionalInt from, OptionalInt to, @Nullable String runId, String reason) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new AliasMove(model, ModelVersion.CHAMPION, from, to, now, runId, reason);
    }

    private static PlimsollException refusal(ErrorCode code, String what) {
        return PlimsollException.of(code, what, "", "`plimsoll models list` shows what is registered");
    }

    private Optional<ModelVersion> find(String model, Predicate<ModelVersion> wanted) {
        return versions(model).stream().filter(wanted).findFirst();
    }

    private OptionalInt target(String model, String alias) {
        List<AliasMove> history = aliasHistory(model, alias);
        return history.isEmpty()
                ? OptionalInt.empty()
                : history.get(history.size() - 1).to();
    }

    private static ModelVersion numbered(ModelVersion candidate, int version) {
        return new ModelVersion(
                candidate.model(),
                version,
                candidate.sha256(),
                candidate.runId(),
                candidate.created().truncatedTo(ChronoUnit.MILLIS),
                candidate.tags(),
                candidate.verdict(),
                new TreeSet<>());
    }

    private static ModelVersion withAliases(ModelVersion version, OptionalInt champion) {
        boolean isChampion = champion.equals(OptionalInt.of(version.version()));
        return new ModelVersion(
                version.model(),
                version.version(),
                version.sha256(),
                version.runId(),
                version.created(),
                version.tags(),
                version.verdict(),
                new TreeSet<>(isChampion ? List.of(ModelVersion.CHAMPION) : List.of()));
    }
}

package io.plimsoll.contracts;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.workspace.Admission;
import io.plimsoll.workspace.AliasMove;
import io.plimsoll.workspace.EventDraft;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.ModelSummary;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.PromotedBy;
import io.plimsoll.workspace.SafeNames;
import io.plimsoll.workspace.VersionState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Model versions in lists, the newest first; what an alias points at is its last move. */
final class MemoryModelRegistry implements ModelRegistry {
    private final MemoryRunRecords runs;
    private final MemoryEventLog log;
    private final SortedMap<String, List<ModelVersion>> versions = new TreeMap<>();
    private final List<AliasMove> moves = new ArrayList<>();

    MemoryModelRegistry(MemoryRunRecords runs, MemoryEventLog log) {
        this.runs = runs;
        this.log = log;
    }

    @Override
    public synchronized List<String> models() {
        return List.copyOf(versions.keySet());
    }

    @Override
    public synchronized List<ModelVersion> versions(String model) {
        return versions.getOrDefault(model, List.of()).stream()
                .map(version -> with(version, version.state(), aliasesOf(version)))
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
    public synchronized List<ModelSummary> summaries() {
        return models().stream()
                .map(model -> {
                    List<ModelVersion> all = versions(model);
                    return new ModelSummary(
                            model,
                            all.get(0).version(),
                            all.stream()
                                    .map(ModelVersion::created)
                                    .max(Comparator.naturalOrder())
                                    .orElseThrow(),
                            (int) all.stream()
                                    .filter(version -> version.state() == VersionState.PENDING)
                                    .count(),
                            alias(model, ModelVersion.CHAMPION));
                })
                .toList();
    }

    @Override
    public synchronized List<String> aliasNames(String model) {
        return moves.stream()
                .filter(move -> move.model().equals(model))
                .map(AliasMove::alias)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public synchronized List<AliasMove> aliasHistory(String model, String alias) {
        return moves.stream()
                .filter(move -> move.model().equals(model) && move.alias().equals(alias))
                .toList();
    }

    @Override
    public synchronized Registration register(ModelVersion candidate, OptionalInt judgedAgainst, Admission admission) {
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
        boolean waits = admission.way() == Admission.Way.APPROVAL;
        List<ModelVersion> known = versions.computeIfAbsent(candidate.model(), model -> new ArrayList<>());
        ModelVersion version =
                numbered(candidate, known.size() + 1, waits ? VersionState.PENDING : VersionState.ACTIVE);
        known.add(0, version);
        Optional<AliasMove> crowning =
                waits ? Optional.empty() : Optional.of(crowning(version, champion, admission, log.now()));
        crowning.ifPresent(moves::add);
        log.append(EventDraft.registered(version, admission, crowning), log.now());
        return new Registration.Registered(versions(candidate.model()).get(0));
    }

    private static AliasMove crowning(ModelVersion version, OptionalInt champion, Admission admission, Instant now) {
        PromotedBy judged = champion.isEmpty() ? PromotedBy.FIRST : PromotedBy.PASSED;
        return new AliasMove(
                version.model(),
                ModelVersion.CHAMPION,
                champion,
                OptionalInt.of(version.version()),
                now,
                version.runId(),
                admission.actor(),
                admission.reason(),
                admission.way() == Admission.Way.OVERRIDE ? PromotedBy.OVERRIDE : judged);
    }

    @Override
    public synchronized Optional<AliasMove> move(AliasMove wanted) {
        SafeNames.id(wanted.alias());
        AliasMove move = wanted.at(log.now());
        require(move.model());
        ModelVersion target =
                move.to().isEmpty() ? null : known(move.model(), move.to().getAsInt());
        boolean champion = move.alias().equals(ModelVersion.CHAMPION);
        VersionState state = target == null ? null : target.state();
        boolean open = state == null || state == VersionState.ACTIVE || (champion && state == VersionState.PENDING);
        if (!open) {
            throw refusal(ErrorCode.VERSION_CLOSED, "the version is " + state);
        }
        if (!target(move.model(), move.alias()).equals(move.from())) {
            return Optional.empty();
        }
        moves.add(move);
        if (target != null && state == VersionState.PENDING) {
            setState(target, VersionState.ACTIVE);
        }
        log.append(EventDraft.moved(move, state), move.moved());
        return Optional.of(move);
    }

    @Override
    public synchronized ModelVersion close(String model, int number, VersionState state, String actor, String reason) {
        if (reason.isBlank() || (state != VersionState.ARCHIVED && state != VersionState.REJECTED)) {
            throw new IllegalArgumentException("a version is archived or rejected, for a reason");
        }
        require(model);
        ModelVersion version = known(model, number);
        boolean open = state == VersionState.REJECTED
                ? version.state() == VersionState.PENDING
                : version.state() != VersionState.ARCHIVED;
        if (!open) {
            throw refusal(ErrorCode.VERSION_CLOSED, version.reference() + " is " + version.state());
        }
        if (!version.aliases().isEmpty()) {
            throw refusal(ErrorCode.VERSION_IN_USE, "an alias points at " + version.reference());
        }
        setState(version, state);
        log.append(EventDraft.closed(version, state, actor, reason), log.now());
        return known(model, number);
    }

    @Override
    public synchronized AliasMove retire(String model, String actor, String reason) {
        require(model);
        OptionalInt champion = target(model, ModelVersion.CHAMPION);
        if (champion.isEmpty()) {
            throw refusal(ErrorCode.NO_CHAMPION, "no version of " + model + " is champion");
        }
        return move(new AliasMove(
                        model,
                        ModelVersion.CHAMPION,
                        champion,
                        OptionalInt.empty(),
                        log.now(),
                        null,
                        actor,
                        reason,
                        null))
                .orElseThrow();
    }

    private void require(String model) {
        if (!versions.containsKey(model)) {
            throw refusal(ErrorCode.UNKNOWN_MODEL, "there is no model '" + model + "'");
        }
    }

    private ModelVersion known(String model, int version) {
        return version(model, version)
                .orElseThrow(() -> refusal(ErrorCode.UNKNOWN_MODEL, "there is no version " + version));
    }

    private void setState(ModelVersion version, VersionState state) {
        List<ModelVersion> known = versions.getOrDefault(version.model(), new ArrayList<>());
        known.replaceAll(one -> one.version() == version.version() ? with(one, state, new TreeSet<>()) : one);
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

    private SortedSet<String> aliasesOf(ModelVersion version) {
        SortedSet<String> aliases = new TreeSet<>(aliasNames(version.model()));
        aliases.removeIf(alias -> !target(version.model(), alias).equals(OptionalInt.of(version.version())));
        return aliases;
    }

    private static ModelVersion numbered(ModelVersion candidate, int version, VersionState state) {
        return new ModelVersion(
                candidate.model(),
                version,
                candidate.sha256(),
                candidate.runId(),
                candidate.created().truncatedTo(ChronoUnit.MILLIS),
                candidate.tags(),
                candidate.verdict(),
                new TreeSet<>(),
                state);
    }

    private static ModelVersion with(ModelVersion version, VersionState state, SortedSet<String> aliases) {
        return new ModelVersion(
                version.model(),
                version.version(),
                version.sha256(),
                version.runId(),
                version.created(),
                version.tags(),
                version.verdict(),
                aliases,
                state);
    }
}

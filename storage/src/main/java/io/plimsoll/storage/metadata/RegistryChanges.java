package io.plimsoll.storage.metadata;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.workspace.Admission;
import io.plimsoll.workspace.AliasMove;
import io.plimsoll.workspace.EventDraft;
import io.plimsoll.workspace.ModelRegistry.Registration;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.PromotedBy;
import io.plimsoll.workspace.VersionState;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What changes in the registry inside one transaction, each change with its event. */
final class RegistryChanges {
    private RegistryChanges() {}

    static Registration register(
            Transaction transaction,
            ModelVersion candidate,
            OptionalInt judgedAgainst,
            Admission admission,
            Instant now)
            throws SQLException {
        SqlRunRecords.require(transaction, candidate.runId());
        int version = Numbering.MODELS.next(transaction, candidate.model(), now.toEpochMilli());
        Optional<ModelVersion> same = VersionRows.withContent(transaction, candidate.model(), candidate.sha256());
        if (same.isPresent()) {
            transaction.undo();
            return new Registration.Same(same.get());
        }
        OptionalInt champion = AliasRows.target(transaction, candidate.model(), ModelVersion.CHAMPION);
        if (!champion.equals(judgedAgainst)) {
            transaction.undo();
            return new Registration.ChampionMoved();
        }
        VersionState state = admission.way() == Admission.Way.APPROVAL ? VersionState.PENDING : VersionState.ACTIVE;
        insert(transaction, candidate, version, state);
        Optional<AliasMove> crowning = state == VersionState.ACTIVE
                ? Optional.of(crowning(candidate, version, admission, champion).at(now))
                : Optional.empty();
        if (crowning.isPresent()) {
            AliasRows.move(transaction, crowning.get());
        }
        ModelVersion made =
                VersionRows.one(transaction, candidate.model(), version).orElseThrow();
        EventRows.append(transaction, EventDraft.registered(made, admission, crowning), now);
        return new Registration.Registered(made);
    }

    private static AliasMove crowning(ModelVersion candidate, int version, Admission admission, OptionalInt champion) {
        return new AliasMove(
                candidate.model(),
                ModelVersion.CHAMPION,
                champion,
                OptionalInt.of(version),
                Instant.EPOCH,
                candidate.runId(),
                admission.actor(),
                admission.reason(),
                promotedBy(admission.way(), champion));
    }

    private static PromotedBy promotedBy(Admission.Way way, OptionalInt champion) {
        if (way == Admission.Way.OVERRIDE) {
            return PromotedBy.OVERRIDE;
        }
        return champion.isEmpty() ? PromotedBy.FIRST : PromotedBy.PASSED;
    }

    /** @return empty, with nothing written, if the alias points elsewhere than where the move begins */
    static Optional<AliasMove> move(Transaction transaction, AliasMove move) throws SQLException {
        lock(transaction, move.model());
        ModelVersion target = target(transaction, move);
        if (!AliasRows.target(transaction, move.model(), move.alias()).equals(move.from())) {
            transaction.undo();
            return Optional.empty();
        }
        AliasRows.move(transaction, move);
        VersionState state = target == null ? null : target.state();
        if (target != null && state == VersionState.PENDING) {
            setState(transaction, target, VersionState.ACTIVE);
        }
        EventRows.append(transaction, EventDraft.moved(move, state), move.moved());
        return Optional.of(move);
    }

    private static @Nullable ModelVersion target(Transaction transaction, AliasMove move) throws SQLException {
        if (move.to().isEmpty()) {
            return null;
        }
        ModelVersion target = version(transaction, move.model(), move.to().getAsInt());
        boolean champion = move.alias().equals(ModelVersion.CHAMPION);
        if (target.state() != VersionState.ACTIVE && !(champion && target.state() == VersionState.PENDING)) {
            throw closed(target);
        }
        return target;
    }

    static AliasMove retire(Transaction transaction, String model, String actor, String reason, Instant now)
            throws SQLException {
        lock(transaction, model);
        OptionalInt champion = AliasRows.target(transaction, model, ModelVersion.CHAMPION);
        if (champion.isEmpty()) {
            throw PlimsollException.of(
                    ErrorCode.NO_CHAMPION,
                    "no version of " + model + " is champion, so there is none to retire",
                    "",
                    "`plimsoll models show " + model + "` says since when and why");
        }
        AliasMove retired = new AliasMove(
                model, ModelVersion.CHAMPION, champion, OptionalInt.empty(), now, null, actor, reason, null);
        return move(transaction, retired).orElseThrow();
    }

    /** A version, the state that it shall have, and at whose word. */
    record Closing(String model, int version, VersionState state, String actor, String reason) {}

    static ModelVersion close(Transaction transaction, Closing closing, Instant now) throws SQLException {
        VersionState state = closing.state();
        lock(transaction, closing.model());
        ModelVersion version = version(transaction, closing.model(), closing.version());
        boolean open = state == VersionState.REJECTED
                ? version.state() == VersionState.PENDING
                : version.state() != VersionState.ARCHIVED;
        if (!open) {
            throw closed(version);
        }
        if (!version.aliases().isEmpty()) {
            throw PlimsollException.of(
                    ErrorCode.VERSION_IN_USE,
                    "an alias points at " + version.reference() + ": " + String.join(", ", version.aliases()),
                    "",
                    "move the alias to another version first, or retire the champion");
        }
        setState(transaction, version, state);
        EventRows.append(transaction, EventDraft.closed(version, state, closing.actor(), closing.reason()), now);
        return version(transaction, version.model(), version.version());
    }

    private static void setState(Transaction transaction, ModelVersion version, VersionState state)
            throws SQLException {
        transaction.update(
                "update model_versions set state = ? where model = ? and version = ?",
                state.name(),
                version.model(),
                version.version());
    }

    private static void lock(Transaction transaction, String model) throws SQLException {
        if (!Numbering.MODELS.lock(transaction, model)) {
            throw PlimsollException.of(
                    ErrorCode.UNKNOWN_MODEL,
                    "there is no model '" + model + "' in this workspace",
                    "",
                    "`plimsoll models list` shows what is registered");
        }
    }

    private static ModelVersion version(Transaction transaction, String model, int version) throws SQLException {
        return VersionRows.one(transaction, model, version)
                .orElseThrow(() -> PlimsollException.of(
                        ErrorCode.UNKNOWN_MODEL,
                        "there is no version " + version + " of " + model,
                        "",
                        "`plimsoll models show " + model + "` lists its versions"));
    }

    private static PlimsollException closed(ModelVersion version) {
        String what = switch (version.state()) {
            case ACTIVE -> "does not wait for approval";
            case PENDING -> "waits for approval";
            case REJECTED -> "was rejected";
            case ARCHIVED -> "is archived";
        };
        return PlimsollException.of(
                ErrorCode.VERSION_CLOSED,
                version.reference() + " " + what,
                "",
                "`plimsoll models show " + version.model() + "` shows what state each version is in");
    }

    private static void insert(Transaction transaction, ModelVersion candidate, int version, VersionState state)
            throws SQLException {
        transaction.update(
                "insert into model_versions (model, version, sha256, run_id, created_at, verdict, state)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                candidate.model(),
                version,
                candidate.sha256(),
                candidate.runId(),
                candidate.created().toEpochMilli(),
                candidate.verdict(),
                state.name());
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

package io.plimsoll.storage.metadata;

import io.plimsoll.endpoint.Specification;
import io.plimsoll.workspace.Disabling;
import io.plimsoll.workspace.Endpoint;
import io.plimsoll.workspace.EndpointRefusals;
import io.plimsoll.workspace.EndpointVersion;
import io.plimsoll.workspace.Endpoints.Publication;
import io.plimsoll.workspace.EventDraft;
import io.plimsoll.workspace.EventDraft.DefaultMove;
import io.plimsoll.workspace.Publishing;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What changes in endpoints inside one transaction, each change with its event. */
final class EndpointChanges {
    private EndpointChanges() {}

    static Publication publish(Transaction transaction, Publishing wanted, Instant now) throws SQLException {
        String name = wanted.endpoint();
        Specification specification = wanted.specification();
        String sha256 = specification.sha256();
        int number = Numbering.ENDPOINTS.next(transaction, name, now.toEpochMilli());
        refuseOtherModel(transaction, wanted);
        Optional<EndpointVersion> same = EndpointRows.withContent(transaction, name, sha256, wanted.settings());
        if (same.isPresent()) {
            transaction.undo();
            return new Publication(same.get(), false);
        }
        DefaultMove move = defaultMove(transaction, wanted, number);
        transaction.update(
                "insert into specifications (sha256, body) values (?, ?) on conflict (sha256) do nothing",
                sha256,
                specification.text());
        EndpointVersion version = new EndpointVersion(
                name,
                number,
                sha256,
                specification.indication(),
                specification.modelType(),
                specification.model(),
                wanted.settings(),
                now,
                wanted.actor(),
                null);
        EndpointRows.insert(transaction, version);
        if (!move.isNone()) {
            EndpointRows.setDefault(transaction, name, move.to());
        }
        EventRows.append(transaction, EventDraft.published(version, move), now);
        return new Publication(version, true);
    }

    private static void refuseOtherModel(Transaction transaction, Publishing wanted) throws SQLException {
        Optional<EndpointVersion> first = EndpointRows.version(transaction, wanted.endpoint(), 1);
        if (first.isPresent()
                && !first.get().model().equals(wanted.specification().model())) {
            throw EndpointRefusals.ofAnotherModel(wanted.endpoint(), first.get().model());
        }
    }

    /** @param next the number that the new version has, and that the endpoint has been given already */
    private static DefaultMove defaultMove(Transaction transaction, Publishing wanted, int next) throws SQLException {
        OptionalInt byHand = transaction
                .first(
                        row -> OptionalInt.of(row.getInt(1)),
                        "select version from endpoint_defaults where endpoint = ?",
                        wanted.endpoint())
                .orElse(OptionalInt.empty());
        OptionalInt usual = byHand.isPresent()
                ? byHand
                : transaction
                        .first(
                                row -> OptionalInt.of(row.getInt(1)),
                                "select version from endpoint_versions where endpoint = ? and version < ?"
                                        + " and disabled_at is null order by version desc limit 1",
                                wanted.endpoint(),
                                next)
                        .orElse(OptionalInt.empty());
        return new DefaultMove(byHand, wanted.setByHand(byHand, usual));
    }

    static boolean disable(Transaction transaction, String name, OptionalInt version, Disabling disabling)
            throws SQLException {
        if (state(transaction, name, version) != null) {
            return false;
        }
        EndpointRows.set(transaction, name, version, disabling);
        EventRows.append(transaction, EventDraft.disabled(name, version, disabling), disabling.since());
        return true;
    }

    static boolean enable(Transaction transaction, String name, OptionalInt version, String actor, Instant now)
            throws SQLException {
        if (state(transaction, name, version) == null) {
            return false;
        }
        EndpointRows.set(transaction, name, version, null);
        EventRows.append(transaction, EventDraft.enabled(name, version, actor), now);
        return true;
    }

    static boolean setDefault(Transaction transaction, String name, OptionalInt version, String actor, Instant now)
            throws SQLException {
        Endpoint endpoint = locked(transaction, name);
        if (version.isPresent()) {
            Disabling disabling =
                    version(transaction, endpoint, version.getAsInt()).disabled();
            if (disabling != null) {
                throw EndpointRefusals.disabled(
                        name + "@" + version.getAsInt(),
                        disabling,
                        "enable it first: `plimsoll endpoints enable " + name + "@" + version.getAsInt() + "`");
            }
        }
        DefaultMove move = new DefaultMove(EndpointRows.setByHand(endpoint), version);
        if (move.isNone()) {
            return false;
        }
        EndpointRows.setDefault(transaction, name, version);
        EventRows.append(transaction, EventDraft.defaultSet(name, move, actor), now);
        return true;
    }

    /** What is so now, with the endpoint locked until the end of the transaction. */
    private static @Nullable Disabling state(Transaction transaction, String name, OptionalInt version)
            throws SQLException {
        Endpoint endpoint = locked(transaction, name);
        return version.isEmpty()
                ? endpoint.disabled()
                : version(transaction, endpoint, version.getAsInt()).disabled();
    }

    private static Endpoint locked(Transaction transaction, String name) throws SQLException {
        Numbering.ENDPOINTS.lock(transaction, name);
        Optional<Endpoint> endpoint = EndpointRows.find(transaction, name);
        if (endpoint.isEmpty()) {
            throw EndpointRefusals.unknown(
                    name,
                    EndpointRows.all(transaction).stream()
                            .map(Endpoint::name)
                            .sorted()
                            .toList());
        }
        return endpoint.get();
    }

    private static EndpointVersion version(Transaction transaction, Endpoint endpoint, int version)
            throws SQLException {
        return EndpointRows.version(transaction, endpoint.name(), version)
                .orElseThrow(() ->
                        EndpointRefusals.unknownVersion(endpoint.name(), Integer.toString(version), endpoint.newest()));
    }
}

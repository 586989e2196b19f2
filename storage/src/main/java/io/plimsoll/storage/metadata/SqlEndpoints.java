package io.plimsoll.storage.metadata;

import io.plimsoll.canonical.Sha256;
import io.plimsoll.endpoint.Specification;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.workspace.Disabling;
import io.plimsoll.workspace.Endpoint;
import io.plimsoll.workspace.EndpointVersion;
import io.plimsoll.workspace.Endpoints;
import io.plimsoll.workspace.Publishing;
import io.plimsoll.workspace.SafeNames;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Endpoints as rows. */
final class SqlEndpoints implements Endpoints {
    private final Database database;
    private final Ledger ledger;

    SqlEndpoints(Database database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    @Override
    public Publication publish(Publishing wanted) {
        SafeNames.id(wanted.endpoint());
        Instant now = ledger.now();
        String sha256 = wanted.specification().sha256();
        return ledger.change(
                transaction -> EndpointChanges.publish(transaction, wanted, now),
                transaction -> EndpointRows.withContent(transaction, wanted.endpoint(), sha256, wanted.settings())
                        .map(kept -> new Publication(
                                kept,
                                kept.published().equals(now)
                                        && kept.publishedBy().equals(wanted.actor()))));
    }

    @Override
    public List<Endpoint> list() {
        List<Endpoint> all = database.read(List.of(), EndpointRows::all);
        return all.stream().sorted(Comparator.comparing(Endpoint::name)).toList();
    }

    @Override
    public Optional<Endpoint> find(String name) {
        return database.read(Optional.empty(), transaction -> EndpointRows.find(transaction, name));
    }

    @Override
    public List<EndpointVersion> versions(String name) {
        return database.read(List.of(), transaction -> EndpointRows.versions(transaction, name));
    }

    @Override
    public Optional<EndpointVersion> version(String name, int version) {
        return database.read(Optional.empty(), transaction -> EndpointRows.version(transaction, name, version));
    }

    @Override
    public Optional<Specification> specification(String sha256) {
        SafeNames.sha256(sha256);
        Optional<String> body = database.read(
                Optional.empty(),
                transaction -> transaction.first(
                        row -> row.getString(1), "select body from specifications where sha256 = ?", sha256));
        return body.map(text -> verified(text, sha256));
    }

    private static Specification verified(String text, String sha256) {
        if (!Sha256.of(text).equals(sha256)) {
            throw PlimsollException.of(
                    ErrorCode.SPECIFICATION_UNREADABLE,
                    "the specification is not the one that was published under its digest",
                    "specification " + sha256,
                    "`plimsoll doctor` shows what else was changed; publish it again or restore a backup");
        }
        return Specification.read(text);
    }

    @Override
    public boolean disable(String name, OptionalInt version, String actor, String reason) {
        Disabling disabling = new Disabling(ledger.now(), actor, reason);
        return ledger.change(
                transaction -> EndpointChanges.disable(transaction, name, version, disabling),
                transaction -> disabling(transaction, name, version).map(disabling::equals));
    }

    @Override
    public boolean enable(String name, OptionalInt version, String actor) {
        return ledger.change(
                transaction -> EndpointChanges.enable(transaction, name, version, actor, ledger.now()),
                transaction -> disabling(transaction, name, version).isEmpty() ? Optional.of(true) : Optional.empty());
    }

    private static Optional<Disabling> disabling(Transaction transaction, String name, OptionalInt version)
            throws SQLException {
        return version.isPresent()
                ? EndpointRows.version(transaction, name, version.getAsInt()).map(EndpointVersion::disabled)
                : EndpointRows.find(transaction, name).map(Endpoint::disabled);
    }

    @Override
    public boolean setDefault(String name, OptionalInt version, String actor) {
        return ledger.change(
                transaction -> EndpointChanges.setDefault(transaction, name, version, actor, ledger.now()),
                transaction -> EndpointRows.find(transaction, name)
                        .filter(endpoint -> EndpointRows.setByHand(endpoint).equals(version))
                        .map(endpoint -> true));
    }
}

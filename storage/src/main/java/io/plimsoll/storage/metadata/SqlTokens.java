package io.plimsoll.storage.metadata;

import io.plimsoll.access.AccessRefusals;
import io.plimsoll.access.AccessToken;
import io.plimsoll.access.Identity;
import io.plimsoll.access.Names;
import io.plimsoll.access.NewToken;
import io.plimsoll.access.Secrecy;
import io.plimsoll.access.Standing;
import io.plimsoll.access.TokenSecret;
import io.plimsoll.access.TokenSecret.Seal;
import io.plimsoll.access.Tokens;
import io.plimsoll.access.Withdrawal;
import io.plimsoll.workspace.AccessDrafts;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tokens as rows, with seals instead of secrets. */
final class SqlTokens implements Tokens {
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final Database database;
    private final Ledger ledger;
    private final SecureRandom random;

    SqlTokens(Database database, Ledger ledger, Secrecy secrecy) {
        this.database = database;
        this.ledger = ledger;
        this.random = secrecy.random();
    }

    /** A token with what its secret is held against, and what else is known of its owner. */
    private record Held(AccessToken token, Seal seal, Optional<Identity> identity) {}

    @Override
    public Created create(NewToken wanted, String actor) {
        Instant now = ledger.now();
        TokenSecret secret = TokenSecret.draw(random);
        Seal seal = secret.sealed(random);
        Instant expires = wanted.lifetime() == null ? null : now.plus(wanted.lifetime());
        AccessToken token =
                new AccessToken(secret.id(), wanted.name(), wanted.owner(), wanted.role(), now, expires, null, null);
        return ledger.change(
                transaction -> {
                    TokenRows.insert(transaction, token, seal);
                    EventRows.append(transaction, AccessDrafts.created(token, seal.fingerprint(), actor), now);
                    return new Created(token, secret.text());
                },
                transaction -> TokenRows.find(transaction, token.id()).map(kept -> new Created(kept, secret.text())));
    }

    @Override
    public List<AccessToken> list() {
        return database.read(List.of(), TokenRows::all);
    }

    @Override
    public Optional<AccessToken> find(String id) {
        return Names.isTokenId(id)
                ? database.read(Optional.empty(), transaction -> TokenRows.find(transaction, id))
                : Optional.empty();
    }

    @Override
    public boolean revoke(String id, String actor, String reason) {
        Withdrawal why = new Withdrawal(ledger.now(), actor, reason);
        if (!Names.isTokenId(id)) {
            throw AccessRefusals.unknownToken();
        }
        return ledger.change(
                transaction -> revoke(transaction, id, why),
                transaction -> TokenRows.find(transaction, id)
                        .filter(token -> why.since().equals(token.revoked()))
                        .map(token -> true));
    }

    private static boolean revoke(Transaction transaction, String id, Withdrawal why) throws SQLException {
        AccessToken token = TokenRows.find(transaction, id).orElseThrow(AccessRefusals::unknownToken);
        if (!TokenRows.revoke(transaction, id, why)) {
            return false;
        }
        EventRows.append(transaction, AccessDrafts.revoked(token, why), why.since());
        return true;
    }

    @Override
    public Optional<Identity> present(String text) {
        return TokenSecret.read(text).flatMap(this::present);
    }

    private Optional<Identity> present(TokenSecret secret) {
        Instant now = ledger.now();
        Optional<Held> held = database.read(Optional.empty(), transaction -> held(transaction, secret.id(), now));
        if (!held.map(Held::seal).orElse(Seal.OF_NONE).fits(secret)) {
            return Optional.empty();
        }
        Optional<Identity> identity = held.flatMap(Held::identity);
        identity.flatMap(known -> held).ifPresent(used -> noteUse(used.token(), now));
        return identity;
    }

    private static Optional<Held> held(Transaction transaction, String id, Instant now) throws SQLException {
        Optional<AccessToken> token = TokenRows.find(transaction, id);
        if (token.isEmpty()) {
            return Optional.empty();
        }
        Optional<Identity> identity = Standing.of(
                token.get(),
                now,
                UserRows.find(transaction, token.get().owner()),
                MemberRows.find(transaction, token.get().owner()));
        return TokenRows.seal(transaction, id).map(seal -> new Held(token.get(), seal, identity));
    }

    /** Seldom, so that a token in constant use does not write with every call. */
    private void noteUse(AccessToken token, Instant now) {
        Instant last = token.lastUsed();
        if (last == null || !now.isBefore(last.plus(USE_NOTED_EVERY))) {
            database.note(transaction -> TokenRows.used(transaction, token.id(), now));
        }
    }

    @Override
    public SortedMap<String, String> seals() {
        return database.read(new TreeMap<>(), TokenRows::fingerprints);
    }
}

package io.plimsoll.contracts;

import io.plimsoll.access.AccessRefusals;
import io.plimsoll.access.AccessToken;
import io.plimsoll.access.Identity;
import io.plimsoll.access.Members;
import io.plimsoll.access.NewToken;
import io.plimsoll.access.Standing;
import io.plimsoll.access.TokenSecret;
import io.plimsoll.access.TokenSecret.Seal;
import io.plimsoll.access.Tokens;
import io.plimsoll.access.Users;
import io.plimsoll.access.Withdrawal;
import io.plimsoll.workspace.AccessDrafts;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tokens in a map. */
final class MemoryTokens implements Tokens {
    private final SortedMap<String, Kept> tokens = new TreeMap<>();
    private final SecureRandom random = new SecureRandom();
    private final MemoryEventLog log;
    private final Users users;
    private final Members members;

    MemoryTokens(MemoryEventLog log, Users users, Members members) {
        this.log = log;
        this.users = users;
        this.members = members;
    }

    private record Kept(AccessToken token, Seal seal) {
        Kept with(@Nullable Instant revoked, @Nullable Instant lastUsed) {
            AccessToken changed = new AccessToken(
                    token.id(),
                    token.name(),
                    token.owner(),
                    token.role(),
                    token.created(),
                    token.expires(),
                    revoked,
                    lastUsed);
            return new Kept(changed, seal);
        }
    }

    @Override
    public synchronized Created create(NewToken wanted, String actor) {
        Instant now = log.now();
        TokenSecret secret = TokenSecret.draw(random);
        Seal seal = secret.sealed(random);
        Instant expires = wanted.lifetime() == null ? null : now.plus(wanted.lifetime());
        AccessToken token =
                new AccessToken(secret.id(), wanted.name(), wanted.owner(), wanted.role(), now, expires, null, null);
        tokens.put(token.id(), new Kept(token, seal));
        log.append(AccessDrafts.created(token, seal.fingerprint(), actor), now);
        return new Created(token, secret.text());
    }

    @Override
    public synchronized List<AccessToken> list() {
        return tokens.values().stream()
                .map(Kept::token)
                .sorted(Comparator.comparing(AccessToken::created).reversed().thenComparing(AccessToken::id))
                .toList();
    }

    @Override
    public synchronized Optional<AccessToken> find(String id) {
        return Optional.ofNullable(tokens.get(id)).map(Kept::token);
    }

    @Override
    public synchronized boolean revoke(String id, String actor, String reason) {
        Withdrawal why = new Withdrawal(log.now(), actor, reason);
        Kept kept = Optional.ofNullable(tokens.get(id)).orElseThrow(AccessRefusals::unknownToken);
        if (kept.token().revoked() != null) {
            return false;
        }
        tokens.put(id, kept.with(why.since(), kept.token().lastUsed()));
        log.append(AccessDrafts.revoked(kept.token(), why), why.since());
        return true;
    }

    @Override
    public synchronized Optional<Identity> present(String text) {
        Instant now = log.now();
        Optional<Kept> kept = TokenSecret.read(text)
                .flatMap(secret -> Optional.ofNullable(tokens.get(secret.id()))
                        .filter(one -> one.seal().fits(secret)));
        Optional<Identity> identity = kept.map(Kept::token)
                .flatMap(token -> Standing.of(token, now, users.find(token.owner()), members.find(token.owner())));
        identity.flatMap(known -> kept).ifPresent(used -> noteUse(used, now));
        return identity;
    }

    private void noteUse(Kept kept, Instant now) {
        Instant last = kept.token().lastUsed();
        if (last == null || !now.isBefore(last.plus(Duration.ofMinutes(1)))) {
            tokens.put(kept.token().id(), kept.with(null, now));
        }
    }

    @Override
    public synchronized SortedMap<String, String> seals() {
        SortedMap<String, String> seals = new TreeMap<>();
        tokens.forEach((id, kept) -> seals.put(id, kept.seal().fingerprint()));
        return seals;
    }
}

package io.plimsoll.contracts;

import io.plimsoll.access.AccessRefusals;
import io.plimsoll.access.Identity;
import io.plimsoll.access.NewUser;
import io.plimsoll.access.Password;
import io.plimsoll.access.PasswordHash;
import io.plimsoll.access.Role;
import io.plimsoll.access.Secrecy;
import io.plimsoll.access.Standing;
import io.plimsoll.access.Tries;
import io.plimsoll.access.User;
import io.plimsoll.access.Users;
import io.plimsoll.access.Withdrawal;
import io.plimsoll.workspace.AccessDrafts;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Local users in a map. */
final class MemoryUsers implements Users {
    private final SortedMap<String, Kept> users = new TreeMap<>();
    private final Secrecy secrecy = new Secrecy(new SecureRandom(), 10);
    private final MemoryEventLog log;

    MemoryUsers(MemoryEventLog log) {
        this.log = log;
    }

    private record Kept(User user, PasswordHash hash, Tries tries) {
        Kept with(Role role, @Nullable Instant disabled) {
            return new Kept(new User(user.name(), role, user.created(), disabled), hash, tries);
        }

        Kept with(Tries counted) {
            return new Kept(user, hash, counted);
        }
    }

    @Override
    public synchronized User add(NewUser wanted, String actor) {
        if (users.containsKey(wanted.name())) {
            throw AccessRefusals.userExists(wanted.name());
        }
        User user = new User(wanted.name(), wanted.role(), log.now(), null);
        PasswordHash hash = secrecy.hash(wanted.password());
        users.put(user.name(), new Kept(user, hash, Tries.NONE));
        log.append(AccessDrafts.added(user, hash.fingerprint(), actor), log.now());
        return user;
    }

    @Override
    public synchronized List<User> list() {
        return users.values().stream().map(Kept::user).toList();
    }

    @Override
    public synchronized Optional<User> find(String name) {
        return Optional.ofNullable(users.get(name)).map(Kept::user);
    }

    @Override
    public synchronized boolean setRole(String name, Role role, String actor) {
        Kept kept = known(name);
        if (kept.user().role() == role) {
            return false;
        }
        users.put(name, kept.with(role, kept.user().disabled()));
        log.append(AccessDrafts.roleSet(kept.user(), role, actor), log.now());
        return true;
    }

    @Override
    public synchronized boolean disable(String name, String actor, String reason) {
        Withdrawal why = new Withdrawal(log.now(), actor, reason);
        Kept kept = known(name);
        if (kept.user().disabled() != null) {
            return false;
        }
        users.put(name, kept.with(kept.user().role(), why.since()));
        log.append(AccessDrafts.disabled(name, why), why.since());
        return true;
    }

    @Override
    public synchronized boolean enable(String name, String actor) {
        Kept kept = known(name);
        if (kept.user().disabled() == null) {
            return false;
        }
        users.put(name, kept.with(kept.user().role(), null));
        log.append(AccessDrafts.enabled(name, actor), log.now());
        return true;
    }

    @Override
    public synchronized void setPassword(String name, Password password, String actor) {
        password.requireGoodFor(name);
        Kept kept = known(name);
        PasswordHash hash = secrecy.hash(password);
        users.put(name, new Kept(kept.user(), hash, Tries.NONE));
        log.append(AccessDrafts.passwordSet(name, hash.fingerprint(), actor), log.now());
    }

    @Override
    public synchronized Optional<Identity> present(String name, Password password) {
        Kept kept = users.get(name);
        if (kept == null || !kept.tries().allow(log.now())) {
            return Optional.empty();
        }
        boolean isRight = kept.hash().fits(password);
        users.put(name, kept.with(isRight ? Tries.NONE : kept.tries().counted(log.now())));
        return isRight ? Standing.of(kept.user()) : Optional.empty();
    }

    @Override
    public synchronized SortedMap<String, String> seals() {
        SortedMap<String, String> seals = new TreeMap<>();
        users.forEach((name, kept) -> seals.put(name, kept.hash().fingerprint()));
        return seals;
    }

    private Kept known(String name) {
        return Optional.ofNullable(users.get(name)).orElseThrow(AccessRefusals::unknownUser);
    }
}

package io.plimsoll.storage.metadata;

import io.plimsoll.access.AccessRefusals;
import io.plimsoll.access.Identity;
import io.plimsoll.access.Names;
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
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Local users as rows, with hashes instead of passwords. */
final class SqlUsers implements Users {
    private final Database database;
    private final Ledger ledger;
    private final Secrecy secrecy;
    private final PasswordHash ofNone;

    SqlUsers(Database database, Ledger ledger, Secrecy secrecy) {
        this.database = database;
        this.ledger = ledger;
        this.secrecy = secrecy;
        this.ofNone = PasswordHash.ofNone(secrecy);
    }

    @Override
    public User add(NewUser wanted, String actor) {
        Instant now = ledger.now();
        User user = new User(wanted.name(), wanted.role(), now, null);
        PasswordHash hash = secrecy.hash(wanted.password());
        return ledger.change(
                transaction -> {
                    if (!UserRows.insert(transaction, user, hash)) {
                        throw AccessRefusals.userExists(user.name());
                    }
                    EventRows.append(transaction, AccessDrafts.added(user, hash.fingerprint(), actor), now);
                    return user;
                },
                transaction -> isPassword(transaction, user.name(), hash) ? Optional.of(user) : Optional.empty());
    }

    @Override
    public List<User> list() {
        return database.read(List.of(), UserRows::all);
    }

    @Override
    public Optional<User> find(String name) {
        return Names.isUser(name)
                ? database.read(Optional.empty(), transaction -> UserRows.find(transaction, name))
                : Optional.empty();
    }

    @Override
    public boolean setRole(String name, Role role, String actor) {
        return ledger.change(
                transaction -> {
                    User before = locked(transaction, name);
                    if (before.role() == role) {
                        return false;
                    }
                    UserRows.setRole(transaction, name, role);
                    EventRows.append(transaction, AccessDrafts.roleSet(before, role, actor), ledger.now());
                    return true;
                },
                transaction -> UserRows.find(transaction, name)
                        .filter(user -> user.role() == role)
                        .map(user -> true));
    }

    @Override
    public boolean disable(String name, String actor, String reason) {
        Withdrawal why = new Withdrawal(ledger.now(), actor, reason);
        return ledger.change(
                transaction -> {
                    if (locked(transaction, name).disabled() != null) {
                        return false;
                    }
                    UserRows.disable(transaction, name, why);
                    EventRows.append(transaction, AccessDrafts.disabled(name, why), why.since());
                    return true;
                },
                transaction -> UserRows.find(transaction, name)
                        .filter(user -> why.since().equals(user.disabled()))
                        .map(user -> true));
    }

    @Override
    public boolean enable(String name, String actor) {
        return ledger.change(
                transaction -> {
                    if (locked(transaction, name).disabled() == null) {
                        return false;
                    }
                    UserRows.enable(transaction, name);
                    EventRows.append(transaction, AccessDrafts.enabled(name, actor), ledger.now());
                    return true;
                },
                transaction -> UserRows.find(transaction, name)
                        .filter(user -> user.disabled() == null)
                        .map(user -> true));
    }

    @Override
    public void setPassword(String name, Password password, String actor) {
        password.requireGoodFor(name);
        PasswordHash hash = secrecy.hash(password);
        ledger.change(
                transaction -> {
                    locked(transaction, name);
                    UserRows.setPassword(transaction, name, hash);
                    EventRows.append(
                            transaction, AccessDrafts.passwordSet(name, hash.fingerprint(), actor), ledger.now());
                    return true;
                },
                transaction -> isPassword(transaction, name, hash) ? Optional.of(true) : Optional.empty());
    }

    /** Whom nobody else changes until the end of the transaction. */
    private static User locked(Transaction transaction, String name) throws SQLException {
        if (!Names.isUser(name)) {
            throw AccessRefusals.unknownUser();
        }
        return UserRows.locked(transaction, name).orElseThrow(AccessRefusals::unknownUser);
    }

    private static boolean isPassword(Transaction transaction, String name, PasswordHash hash) throws SQLException {
        return UserRows.hash(transaction, name).filter(hash.text()::equals).isPresent();
    }

    @Override
    public Optional<Identity> present(String name, Password password) {
        Optional<String> kept = find(name).isEmpty() ? Optional.empty() : counted(name);
        boolean isRight = kept.map(PasswordHash::read).orElse(ofNone).fits(password);
        return kept.filter(hash -> isRight).flatMap(hash -> welcomed(name, hash));
    }

    /** @param hash that the password was held against, and that may be another by now */
    private Optional<Identity> welcomed(String name, String hash) {
        return database.write(transaction -> UserRows.wentWell(transaction, name, hash)
                ? UserRows.find(transaction, name).flatMap(Standing::of)
                : Optional.empty());
    }

    /** The hash that a try is held against, once the try is counted; empty if it may not be made. */
    private Optional<String> counted(String name) {
        Instant now = ledger.now();
        return database.write(transaction -> {
            Tries tries = UserRows.tries(transaction, name).orElse(Tries.NONE);
            if (!tries.allow(now)) {
                return Optional.empty();
            }
            UserRows.count(transaction, name, tries.counted(now));
            return UserRows.hash(transaction, name);
        });
    }

    @Override
    public SortedMap<String, String> seals() {
        return database.read(new TreeMap<>(), UserRows::fingerprints);
    }
}

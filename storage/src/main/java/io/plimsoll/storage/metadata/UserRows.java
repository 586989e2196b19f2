package io.plimsoll.storage.metadata;

import io.plimsoll.access.PasswordHash;
import io.plimsoll.access.Role;
import io.plimsoll.access.Tries;
import io.plimsoll.access.User;
import io.plimsoll.access.Withdrawal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Local users, as rows. */
final class UserRows {
    private UserRows() {}

    /** @return whether there was none of this name */
    static boolean insert(Transaction transaction, User user, PasswordHash hash) throws SQLException {
        return transaction.update(
                        "insert into local_users (name, role, password_hash, created_at) values (?, ?, ?, ?)"
                                + " on conflict (name) do nothing",
                        user.name(),
                        user.role().name(),
                        hash.text(),
                        user.created().toEpochMilli())
                == 1;
    }

    static List<User> all(Transaction transaction) throws SQLException {
        return transaction.list(UserRows::user, "select * from local_users order by name");
    }

    static Optional<User> find(Transaction transaction, String name) throws SQLException {
        return transaction.first(UserRows::user, "select * from local_users where name = ?", name);
    }

    /** Whom nobody else changes until the end of the transaction. */
    static Optional<User> locked(Transaction transaction, String name) throws SQLException {
        return transaction.first(
                UserRows::user, "select * from local_users where name = ?" + transaction.forUpdate(), name);
    }

    static void setRole(Transaction transaction, String name, Role role) throws SQLException {
        transaction.update("update local_users set role = ? where name = ?", role.name(), name);
    }

    static void disable(Transaction transaction, String name, Withdrawal why) throws SQLException {
        transaction.update(
                "update local_users set disabled_at = ?, disabled_by = ?, disabled_reason = ? where name = ?",
                why.since().toEpochMilli(),
                why.actor(),
                why.reason(),
                name);
    }

    static void enable(Transaction transaction, String name) throws SQLException {
        transaction.update(
                "update local_users set disabled_at = null, disabled_by = null, disabled_reason = null where name = ?",
                name);
    }

    static void setPassword(Transaction transaction, String name, PasswordHash hash) throws SQLException {
        transaction.update(
                "update local_users set password_hash = ?, tries_in_vain = 0, next_try_at = 0 where name = ?",
                hash.text(),
                name);
    }

    static Optional<String> hash(Transaction transaction, String name) throws SQLException {
        return transaction.first(row -> row.getString(1), "select password_hash from local_users where name = ?", name);
    }

    static SortedMap<String, String> fingerprints(Transaction transaction) throws SQLException {
        SortedMap<String, String> all = new TreeMap<>();
        transaction.forEach(
                row -> all.put(row.getString(1), PasswordHash.fingerprint(row.getString(2))),
                "select name, password_hash from local_users");
        return all;
    }

    /** Nobody else counts until the end of the transaction. */
    static Optional<Tries> tries(Transaction transaction, String name) throws SQLException {
        return transaction.first(
                row -> new Tries(row.getInt(1), Instant.ofEpochMilli(row.getLong(2))),
                "select tries_in_vain, next_try_at from local_users where name = ?" + transaction.forUpdate(),
                name);
    }

    static void count(Transaction transaction, String name, Tries tries) throws SQLException {
        transaction.update(
                "update local_users set tries_in_vain = ?, next_try_at = ? where name = ?",
                tries.inVain(),
                tries.next().toEpochMilli(),
                name);
    }

    /**
     * Forgets the tries in vain.
     *
     * @param hash that the password was held against
     * @return whether the user still has this password
     */
    static boolean wentWell(Transaction transaction, String name, String hash) throws SQLException {
        return transaction.update(
                        "update local_users set tries_in_vain = 0, next_try_at = 0 where name = ? and password_hash = ?",
                        name,
                        hash)
                == 1;
    }

    private static User user(ResultSet row) throws SQLException {
        return new User(
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                Instant.ofEpochMilli(row.getLong("created_at")),
                TokenRows.instant(row, "disabled_at"));
    }
}

package io.plimsoll.storage.metadata;

import io.plimsoll.access.AccessToken;
import io.plimsoll.access.Role;
import io.plimsoll.access.TokenSecret.Seal;
import io.plimsoll.access.Withdrawal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tokens, as rows. */
final class TokenRows {
    private TokenRows() {}

    static void insert(Transaction transaction, AccessToken token, Seal seal) throws SQLException {
        transaction.update(
                "insert into access_tokens (id, name, owner, role, salt, secret_sha256, created_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                token.id(),
                token.name(),
                token.owner(),
                token.role().name(),
                seal.salt(),
                seal.sha256(),
                token.created().toEpochMilli(),
                token.expires() == null ? null : token.expires().toEpochMilli());
    }

    static List<AccessToken> all(Transaction transaction) throws SQLException {
        return transaction.list(TokenRows::token, "select * from access_tokens order by created_at desc, id");
    }

    static Optional<AccessToken> find(Transaction transaction, String id) throws SQLException {
        return transaction.first(TokenRows::token, "select * from access_tokens where id = ?", id);
    }

    static Optional<Seal> seal(Transaction transaction, String id) throws SQLException {
        return transaction.first(TokenRows::seal, "select * from access_tokens where id = ?", id);
    }

    static SortedMap<String, String> fingerprints(Transaction transaction) throws SQLException {
        SortedMap<String, String> all = new TreeMap<>();
        transaction.forEach(
                row -> all.put(row.getString("id"), seal(row).fingerprint()), "select * from access_tokens");
        return all;
    }

    /** @return whether it was not revoked before */
    static boolean revoke(Transaction transaction, String id, Withdrawal why) throws SQLException {
        return transaction.update(
                        "update access_tokens set revoked_at = ?, revoked_by = ?, revoked_reason = ?"
                                + " where id = ? and revoked_at is null",
                        why.since().toEpochMilli(),
                        why.actor(),
                        why.reason(),
                        id)
                == 1;
    }

    static int used(Transaction transaction, String id, Instant now) throws SQLException {
        return transaction.update("update access_tokens set last_used_at = ? where id = ?", now.toEpochMilli(), id);
    }

    private static AccessToken token(ResultSet row) throws SQLException {
        return new AccessToken(
                row.getString("id"),
                row.getString("name"),
                row.getString("owner"),
                Role.valueOf(row.getString("role")),
                Instant.ofEpochMilli(row.getLong("created_at")),
                instant(row, "expires_at"),
                instant(row, "revoked_at"),
                instant(row, "last_used_at"));
    }

    private static Seal seal(ResultSet row) throws SQLException {
        return new Seal(row.getString("salt"), row.getString("secret_sha256"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}

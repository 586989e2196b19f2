package io.plimsoll.storage.metadata;

import io.plimsoll.access.Member;
import io.plimsoll.access.Role;
import io.plimsoll.access.Withdrawal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Members, as rows. */
final class MemberRows {
    private MemberRows() {}

    static List<Member> all(Transaction transaction) throws SQLException {
        return transaction.list(MemberRows::member, "select * from members order by subject");
    }

    static Optional<Member> find(Transaction transaction, String subject) throws SQLException {
        return transaction.first(MemberRows::member, "select * from members where subject = ?", subject);
    }

    static void put(Transaction transaction, Member member) throws SQLException {
        transaction.update(
                "insert into members (subject, role, granted_at, granted_by) values (?, ?, ?, ?)"
                        + " on conflict (subject) do update set role = excluded.role, granted_at = excluded.granted_at,"
                        + " granted_by = excluded.granted_by, revoked_at = null, revoked_by = null, revoked_reason = null",
                member.subject(),
                member.role().name(),
                member.since().toEpochMilli(),
                member.grantedBy());
    }

    static void revoke(Transaction transaction, String subject, Withdrawal why) throws SQLException {
        transaction.update(
                "update members set revoked_at = ?, revoked_by = ?, revoked_reason = ? where subject = ?",
                why.since().toEpochMilli(),
                why.actor(),
                why.reason(),
                subject);
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                row.getString("subject"),
                Role.valueOf(row.getString("role")),
                Instant.ofEpochMilli(row.getLong("granted_at")),
                row.getString("granted_by"),
                TokenRows.instant(row, "revoked_at"));
    }
}

package io.plimsoll.storage.metadata;

import io.plimsoll.access.AccessRefusals;
import io.plimsoll.access.Member;
import io.plimsoll.access.Members;
import io.plimsoll.access.Names;
import io.plimsoll.access.Role;
import io.plimsoll.access.Withdrawal;
import io.plimsoll.workspace.AccessDrafts;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Members as rows. */
final class SqlMembers implements Members {
    private final Database database;
    private final Ledger ledger;

    SqlMembers(Database database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    @Override
    public boolean grant(String subject, Role role, String actor) {
        Member wanted = new Member(subject, role, ledger.now(), actor, null);
        return ledger.change(
                transaction -> grant(transaction, wanted),
                transaction -> MemberRows.find(transaction, subject)
                        .filter(wanted::equals)
                        .map(member -> true));
    }

    private static boolean grant(Transaction transaction, Member wanted) throws SQLException {
        transaction.alone("member " + wanted.subject());
        Optional<Member> before = MemberRows.find(transaction, wanted.subject());
        if (before.isPresent() && before.get().revoked() == null && before.get().role() == wanted.role()) {
            return false;
        }
        MemberRows.put(transaction, wanted);
        EventRows.append(transaction, AccessDrafts.granted(before, wanted), wanted.since());
        return true;
    }

    @Override
    public boolean revoke(String subject, String actor, String reason) {
        Withdrawal why = new Withdrawal(ledger.now(), actor, reason);
        if (!Names.isSubject(subject)) {
            throw AccessRefusals.unknownMember();
        }
        return ledger.change(
                transaction -> revoke(transaction, subject, why),
                transaction -> MemberRows.find(transaction, subject)
                        .filter(member -> why.since().equals(member.revoked()))
                        .map(member -> true));
    }

    private static boolean revoke(Transaction transaction, String subject, Withdrawal why) throws SQLException {
        transaction.alone("member " + subject);
        Member before = MemberRows.find(transaction, subject).orElseThrow(AccessRefusals::unknownMember);
        if (before.revoked() != null) {
            return false;
        }
        MemberRows.revoke(transaction, subject, why);
        EventRows.append(transaction, AccessDrafts.revoked(before, why), why.since());
        return true;
    }

    @Override
    public List<Member> list() {
        return database.read(List.of(), MemberRows::all);
    }

    @Override
    public Optional<Member> find(String subject) {
        return Names.isSubject(subject)
                ? database.read(Optional.empty(), transaction -> MemberRows.find(transaction, subject))
                : Optional.empty();
    }
}

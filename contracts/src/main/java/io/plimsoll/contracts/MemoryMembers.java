package io.plimsoll.contracts;

import io.plimsoll.access.AccessRefusals;
import io.plimsoll.access.Member;
import io.plimsoll.access.Members;
import io.plimsoll.access.Role;
import io.plimsoll.access.Withdrawal;
import io.plimsoll.workspace.AccessDrafts;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Members in a map. */
final class MemoryMembers implements Members {
    private final SortedMap<String, Member> members = new TreeMap<>();
    private final MemoryEventLog log;

    MemoryMembers(MemoryEventLog log) {
        this.log = log;
    }

    @Override
    public synchronized boolean grant(String subject, Role role, String actor) {
        Member wanted = new Member(subject, role, log.now(), actor, null);
        Optional<Member> before = find(subject);
        if (before.filter(member -> member.revoked() == null && member.role() == role)
                .isPresent()) {
            return false;
        }
        members.put(subject, wanted);
        log.append(AccessDrafts.granted(before, wanted), wanted.since());
        return true;
    }

    @Override
    public synchronized boolean revoke(String subject, String actor, String reason) {
        Withdrawal why = new Withdrawal(log.now(), actor, reason);
        Member before = find(subject).orElseThrow(AccessRefusals::unknownMember);
        if (before.revoked() != null) {
            return false;
        }
        members.put(subject, new Member(subject, before.role(), before.since(), before.grantedBy(), why.since()));
        log.append(AccessDrafts.revoked(before, why), why.since());
        return true;
    }

    @Override
    public synchronized List<Member> list() {
        return List.copyOf(members.values());
    }

    @Override
    public synchronized Optional<Member> find(String subject) {
        return Optional.ofNullable(members.get(subject));
    }
}

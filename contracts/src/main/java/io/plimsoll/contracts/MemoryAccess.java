package io.plimsoll.contracts;

import io.plimsoll.access.Access;
import io.plimsoll.access.Members;
import io.plimsoll.access.Tokens;
import io.plimsoll.access.Users;

/** Who may do what, in maps. */
final class MemoryAccess implements Access {
    private final MemoryUsers users;
    private final MemoryMembers members;
    private final MemoryTokens tokens;

    MemoryAccess(MemoryEventLog log) {
        this.users = new MemoryUsers(log);
        this.members = new MemoryMembers(log);
        this.tokens = new MemoryTokens(log, users, members);
    }

    @Override
    public Tokens tokens() {
        return tokens;
    }

    @Override
    public Users users() {
        return users;
    }

    @Override
    public Members members() {
        return members;
    }
}

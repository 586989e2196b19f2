package io.plimsoll.storage.metadata;

import io.plimsoll.access.Access;
import io.plimsoll.access.Members;
import io.plimsoll.access.Secrecy;
import io.plimsoll.access.Tokens;
import io.plimsoll.access.Users;

/** Who may do what, as rows. */
record SqlAccess(Tokens tokens, Users users, Members members) implements Access {
    static SqlAccess in(Database database, Ledger ledger, Secrecy secrecy) {
        return new SqlAccess(
                new SqlTokens(database, ledger, secrecy),
                new SqlUsers(database, ledger, secrecy),
                new SqlMembers(database, ledger));
    }
}

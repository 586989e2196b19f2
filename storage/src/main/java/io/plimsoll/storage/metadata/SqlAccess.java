package io.plimsoll.storage.metadata;

import io.plimsoll.access.Access;
import io.plimsoll.access.Members;
import io.plimsoll.access.Tokens;
import io.plimsoll.access.Users;
import java.security.SecureRandom;

/** Who may do what, as rows. */
record SqlAccess(Tokens tokens, Users users, Members members) implements Access {
    static SqlAccess in(Database database, Ledger ledger, SecureRandom random) {
        return new SqlAccess(
                new SqlTokens(database, ledger, random),
                new SqlUsers(database, ledger, random),
                new SqlMembers(database, ledger));
    }
}

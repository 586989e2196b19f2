package io.plimsoll.server.security;

import io.plimsoll.access.Access;
import io.plimsoll.access.Identity;
import io.plimsoll.access.Names;
import io.plimsoll.access.Password;
import io.plimsoll.access.User;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The ways in which somebody shows who he is. */
public final class Credentials {
    private final Access access;
    private final Sessions sessions;
    private final EntryLink link;

    public Credentials(Access access, Sessions sessions, EntryLink link) {
        this.access = access;
        this.sessions = sessions;
        this.link = link;
    }

    /** By the secret of a token. */
    Optional<Caller> byToken(String secret) {
        Supplier<Optional<Identity>> ask = () -> access.tokens().present(secret);
        return ask.get().map(identity -> Caller.byToken(identity, ask));
    }

    /** By the cookie of a session. */
    Optional<Caller> bySession(String secret) {
        Supplier<Optional<Identity>> ask = () -> sessions.present(secret);
        return ask.get().map(identity -> Caller.bySession(identity, ask));
    }

    /** Begins a session by the link that was printed at the start; empty if that is another, or was used. */
    Optional<String> enter(String secret) {
        return link.exchange(secret).map(starter -> sessions.begin(() -> Optional.of(starter)));
    }

    /** Begins a session of a local user. */
    Optional<String> enter(String name, Password password) {
        return access.users()
                .present(name, password)
                .map(identity -> sessions.begin(() -> access.users().find(name).flatMap(Credentials::enabled)));
    }

    /** Begins a session of a member for whom the identity provider vouched; empty if he may do nothing here. */
    Optional<String> enterAsMember(String subject) {
        if (!Names.isSubject(subject)) {
            return Optional.empty();
        }
        Supplier<Optional<Identity>> ask = () -> access.members().present(subject);
        return ask.get().map(identity -> sessions.begin(ask));
    }

    /** Whoever came in by a local user's password has to come in again. */
    public void endSessionsOf(String user) {
        sessions.endWhere(identity ->
                identity.origin() == Identity.Origin.USER && identity.name().equals(user));
    }

    void leave(@Nullable String secret) {
        if (secret != null) {
            sessions.end(secret);
        }
    }

    private static Optional<Identity> enabled(User user) {
        return user.disabled() == null
                ? Optional.of(new Identity(user.name(), user.role(), Identity.Origin.USER))
                : Optional.empty();
    }
}

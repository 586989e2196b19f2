package io.plimsoll.server.security;

import io.plimsoll.access.Identity;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Somebody who has shown who he is, for the request that this thread serves. */
public final class Caller extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Identity identity;
    private final transient Supplier<Optional<Identity>> again;
    private final boolean bySession;

    private Caller(Identity identity, Supplier<Optional<Identity>> again, boolean bySession) {
        super(List.of());
        this.identity = identity;
        this.again = again;
        this.bySession = bySession;
        setAuthenticated(true);
    }

    /** @param again tells whether that is so at a later time */
    static Caller byToken(Identity identity, Supplier<Optional<Identity>> again) {
        return new Caller(identity, again, false);
    }

    static Caller bySession(Identity identity, Supplier<Optional<Identity>> again) {
        return new Caller(identity, again, true);
    }

    /** Whoever this thread works for, in a route that only somebody known may use. */
    public static Caller current() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("a route that requires a role is used by nobody known");
    }

    public Identity identity() {
        return identity;
    }

    /** The name that is written into records and events. */
    public String actor() {
        return identity.name();
    }

    /** Whether what was shown is still accepted, for answers that take long. */
    public boolean isStillKnown() {
        return again.get().filter(now -> now.role().includes(identity.role())).isPresent();
    }

    /** Whether a browser sends what was shown by itself. */
    boolean isBySession() {
        return bySession;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return identity.name();
    }
}

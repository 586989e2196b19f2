package io.plimsoll.server.security;

import io.plimsoll.server.oidc.IdentityProvider;
import io.plimsoll.server.oidc.SignInFailure;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Lets people in for whom the identity provider vouches, and who are members. */
final class SignIns {
    private final @Nullable IdentityProvider provider;
    private final PendingSignIns pending;
    private final Credentials credentials;

    /** @param provider absent where there is none */
    SignIns(@Nullable IdentityProvider provider, PendingSignIns pending, Credentials credentials) {
        this.provider = provider;
        this.pending = pending;
        this.credentials = credentials;
    }

    /** @param secret what the browser shows when it comes back */
    record Begun(URI where, String secret) {}

    /**
     * What came of a sign-in.
     *
     * @param subject what the person is called by; absent if nothing here
     * @param session its secret; absent if he may do nothing here
     */
    record Ended(Optional<String> subject, Optional<String> session) {}

    boolean arePossible() {
        return provider != null;
    }

    /** @throws SignInFailure if the provider does not answer */
    Begun begin(HttpServletRequest request) {
        OAuth2AuthorizationRequest begun = provider().begin(request);
        return new Begun(URI.create(begun.getAuthorizationRequestUri()), pending.begin(begun));
    }

    /**
     * Whatever comes of it, the same cannot be ended again.
     *
     * @param secret what the browser showed
     * @throws SignInFailure if nothing was begun by it, or nobody was vouched for
     */
    Ended end(String secret, String code, String state) {
        OAuth2AuthorizationRequest begun = pending.end(secret).orElseThrow(SignInFailure::notBegun);
        Optional<String> subject = provider().end(begun, code, state);
        return new Ended(subject, subject.flatMap(credentials::enterAsMember));
    }

    private IdentityProvider provider() {
        if (provider == null) {
            throw new IllegalStateException("nobody signs in where there is no identity provider");
        }
        return provider;
    }
}

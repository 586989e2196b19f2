package io.plimsoll.server.oidc;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** What of an ID token people are called by among the members of a workspace. */
public enum SubjectClaim {
    /** Never given to anybody else, and never changed. */
    SUB(OidcScopes.OPENID),
    /** Where the provider says that it has seen that the address is his. */
    EMAIL(OidcScopes.EMAIL),
    /** Where nobody may choose it for himself. */
    PREFERRED_USERNAME(OidcScopes.PROFILE);

    private final String scope;

    SubjectClaim(String scope) {
        this.scope = scope;
    }

    /** As it is written in a token and on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SubjectClaim> byLabel(String label) {
        return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
    }

    /** What has to be asked for, that a token says so. */
    Set<String> scopes() {
        return new TreeSet<>(List.of(OidcScopes.OPENID, scope));
    }

    Optional<String> of(OidcUser user) {
        return switch (this) {
            case SUB -> Optional.ofNullable(user.getSubject());
            case EMAIL ->
                Optional.ofNullable(user.getEmail()).filter(address -> Boolean.TRUE.equals(user.getEmailVerified()));
            case PREFERRED_USERNAME -> Optional.ofNullable(user.getPreferredUsername());
        };
    }
}

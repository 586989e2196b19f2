package io.plimsoll.server.oidc;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;

/** Who vouches for people. What it says of itself is asked for when somebody signs in, so that a server starts while it is away. */
public final class IdentityProvider {
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Pattern CODE = Pattern.compile("[a-z_]{1,60}");

    /** A code that was used, state, nonce or token of another sign-in or provider, or a token that has expired. */
    private static final Set<String> NOT_OURS =
            Set.of(OAuth2ErrorCodes.INVALID_GRANT, "invalid_state_parameter", "invalid_nonce", "invalid_id_token");

    private final OidcSettings settings;
    private final Supplier<String> answerAddress;
    private final InstantSource clock;
    private final ProviderConnection connection = new ProviderConnection();
    private volatile @Nullable Known known;

    /** What the provider said of itself, and when. */
    private record Known(
            ClientRegistration registration, OidcAuthorizationCodeAuthenticationProvider flow, Instant since) {}

    /** @param answerAddress where the provider sends browsers back to */
    public IdentityProvider(OidcSettings settings, Supplier<String> answerAddress, InstantSource clock) {
        this.settings = settings;
        this.answerAddress = answerAddress;
        this.clock = clock;
    }

    public String issuer() {
        return settings.issuer();
    }

    /**
     * Begins a sign-in, with a state, a nonce and a proof key that are used for no other.
     *
     * @throws SignInFailure if the provider does not answer
     */
    public OAuth2AuthorizationRequest begin(HttpServletRequest request) {
        ClientRegistration registration = known().registration();
        OAuth2AuthorizationRequest begun = new DefaultOAuth2AuthorizationRequestResolver(
                        id -> id.equals(registration.getRegistrationId()) ? registration : null)
                .resolve(request, registration.getRegistrationId());
        if (begun == null) {
            throw new IllegalStateException("the registration of the provider is there");
        }
        return begun;
    }

    /**
     * Ends a sign-in: has the code exchanged for an ID token, and looks at its signature, issuer, audience, times and nonce.
     *
     * @return what the person is called by; empty if the token does not say so, or the provider has not seen that an address is his
     * @throws SignInFailure if it was not the provider who answered, not to this sign-in, or not as it should
     */
    public Optional<String> end(OAuth2AuthorizationRequest begun, String code, String state) {
        Known provider = known();
        OAuth2AuthorizationResponse answer = OAuth2AuthorizationResponse.success(code)
                .state(state)
                .redirectUri(Objects.requireNonNull(begun.getRedirectUri()))
                .build();
        OAuth2LoginAuthenticationToken shown = new OAuth2LoginAuthenticationToken(
                provider.registration(), new OAuth2AuthorizationExchange(begun, answer));
        try {
            Authentication person = provider.flow().authenticate(shown);
            return person != null && person.getPrincipal() instanceof OidcUser user
                    ? settings.claim().of(user)
                    : Optional.empty();
        } catch (OAuth2AuthenticationException e) {
            throw failure(e);
        }
    }

    private static SignInFailure failure(OAuth2AuthenticationException e) {
        String code = e.getError().getErrorCode();
        boolean isUnread = e.getCause() instanceof JwtException && !(e.getCause() instanceof BadJwtException);
        if (NOT_OURS.contains(code) && !isUnread) {
            return SignInFailure.ofShown(code, e);
        }
        return SignInFailure.ofProvider(CODE.matcher(code).matches() ? code : "an error without a name", e);
    }

    private Known known() {
        Known before = known;
        Instant now = clock.instant();
        if (before != null && now.isBefore(before.since().plus(FRESH))) {
            return before;
        }
        Discovery discovery = new Discovery(settings, connection);
        ClientRegistration registration = discovery.registration(answerAddress.get());
        OidcAuthorizationCodeAuthenticationProvider flow = new OidcAuthorizationCodeAuthenticationProvider(
                connection.tokens(), request -> new DefaultOidcUser(List.of(), request.getIdToken()));
        IdTokens tokens = new IdTokens(registration, connection, clock);
        flow.setJwtDecoderFactory(same -> tokens.decoder());
        Known found = new Known(registration, flow, now);
        known = found;
        return found;
    }
}

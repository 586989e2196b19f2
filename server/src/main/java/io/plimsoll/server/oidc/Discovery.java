package io.plimsoll.server.oidc;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.client.RestClientException;

/**
 * Asks a provider for what it says of itself.
 *
 * <p><b>Source</b>: OpenID Connect Discovery 1.0, section 4.
 */
final class Discovery {
    private static final String PLACE = "/.well-known/openid-configuration";

    private final OidcSettings settings;
    private final ProviderConnection connection;

    Discovery(OidcSettings settings, ProviderConnection connection) {
        this.settings = settings;
        this.connection = connection;
    }

    /** @throws SignInFailure if it does not answer, is another, or names an address that others on the way could read */
    ClientRegistration registration(String answerAddress) {
        Map<String, Object> said = read();
        requireRight(said);
        ClientRegistration.Builder builder;
        try {
            builder = ClientRegistrations.fromOidcConfiguration(said);
        } catch (IllegalArgumentException e) {
            throw SignInFailure.ofProvider("its configuration is not whole", e);
        }
        builder.registrationId("oidc")
                .clientId(settings.clientId())
                .issuerUri(settings.issuer())
                .redirectUri(answerAddress)
                .scope(settings.claim().scopes())
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build());
        if (settings.clientSecret() == null) {
            return builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                    .build();
        }
        return builder.clientSecret(settings.clientSecret())
                .clientAuthenticationMethod(bySecret(said))
                .build();
    }

    private Map<String, Object> read() {
        String issuer = settings.issuer();
        String address = (issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer) + PLACE;
        Map<String, Object> said;
        try {
            said = connection.read(address);
        } catch (RestClientException e) {
            throw SignInFailure.ofProvider("its configuration cannot be read", e);
        }
        if (said == null) {
            throw SignInFailure.ofProvider("its configuration is empty");
        }
        return said;
    }

    private void requireRight(Map<String, Object> said) {
        if (!settings.issuer().equals(said.get("issuer"))) {
            throw SignInFailure.ofProvider("it calls itself by another name than --oidc-issuer");
        }
        for (String place : Set.of("authorization_endpoint", "token_endpoint", "jwks_uri")) {
            if (!(said.get(place) instanceof String address) || !OidcSettings.isSafe(address)) {
                throw SignInFailure.ofProvider("its " + place + " is not by https");
            }
        }
    }

    /** In the header, unless the provider takes it in the body alone. */
    private static ClientAuthenticationMethod bySecret(Map<String, Object> said) {
        @Nullable Object methods = said.get("token_endpoint_auth_methods_supported");
        boolean isPostOnly = methods instanceof Iterable<?> all
                && contains(all, "client_secret_post")
                && !contains(all, "client_secret_basic");
        return isPostOnly
                ? ClientAuthenticationMethod.CLIENT_SECRET_POST
                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
    }

    private static boolean contains(Iterable<?> all, String one) {
        for (Object each : all) {
            if (one.equals(each)) {
                return true;
            }
        }
        return false;
    }
}

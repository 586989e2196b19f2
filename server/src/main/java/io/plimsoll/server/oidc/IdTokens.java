package io.plimsoll.server.oidc;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Looks at ID tokens: signed by a key of the provider, in one of three ways; of this issuer, for this server, and neither too old nor too new. */
final class IdTokens {
    /** No algorithm whose key a client has, and not none. */
    private static final List<SignatureAlgorithm> ALGORITHMS =
            List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256);

    private final NimbusJwtDecoder decoder;

    IdTokens(ClientRegistration registration, ProviderConnection connection, InstantSource clock) {
        OidcIdTokenValidator validator = new OidcIdTokenValidator(registration);
        validator.setClock(clock.withZone(ZoneOffset.UTC));
        this.decoder = NimbusJwtDecoder.withJwkSetUri(
                        Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri()))
                .jwsAlgorithms(algorithms -> algorithms.addAll(ALGORITHMS))
                .restOperations(connection.operations())
                .build();
        decoder.setJwtValidator(validator);
    }

    JwtDecoder decoder() {
        return decoder;
    }
}

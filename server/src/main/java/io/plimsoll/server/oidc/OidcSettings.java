package io.plimsoll.server.oidc;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which identity provider vouches for people, and as what it knows this server.
 *
 * @param issuer exactly as the provider writes it
 * @param clientSecret absent where the provider asks for none
 * @param claim what people are called by here
 */
public record OidcSettings(
        String issuer, String clientId, @Nullable String clientSecret, SubjectClaim claim) {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.0\\.0\\.1|\\[::1]");

    /** Whether nobody on the way can read or change what is sent there: by https, or to this machine. */
    public static boolean isSafe(String address) {
        try {
            URI uri = new URI(address);
            boolean isPlain = uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null;
            return isPlain && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && isHere(uri)));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isHere(URI uri) {
        return LOOPBACK.matcher(uri.getHost()).matches();
    }

    /** Without the secret, so that no log has it by accident. */
    @Override
    public String toString() {
        return "OidcSettings[" + issuer + "]";
    }
}

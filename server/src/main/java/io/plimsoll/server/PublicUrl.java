package io.plimsoll.server;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where browsers reach the server, as whatever stands before it has it.
 *
 * @param text scheme and host, and a port where it is not the usual one: {@code https://plimsoll.example.org}
 */
record PublicUrl(String text) {
    /** @throws PlimsollException with {@code USAGE} */
    static PublicUrl of(String text) {
        try {
            URI uri = new URI(text);
            boolean isWeb = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            String path = uri.getRawPath();
            boolean isBare = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            if (isWeb && isBare && uri.getHost() != null && (path == null || path.isEmpty() || path.equals("/"))) {
                return new PublicUrl(uri.getScheme() + "://" + uri.getRawAuthority());
            }
        } catch (URISyntaxException e) {
            throw refused();
        }
        throw refused();
    }

    boolean isEncrypted() {
        return text.startsWith("https:");
    }

    /** What browsers say in the Host header, without the port. */
    String host() {
        return URI.create(text).getHost().toLowerCase(Locale.ROOT);
    }

    private static PlimsollException refused() {
        return PlimsollException.of(
                ErrorCode.USAGE,
                "--public-url is a scheme and a host, and a port where there is one",
                "",
                "write it as https://plimsoll.example.org");
    }
}

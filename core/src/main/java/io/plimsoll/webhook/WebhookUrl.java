package io.plimsoll.webhook;

import io.plimsoll.canonical.Sha256;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Where a webhook sends. Its path often is a secret of the receiver's, so that it shows no more of itself than the host. */
public record WebhookUrl(URI uri) {
    private static final int LONGEST = 2_000;

    /** @throws PlimsollException with {@code URL_REFUSED} if it is no http or https URL of a host, or has more than host, port, path and query */
    public WebhookUrl {
        boolean isWeb = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        boolean isPlain = uri.getRawUserInfo() == null && uri.getRawFragment() == null;
        boolean isPort = uri.getPort() == -1 || (uri.getPort() > 0 && uri.getPort() <= 65_535);
        if (!isWeb || !isPlain || !isPort || uri.getHost() == null || !isAscii(uri)) {
            throw refused();
        }
    }

    /** @throws PlimsollException with {@code URL_REFUSED} */
    public static WebhookUrl of(String text) {
        try {
            if (text.length() > LONGEST) {
                throw refused();
            }
            return new WebhookUrl(new URI(text));
        } catch (URISyntaxException e) {
            throw refused();
        }
    }

    private static boolean isAscii(URI uri) {
        return uri.toString().chars().allMatch(c -> c > ' ' && c < 127);
    }

    private static PlimsollException refused() {
        return PlimsollException.of(
                ErrorCode.URL_REFUSED,
                "this is no URL that a webhook could send to",
                "",
                "give one as https://host/path, with neither user nor fragment, of ASCII characters only");
    }

    public boolean isEncrypted() {
        return "https".equals(uri.getScheme());
    }

    /** Without the brackets of an IPv6 address. */
    public String host() {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    public int port() {
        int usual = isEncrypted() ? 443 : 80;
        return uri.getPort() == -1 ? usual : uri.getPort();
    }

    /** Path and query, as they stand in the first line of a request. */
    String target() {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /** Host and port, as they stand in a request. */
    String authority() {
        return uri.getRawAuthority();
    }

    /** For people: not where on the host. */
    public String shown() {
        boolean isRoot = target().equals("/");
        return uri.getScheme() + "://" + uri.getRawAuthority() + (isRoot ? "/" : "/…");
    }

    public String sha256() {
        return Sha256.of(uri.toString());
    }

    @Override
    public String toString() {
        return shown();
    }
}

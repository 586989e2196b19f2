package io.plimsoll.cli.remote;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a server is: scheme, host and port, and nothing else. */
public record ServerAddress(URI root) {
    private static final String FORM = "write https://host:port, or http://127.0.0.1:port for a server on this machine";

    /** Whether a workspace that somebody named is a server and not a folder. */
    public static boolean isOne(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://");
    }

    /**
     * Reads an address. What is sent to it has a token in it, so that it goes to another machine encrypted, or not at all.
     *
     * @throws PlimsollException with {@code USAGE} if it is none, {@code NOT_ALLOWED} if it is plain HTTP to another machine
     */
    public static ServerAddress parse(String text) {
        URI given = uri(text);
        String host = given.getHost();
        boolean isBare = given.getRawUserInfo() == null
                && given.getRawQuery() == null
                && given.getRawFragment() == null
                && (given.getRawPath().isEmpty() || given.getRawPath().equals("/"));
        if (host == null || !isBare) {
            throw PlimsollException.of(
                    ErrorCode.USAGE,
                    "-w has more or less than the address of a server: scheme, host and port",
                    "",
                    FORM);
        }
        if (given.getScheme().equalsIgnoreCase("http") && !isLoopback(host)) {
            throw PlimsollException.of(
                    ErrorCode.NOT_ALLOWED,
                    "the token would go to another machine readable for everybody on the way",
                    "-w",
                    "use https, or reach the server through a tunnel that ends at 127.0.0.1");
        }
        String port = given.getPort() < 0 ? "" : ":" + given.getPort();
        return new ServerAddress(URI.create(given.getScheme().toLowerCase(Locale.ROOT) + "://" + host + port));
    }

    private static URI uri(String text) {
        try {
            return new URI(text.strip());
        } catch (URISyntaxException e) {
            throw PlimsollException.of(ErrorCode.USAGE, "-w is not the address of a server", "", FORM);
        }
    }

    /** By its name alone: what a name leads to can be changed by others. */
    private static boolean isLoopback(@Nullable String host) {
        return host != null
                && (host.equalsIgnoreCase("localhost")
                        || host.equals("[::1]")
                        || host.matches("127(\\.[0-9]{1,3}){3}"));
    }

    /** The address of a resource. */
    URI at(String path) {
        return URI.create(root + path);
    }

    /** One segment of a path, whatever is in it. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A path with a query of those parameters that have a value. */
    static String query(String path, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isEmpty())
                .sorted(Entry.comparingByKey())
                .map(parameter -> parameter.getKey() + "=" + segment(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}

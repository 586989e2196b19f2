package io.plimsoll.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.plimsoll.canonical.CanonicalJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * An identity provider over HTTP, of this process: discovery, keys, an authorization endpoint at which everybody is signed in already, and a token
 * endpoint that takes a code once, from whoever has the client's secret and the proof key.
 */
final class FakeProvider implements AutoCloseable {
    static final String CLIENT = "plimsoll-test";
    static final String SECRET = "a secret: of the client's";

    private final HttpServer server;
    private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();
    private final IdToken.Signer key = IdToken.Signer.fresh("k1");
    private volatile Map<String, Object> person = Map.of("sub", "auth0|ann");
    private volatile IdToken.Forgery forgery = (claims, signer) -> IdToken.signed(claims, signer);
    private volatile String issuer;

    private FakeProvider(HttpServer server) {
        this.server = server;
        this.issuer = address();
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, configuration()));
        server.createContext("/keys", exchange -> answer(exchange, 200, Map.of("keys", List.of(key.publicJwk()))));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    static FakeProvider started() {
        return at(0);
    }

    static FakeProvider at(int port) {
        try {
            return new FakeProvider(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What the next ID tokens say of whoever signs in. */
    void signsIn(Map<String, Object> claims) {
        person = claims;
    }

    /** How the next ID tokens are made. */
    void forges(IdToken.Forgery how) {
        forgery = how;
    }

    /** What it calls itself from now on. */
    void calls(String itself) {
        issuer = itself;
    }

    /** What it was asked for under a code. */
    Map<String, String> asked(String code) {
        return Objects.requireNonNull(asked.get(code));
    }

    private Map<String, Object> configuration() {
        return Map.of(
                "issuer",
                issuer,
                "authorization_endpoint",
                address() + "/authorize?tenant=1",
                "token_endpoint",
                address() + "/token",
                "jwks_uri",
                address() + "/keys",
                "response_types_supported",
                List.of("code"),
                "subject_types_supported",
                List.of("public"),
                "id_token_signing_alg_values_supported",
                List.of("RS256"),
                "token_endpoint_auth_methods_supported",
                List.of("client_secret_basic"));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> parameters = parameters(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        asked.put(code, parameters);
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        parameters.get("redirect_uri") + "?code=" + code + "&state=" + parameters.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> shown =
                parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> begun = asked.remove(shown.getOrDefault("code", ""));
        if (!isClient(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, Map.of("error", "invalid_client"));
        } else if (begun == null
                || !begun.getOrDefault("redirect_uri", "none").equals(shown.get("redirect_uri"))
                || !begun.getOrDefault("code_challenge", "none")
                        .equals(challenge(shown.getOrDefault("code_verifier", "")))) {
            answer(exchange, 400, Map.of("error", "invalid_grant"));
        } else {
            Map<String, Object> claims =
                    new HashMap<>(IdToken.claims(issuer, CLIENT, begun.getOrDefault("nonce", "none")));
            claims.putAll(person);
            answer(
                    exchange,
                    200,
                    Map.of(
                            "access_token",
                            "opaque",
                            "token_type",
                            "Bearer",
                            "expires_in",
                            300,
                            "id_token",
                            forgery.make(claims, key)));
        }
    }

    private static boolean isClient(String header) {
        String pair = encoded(CLIENT) + ":" + encoded(SECRET);
        return ("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))).equals(header);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange exchange, int status, Map<String, ?> json) throws IOException {
        byte[] body = CanonicalJson.text(json).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package io.plimsoll.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.server.Served.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A browser on its way in: it went to {@code /enter/oidc}, was sent to the provider, and has come to where that sent it back.
 *
 * @param where the provider was asked
 * @param cookieHeader that the server gave the browser
 * @param back where the provider sends it
 */
record SignIn(Served served, URI where, String cookieHeader, URI back) {
    static SignIn begun(Served served) {
        return begun(served, "");
    }

    /** @param query of the address at which it begins */
    static SignIn begun(Served served, String query) {
        Answer begun = served.get("/enter/oidc" + query).answer();
        assertThat(begun.status()).as(begun.body()).isEqualTo(302);
        URI where = URI.create(begun.header("Location"));
        return new SignIn(served, where, begun.setCookie("plimsoll_sign_in"), sentBack(where));
    }

    private static URI sentBack(URI where) {
        try {
            HttpResponse<Void> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(where).build(), HttpResponse.BodyHandlers.discarding());
            return URI.create(answer.headers().firstValue("Location").orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What the provider was asked for. */
    Map<String, String> wanted() {
        return parameters(where);
    }

    String code() {
        return given("code");
    }

    String state() {
        return given("state");
    }

    private String given(String name) {
        return parameters(back).getOrDefault(name, "");
    }

    /** The browser follows the provider. */
    Answer end() {
        return end(cookie(), code(), state());
    }

    Answer end(String cookie, String code, String state) {
        return served.get("/enter/oidc/answer?code=" + code + "&state=" + state)
                .with("Cookie", cookie)
                .with("Sec-Fetch-Site", "cross-site")
                .answer();
    }

    String cookie() {
        return cookieHeader.substring(0, cookieHeader.indexOf(';'));
    }

    private static Map<String, String> parameters(URI address) {
        return Arrays.stream(address.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}

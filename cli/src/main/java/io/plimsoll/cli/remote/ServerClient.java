package io.plimsoll.cli.remote;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks a server. A question is asked again when it was lost on the way; a change is sent again under the same key, under which the server makes it once.
 * A redirect is not followed, since it would carry the token elsewhere.
 */
final class ServerClient {
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Set<Integer> AGAIN = Set.of(429, 502, 503, 504);
    private static final int FIRST_REFUSAL = 300;
    private static final int CONFLICT = 409;
    private static final String UNDER_WAY = "\"UNDER_WAY\"";
    private static final int MOST_ON_A_PAGE = 200;
    private static final String JSON = "application/json";

    private final ServerAddress address;
    private final String token;
    private final Patience patience;
    private final HttpClient http;

    ServerClient(ServerAddress address, String token, Patience patience) {
        this.address = address;
        this.token = token;
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build();
    }

    ServerAddress address() {
        return address;
    }

    Patience patience() {
        return patience;
    }

    Fields get(String path) {
        return Fields.read(bytes(path, JSON));
    }

    byte[] bytes(String path, String accept) {
        return answered(request(path)
                        .header("Accept", accept)
                        .timeout(patience.answer())
                        .GET()
                        .build())
                .body();
    }

    /** All items of a list, over as many pages as it takes; at most so many. */
    List<Fields> items(String path, Map<String, String> parameters, int most) {
        List<Fields> items = new ArrayList<>();
        Map<String, String> asked = new HashMap<>(parameters);
        while (items.size() < most) {
            asked.put("limit", String.valueOf(Math.min(most - items.size(), MOST_ON_A_PAGE)));
            Fields page = get(ServerAddress.query(path, asked));
            items.addAll(page.list("items"));
            String next = page.textOrNull("next");
            if (next == null) {
                break;
            }
            asked.put("after", next);
        }
        return items.subList(0, Math.min(most, items.size()));
    }

    /**
     * Changes something, once.
     *
     * @param key under which the server knows the change again
     */
    Changed post(String path, Map<String, ?> body, String key) {
        HttpResponse<byte[]> response = answered(request(path)
                .header("Accept", JSON)
                .header("Content-Type", JSON)
                .header("Idempotency-Key", key)
                .timeout(patience.change())
                .POST(BodyPublishers.ofByteArray(CanonicalJson.bytes(body)))
                .build());
        return new Changed(
                Fields.read(response.body()),
                response.headers().firstValue(REPLAYED).isPresent());
    }

    /**
     * Sends a file. The server may say no before it has come, so that it is asked first whether it wants it.
     *
     * @param sha256 of the file
     * @throws IOException if the file cannot be read
     */
    Fields upload(String path, Path file, String sha256, String type) throws IOException {
        String digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
        return Fields.read(answered(request(path)
                        .header("Accept", JSON)
                        .header("Content-Type", type)
                        .header("Content-Digest", "sha-256=:" + digest + ":")
                        .expectContinue(true)
                        .timeout(patience.upload())
                        .POST(BodyPublishers.ofFile(file))
                        .build())
                .body());
    }

    /** @param before whether the same had been sent before, and was not done once more */
    record Changed(Fields answer, boolean before) {}

    private HttpResponse<byte[]> answered(HttpRequest request) {
        for (int tried = 1; ; tried++) {
            HttpResponse<byte[]> response;
            try {
                response = send(request, BodyHandlers.ofByteArray());
            } catch (IOException e) {
                if (patience.asksAgain(tried)) {
                    continue;
                }
                throw lost(request, e);
            }
            if (response.statusCode() < FIRST_REFUSAL) {
                return response;
            }
            if (!mayPass(response) || !patience.asksAgain(tried)) {
                throw ServerFaults.of(response.statusCode(), response.body());
            }
        }
    }

    private static boolean mayPass(HttpResponse<byte[]> response) {
        return isPassing(response.statusCode())
                || (response.statusCode() == CONFLICT
                        && new String(response.body(), StandardCharsets.UTF_8).contains(UNDER_WAY));
    }

    /** Whether it may be otherwise in a moment. */
    static boolean isPassing(int status) {
        return AGAIN.contains(status);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.at(path)).header("Authorization", "Bearer " + token);
    }

    <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) throws IOException {
        try {
            return http.send(request, handler);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PlimsollException.of(ErrorCode.CANCELLED, "interrupted while the server was waited for", "", "");
        }
    }

    PlimsollException lost(HttpRequest request, IOException cause) {
        String help = request.method().equals("GET") || cause instanceof ConnectException
                ? "see whether `plimsoll serve` runs there and whether the way to it is open"
                : "whether the change was made is not known: look before you send it again";
        return new PlimsollException(
                new Fault(
                        ErrorCode.SERVER_UNREACHABLE,
                        "the server does not answer (" + cause.getClass().getSimpleName() + ")",
                        address.root().toString(),
                        help),
                cause);
    }
}

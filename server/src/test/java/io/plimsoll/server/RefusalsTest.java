package io.plimsoll.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.access.AccessToken;
import io.plimsoll.access.Role;
import io.plimsoll.server.Served.Answer;
import io.plimsoll.server.Served.Asking;
import io.plimsoll.server.security.SecurityChain;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client does wrong is told to him, in the same form everywhere, and nothing else. */
class RefusalsTest {
    private static final String SUBMIT = "/api/v1/endpoints/" + SampleProject.training() + "/runs";
    private static final String NOBODY_KNOWS = "/api/v1/runs HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n";

    @TempDir
    private static Path folder;

    private static SampleProject project;
    private static Served served;

    @BeforeAll
    static void serve() {
        project = SampleProject.published(folder);
        served = Served.idle(project);
    }

    @AfterAll
    static void end() {
        served.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"speed\": 3}                   | 400 | BODY_INVALID      | /speed",
                "{\"experiment\": {}}             | 400 | BODY_INVALID      | /experiment",
                "{\"experiment\": 7}              | 400 | BODY_INVALID      | /experiment",
                "{\"experiment\": true}           | 400 | BODY_INVALID      | /experiment",
                "{\"version\": \"1\"}             | 400 | BODY_INVALID      | /version",
                "{\"reuse\": \"true\"}            | 400 | BODY_INVALID      | /reuse",
                "{\"version\": \"one\"}           | 400 | BODY_INVALID      | /version",
                "{\"version\": 1, \"version\": 2} | 400 | BODY_INVALID      | ''",
                "{\"settings\": {\"a~/b\": []}}   | 400 | BODY_INVALID      | /settings/a~0~1b",
                "{\"settings\": {\"a\": null}}    | 400 | BODY_INVALID      | /settings/a",
                "{\"settings\": [1]}              | 400 | BODY_INVALID      | /settings",
                "{\"version\": 1                  | 400 | BODY_INVALID      | ''",
                "{} {}                            | 400 | BODY_INVALID      | ''",
                "[]                               | 400 | BODY_INVALID      | ''",
                "null                             | 400 | BODY_INVALID      | ''",
                "{\"experiment\": \"\"}           | 400 | BODY_INVALID      | /experiment",
                "{\"version\": 99}                | 404 | UNKNOWN_ENDPOINT  | none",
                "{\"version\": -1}                | 404 | UNKNOWN_ENDPOINT  | none",
                "{\"settings\": {\"x\": 1}}       | 422 | UNKNOWN_PARAMETER | none"
            })
    void aFaultyBodyIsToldWithItsPlace(String body, int status, String code, String pointer) {
        Answer answer = served.post(SUBMIT, body).as(Role.SUBMITTER).once().answer();

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.text("/code")).isEqualTo(code);
        assertThat(answer.text("/help")).isNotBlank();
        assertThat(answer.json().at("/status").asInt()).isEqualTo(status);
        assertThat(answer.text("/request")).isEqualTo(answer.header("X-Request-Id"));
        if (!pointer.equals("none")) {
            assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
        }
        assertTellsNothing(answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/runs?limit=-1",
                "/api/v1/runs?limit=0",
                "/api/v1/runs?limit=1000000000",
                "/api/v1/runs?limit=99999999999999999999",
                "/api/v1/runs?limit=many",
                "/api/v1/runs?status=GONE",
                "/api/v1/runs?kind=TRAIN",
                "/api/v1/runs?after=x",
                "/api/v1/runs?=x",
                "/api/v1/runs?limit=%FF%FE%00&=&=1",
                "/api/v1/runs?after=%F0%9F%92%A3",
                "/api/v1/audit/events?after=x",
                "/api/v1/audit/events?limit=201"
            })
    void aFaultyParameterIsRefused(String path) {
        Answer answer = served.get(path).as(Role.VIEWER).answer();

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertTellsNothing(answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/runs/r-none",
                "/api/v1/runs/'%20or%201=1--",
                "/api/v1/runs/%3Cscript%3E/why",
                "/api/v1/models/none",
                "/api/v1/models/none/versions/1/card",
                "/api/v1/models/none/versions/99999999999",
                "/api/v1/datasets/none/versions",
                "/api/v1/datasets/none/versions/champion",
                "/api/v1/endpoints/none"
            })
    void whatIsNotThereIsNotFound(String path) {
        Answer answer = served.get(path).as(Role.VIEWER).answer();

        assertThat(answer.status()).as(answer.body()).isEqualTo(404);
        assertThat(answer.text("/help")).isNotBlank();
        assertTellsNothing(answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../etc/passwd",
                "/api/v1/runs/../../x",
                "//x",
                "/a;b=c",
                "/api/v1/runs/%2e%2e%2fx",
                "/%00",
                "/api/v1/runs/..%5Cx"
            })
    void aPathThatIsWrittenInARoundaboutWayIsRefused(String path) {
        String answer = RawRequest.send(
                served.port(), "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("REQUEST_MALFORMED");
        assertTellsNothing(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:80",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "[::2]",
                ""
            })
    void theServerAnswersUnderItsOwnNamesOnly(String host) {
        assertThat(RawRequest.send(served.port(), "GET " + NOBODY_KNOWS.formatted(host)))
                .containsPattern("^HTTP/1.1 4(21|00)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:1", "127.0.0.1:8080", "[::1]:99"})
    void whateverThePort(String host) {
        assertThat(RawRequest.send(served.port(), "GET " + NOBODY_KNOWS.formatted(host)))
                .startsWith("HTTP/1.1 401");
    }

    @Test
    void whatIsNotHttpIsTurnedAwayWithoutAWordOfTheProgram() {
        String answer = RawRequest.send(served.port(), "G\u0000T / HTTP/1.1\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("REQUEST_MALFORMED", "\"title\":\"request malformed\"", "\"errors\":[{\"code\"");
        assertTellsNothing(answer);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWhetherItSaysSoOrNot() {
        String head = "POST " + SUBMIT + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
        String announced = RawRequest.send(served.port(), head + "Content-Length: 104857600\r\n\r\n{");
        String chunk = "100000\r\n" + " ".repeat(0x100000) + "\r\n";
        String chunked = RawRequest.send(
                served.port(),
                head + "Transfer-Encoding: chunked\r\n\r\n" + chunk + "10\r\n" + " ".repeat(16) + "\r\n0\r\n\r\n");

        assertThat(announced).startsWith("HTTP/1.1 413").contains("BODY_TOO_LARGE");
        assertThat(chunked).startsWith("HTTP/1.1 413").contains("BODY_TOO_LARGE");
    }

    @Test
    void aBodyThatDripsIsNotWaitedForForEver() {
        String head = "POST " + SUBMIT
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n";

        assertThat(RawRequest.drip(served.port(), head, Duration.ofMillis(300)))
                .startsWith("HTTP/1.1 408")
                .contains("BODY_TOO_SLOW");
    }

    @Test
    void whereThereIsNoIdentityProviderThatIsSaid() {
        for (String path : new String[] {"/enter/oidc", "/enter/oidc/answer?code=1&state=1"}) {
            Answer answer = served.get(path).answer();
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).contains("NO_IDENTITY_PROVIDER", "--oidc-issuer");
        }
    }

    @Test
    void aChangeNeedsItsKey() {
        Answer answer = served.post(SUBMIT, "{}").as(Role.SUBMITTER).answer();
        Answer blank = served.post(SUBMIT, "{}")
                .as(Role.SUBMITTER)
                .with("Idempotency-Key", "a b")
                .answer();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/code")).isEqualTo("IDEMPOTENCY_KEY_MISSING");
        assertThat(blank.text("/code")).isEqualTo("IDEMPOTENCY_KEY_MISSING");
    }

    @Test
    void aRevokedTokenIsRefusedAtOnce() {
        String secret = served.token("leaver", Role.ADMIN);
        Asking asking = served.get("/api/v1/identity").bearing(secret);
        assertThat(asking.answer().status()).isEqualTo(200);

        String id = served.access().tokens().list().stream()
                .filter(token -> token.owner().equals("leaver"))
                .map(AccessToken::id)
                .findFirst()
                .orElseThrow();
        served.access().tokens().revoke(id, "tester", "he left");

        Answer after = asking.answer();
        assertThat(after.status()).isEqualTo(401);
        assertThat(after.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void everyAnswerTellsBrowsersToBeStrict() {
        for (String path : new String[] {"/enter", "/api/v1/runs", "/health/live", "/none"}) {
            Answer answer = served.get(path).answer();
            assertThat(answer.header("Content-Security-Policy")).as(path).startsWith("default-src 'self'");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
            assertThat(answer.header("Server")).isEmpty();
        }
    }

    @Test
    void whoeverAsksTooOftenIsTurnedAwayForAMoment() {
        SecurityChain.Terms strict = new SecurityChain.Terms(Set.of("127.0.0.1"), 0.001, 5, Duration.ofSeconds(30));
        try (Served slow = Served.with(project, 0, strict)) {
            for (int i = 0; i < 5; i++) {
                assertThat(slow.get("/api/v1/identity").as(Role.VIEWER).answer().status())
                        .isEqualTo(200);
            }
            Answer sixth = slow.get("/api/v1/identity").as(Role.VIEWER).answer();
            assertThat(sixth.status()).isEqualTo(429);
            assertThat(sixth.header("Retry-After")).isEqualTo("1");
            assertThat(slow.get("/api/v1/identity").as(Role.ADMIN).answer().status())
                    .isEqualTo(200);
        }
    }

    private static void assertTellsNothing(String answer) {
        assertThat(answer)
                .doesNotContain(folder.toString())
                .doesNotContain("Exception")
                .doesNotContain("\tat ")
                .doesNotContain("io.plimsoll")
                .doesNotContain("select ")
                .doesNotContainIgnoringCase("tomcat")
                .doesNotContain("springframework");
    }
}

package io.plimsoll.cli.remote;

import static io.plimsoll.cli.remote.ScriptedServer.answers;
import static io.plimsoll.cli.remote.ScriptedServer.breaksOff;
import static io.plimsoll.cli.remote.ScriptedServer.redirects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plimsoll.cli.remote.ScriptedServer.Asked;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerClientTest {
    private static final String BUSY =
            "{\"code\": \"TOO_MANY_REQUESTS\", \"detail\": \"too many requests\", \"help\": \"wait\"}";

    @Test
    void aQuestionThatWasLostIsAskedAgain() throws Exception {
        try (ScriptedServer server =
                new ScriptedServer(breaksOff(), answers(429, BUSY), answers(200, "{\"name\": \"x\"}"))) {
            assertThat(server.client().get("/api/v1/identity").text("name")).isEqualTo("x");
            assertThat(server.asked())
                    .hasSize(3)
                    .allSatisfy(one -> assertThat(one.authorization()).isEqualTo("Bearer the-token"));
        }
    }

    @Test
    void aChangeIsSentAgainUnderTheSameKey() throws Exception {
        String underWay = "{\"code\": \"UNDER_WAY\", \"detail\": \"just now\", \"help\": \"wait\"}";
        try (ScriptedServer server =
                new ScriptedServer(breaksOff(), answers(409, underWay), answers(200, "{\"done\": true}"))) {
            ServerClient.Changed changed =
                    server.client().post("/api/v1/models/m/retire", Map.of("reason", "x"), "key-1");

            assertThat(changed.answer().flag("done")).isTrue();
            assertThat(server.asked()).hasSize(3);
            assertThat(server.asked().stream().map(Asked::key)).containsOnly("key-1");
            assertThat(server.asked().stream().map(Asked::body)).containsOnly("{\"reason\":\"x\"}");
        }
    }

    @Test
    void whatIsRefusedIsSentOnce() throws Exception {
        String refusal = "{\"code\": \"VERSION_IN_USE\", \"detail\": \"in use\", \"help\": \"retire it\"}";
        try (ScriptedServer server = new ScriptedServer(answers(409, refusal))) {
            PlimsollException refused = catchThrowableOfType(
                    PlimsollException.class, () -> server.client().post("/x", Map.of(), "key"));

            assertThat(refused.faults())
                    .containsExactly(new Fault(ErrorCode.VERSION_IN_USE, "in use", "", "retire it"));
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void everyFaultComesOut() throws Exception {
        String problem =
                "{\"code\": \"PARAMETER_INVALID\", \"detail\": \"a\", \"help\": \"h\", \"status\": 422, \"errors\": ["
                        + "{\"code\": \"PARAMETER_INVALID\", \"detail\": \"a\", \"where\": \"models.A.settings.trees\", \"help\": \"h\"},"
                        + "{\"code\": \"BODY_INVALID\", \"detail\": \"b\", \"pointer\": \"/settings\", \"help\": \"i\"}]}";
        try (ScriptedServer server = new ScriptedServer(answers(422, problem))) {
            PlimsollException refused = catchThrowableOfType(
                    PlimsollException.class, () -> server.client().get("/x"));

            assertThat(refused.faults())
                    .containsExactly(
                            new Fault(ErrorCode.PARAMETER_INVALID, "a", "models.A.settings.trees", "h"),
                            new Fault(ErrorCode.SERVER_REFUSED, "b", "/settings", "i"));
        }
    }

    @Test
    void aServerThatFailedIsNotTheUsersFault() throws Exception {
        String problem =
                "{\"code\": \"INTERNAL\", \"detail\": \"Plimsoll failed\", \"help\": \"h\", \"request\": \"5f0c\"}";
        try (ScriptedServer server = new ScriptedServer(answers(500, problem))) {
            PlimsollException failed = catchThrowableOfType(
                    PlimsollException.class, () -> server.client().get("/x"));

            assertThat(failed.code().exit()).isEqualTo(1);
            assertThat(failed.faults().get(0).line()).isEqualTo("error[INTERNAL]: the server failed, request 5f0c");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Bad gateway</html>", "", "[]", "{\"error\": \"nope\"}", "{\"code\":"})
    void whatIsNoServerOfOursIsSaidSo(String body) throws Exception {
        try (ScriptedServer server = new ScriptedServer(answers(404, body))) {
            PlimsollException refused = catchThrowableOfType(
                    PlimsollException.class, () -> server.client().get("/x"));

            assertThat(refused.code()).isEqualTo(ErrorCode.SERVER_UNREACHABLE);
            assertThat(refused).hasMessageContaining("no Plimsoll server");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Welcome</html>", "{}", "{\"sequence\": \"many\", \"sha256\": 5}"})
    void anAnswerOfAnotherFormIsNotGuessedAt(String body) throws Exception {
        try (ScriptedServer server = new ScriptedServer(answers(200, body))) {
            PlimsollException refused =
                    catchThrowableOfType(PlimsollException.class, () -> new ServerEvents(server.client()).export());

            assertThat(refused.code()).isEqualTo(ErrorCode.SERVER_UNREACHABLE);
        }
    }

    @Test
    void aTokenFollowsNoRedirect() throws Exception {
        try (ScriptedServer other = new ScriptedServer(answers(200, "{}"));
                ScriptedServer server = new ScriptedServer(redirects(other.address() + "/api/v1/runs"))) {
            PlimsollException refused = catchThrowableOfType(
                    PlimsollException.class, () -> server.client().get("/api/v1/runs"));

            assertThat(refused.code()).isEqualTo(ErrorCode.SERVER_UNREACHABLE);
            assertThat(other.asked()).isEmpty();
        }
    }

    @Test
    void aListGoesOverItsPages() throws Exception {
        try (ScriptedServer server = new ScriptedServer(
                answers(200, "{\"items\": [{\"n\": 1}, {\"n\": 2}], \"next\": \"two words\"}"),
                answers(200, "{\"items\": [{\"n\": 3}, {\"n\": 4}]}"))) {
            List<Fields> items = server.client().items("/list", Map.of("status", "FAILED"), 3);

            assertThat(items.stream().map(item -> item.number("n"))).containsExactly(1, 2, 3);
            assertThat(server.asked().stream().map(Asked::path))
                    .containsExactly("/list?limit=3&status=FAILED", "/list?after=two%20words&limit=1&status=FAILED");
        }
    }

    @Test
    void nobodyThereIsSaidWithTheAddress() throws Exception {
        ScriptedServer server = new ScriptedServer(answers(200, "{}"));
        ServerClient client = server.client();
        server.close();

        PlimsollException lost = catchThrowableOfType(PlimsollException.class, () -> client.get("/x"));

        assertThat(lost.code()).isEqualTo(ErrorCode.SERVER_UNREACHABLE);
        assertThat(lost.faults().get(0).where()).isEqualTo(server.address());
    }
}

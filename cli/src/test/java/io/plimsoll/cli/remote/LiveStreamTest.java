package io.plimsoll.cli.remote;

import static io.plimsoll.cli.remote.ScriptedServer.answers;
import static io.plimsoll.cli.remote.ScriptedServer.breaksOff;
import static io.plimsoll.cli.remote.ScriptedServer.goesSilent;
import static io.plimsoll.cli.remote.ScriptedServer.streams;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plimsoll.cli.remote.ScriptedServer.Asked;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.step.StepName;
import io.plimsoll.workspace.RunEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveStreamTest {
    private static final String PATH = "/api/v1/runs/r-1/events";
    private static final String END = "event:end\ndata:{\"run\":\"r-1\",\"status\":\"SUCCEEDED\"}\n\n";

    private final List<RunEvent> told = new ArrayList<>();

    @Test
    void aLostConnectionGoesOnBehindTheLastEvent() throws Exception {
        try (ScriptedServer server = new ScriptedServer(
                streams(progress(1) + progress(4) + ":still there\n\nid:5\nevent:progress\ndata:{\"cut"),
                breaksOff(),
                answers(503, "{\"code\": \"X\", \"detail\": \"y\", \"help\": \"z\"}"),
                goesSilent(progress(5)),
                streams(progress(9) + END))) {
            new LiveStream(server.client(), PATH, told::add).toItsEnd();

            assertThat(told.stream().map(event -> event.facts().get("done"))).containsExactly(1, 4, 5, 9);
            assertThat(told.get(0).step()).isEqualTo(StepName.TRAIN);
            assertThat(told.get(0).kind()).isEqualTo(RunEvent.Kind.PROGRESS);
            assertThat(server.asked().stream().map(Asked::lastEvent)).containsExactly("0", "4", "4", "4", "5");
        }
    }

    @Test
    void whoeverMayNotAnyMoreIsToldSoAndDoesNotTryAgain() throws Exception {
        String refusal = "{\"code\": \"UNAUTHENTICATED\", \"detail\": \"it is not known who asks\", \"help\": \"h\"}";
        try (ScriptedServer server = new ScriptedServer(streams(progress(1)), answers(401, refusal))) {
            PlimsollException refused = catchThrowableOfType(
                    PlimsollException.class, () -> new LiveStream(server.client(), PATH, told::add).toItsEnd());

            assertThat(refused.code()).isEqualTo(ErrorCode.UNAUTHENTICATED);
            assertThat(told).hasSize(1);
            assertThat(server.asked()).hasSize(2);
        }
    }

    @Test
    void aServerThatIsGoneForGoodIsGivenUp() throws Exception {
        try (ScriptedServer server = new ScriptedServer(streams(progress(1)), breaksOff())) {
            PlimsollException lost = catchThrowableOfType(
                    PlimsollException.class, () -> new LiveStream(server.client(), PATH, told::add).toItsEnd());

            assertThat(lost.code()).isEqualTo(ErrorCode.SERVER_UNREACHABLE);
            assertThat(told).hasSize(1);
        }
    }

    private static String progress(int number) {
        return "id:" + number + "\nevent:progress\ndata:{\"sequence\":" + number
                + ",\"at\":\"2026-11-29T12:00:00Z\",\"kind\":\"PROGRESS\",\"step\":\"TRAIN\",\"facts\":{\"done\":"
                + number
                + ",\"all\":9,\"unit\":\"ROUNDS\"}}\n\n";
    }
}

package io.plimsoll.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.access.Role;
import io.plimsoll.server.LiveEvents.Event;
import io.plimsoll.server.Served.Answer;
import io.plimsoll.step.RunStatus;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.SharedWorkspace;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that wait, end early, or are handed back. */
class QueueTest {
    private static final String SUBMIT = "/api/v1/endpoints/" + SampleProject.training() + "/runs";

    @TempDir
    private Path folder;

    @Test
    void aRunThatWaitsIsCancelledForGood() {
        try (Served served = Served.idle(SampleProject.published(folder))) {
            String run = submit(served);
            String cancel = "/api/v1/runs/" + run + "/cancel";

            Answer done = served.post(cancel, "{\"reason\": \"a mistake\"}")
                    .as(Role.SUBMITTER)
                    .once()
                    .answer();
            Answer late = served.post(cancel, "{}").as(Role.SUBMITTER).once().answer();

            assertThat(done.json().at("/cancelled").asBoolean()).isTrue();
            assertThat(late.json().at("/cancelled").asBoolean()).isFalse();
            assertThat(served.see("/api/v1/runs/" + run).at("/reason").asString())
                    .isEqualTo("cancelled by the-submitter: a mistake");
            List<Event> events = LiveEvents.read(
                    served.get("/api/v1/runs/" + run + "/events").as(Role.VIEWER), Integer.MAX_VALUE);
            assertThat(events.get(events.size() - 1).data().at("/status").asString())
                    .isEqualTo("CANCELLED");
        }
    }

    @Test
    void aServerThatStopsHandsItsRunsBackAndEndsItsStreams() {
        SampleProject project = SampleProject.published(folder);
        Served served = Served.working(project);
        String run = submit(served);
        List<Event> begun =
                LiveEvents.read(served.get("/api/v1/runs/" + run + "/events").as(Role.VIEWER), 2);
        assertThat(begun).hasSize(2);

        served.close();

        try (Served later = Served.idle(project)) {
            SharedWorkspace workspace = later.workspace();
            RunRecord record = workspace.runs().find(run).orElseThrow();
            assertThat(record.status()).isEqualTo(RunStatus.INTERRUPTED);
            assertThat(workspace.queue().find(run).orElseThrow().attempt()).isZero();
        }
    }

    @Test
    void whatIsMeasuredIsTold() {
        try (Served served = Served.idle(SampleProject.published(folder))) {
            submit(served);
            String metrics = served.get("/metrics")
                    .as(Role.VIEWER)
                    .with("Accept", "text/plain")
                    .answer()
                    .body();

            assertThat(metrics)
                    .contains("plimsoll_runs_open 1.0")
                    .contains("plimsoll_http_requests_seconds_count{method=\"POST\","
                            + "route=\"/api/v1/endpoints/{endpoint}/runs\",status=\"202\"} 1")
                    .contains("jvm_memory_used_bytes");
        }
    }

    private static String submit(Served served) {
        Answer answer = served.post(SUBMIT, "{}").as(Role.SUBMITTER).once().answer();
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.text("/run");
    }
}

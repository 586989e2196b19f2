package io.plimsoll.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.access.Role;
import io.plimsoll.server.LiveEvents.Event;
import io.plimsoll.server.Served.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A training from its submission to what people decide about it, over HTTP alone. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TrainingTest {
    private static final String SUBMIT = "/api/v1/endpoints/" + SampleProject.training() + "/runs";
    private static final String VERSION = "/api/v1/models/lung-activation/versions/1";

    @TempDir
    private static Path folder;

    private static Served served;
    private static String run = "";

    @BeforeAll
    static void serve() {
        SampleProject project = SampleProject.published(folder).saying("promotion: approval");
        served = Served.working(project);
    }

    @AfterAll
    static void end() {
        served.close();
    }

    @Test
    @Order(1)
    void aSubmissionIsOneRunHoweverOftenItIsSent() {
        Answer first = submit("key-1", "{\"experiment\": \"over-http\"}");
        Answer again = submit("key-1", "{\"experiment\": \"over-http\"}");
        Answer other = submit("key-1", "{\"experiment\": \"another\"}");

        assertThat(first.status()).as(first.body()).isEqualTo(202);
        run = first.text("/run");
        assertThat(first.header("Location")).isEqualTo("/api/v1/runs/" + run);
        assertThat(first.json().at("/is_new").asBoolean()).isTrue();
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("/code")).isEqualTo("KEY_REUSED");
        assertThat(served.see("/api/v1/runs").at("/items")).hasSize(1);
    }

    @Test
    @Order(2)
    void whoeverLosesTheConnectionGoesOnWhereHeWas() {
        String path = "/api/v1/runs/" + run + "/events";
        List<Event> seen = new ArrayList<>(LiveEvents.read(served.get(path).as(Role.VIEWER), 4));
        String last = seen.get(3).id();
        seen.addAll(LiveEvents.read(served.get(path).as(Role.VIEWER).with("Last-Event-ID", last), Integer.MAX_VALUE));

        Event end = seen.remove(seen.size() - 1);
        assertThat(end.name()).isEqualTo("end");
        assertThat(end.data().at("/status").asString()).isEqualTo("SUCCEEDED");
        assertThat(seen.stream().map(event -> Long.parseLong(event.id())))
                .isSorted()
                .doesNotHaveDuplicates();
        List<String> steps = seen.stream()
                .filter(event -> event.name().equals("step_ended"))
                .map(event -> event.data().at("/step").asString())
                .toList();
        assertThat(steps)
                .containsExactly(
                        "READ", "PREPROCESS", "VALIDATE", "SPLIT", "TRANSFORM", "TRAIN", "EVALUATE", "REGISTER");
    }

    @Test
    @Order(3)
    void theRunTellsItsVerdict() {
        JsonNode shown = served.see("/api/v1/runs/" + run);

        assertThat(shown.at("/status").asString()).isEqualTo("SUCCEEDED");
        assertThat(shown.at("/actor").asString()).isEqualTo("the-submitter");
        assertThat(shown.at("/experiment").asString()).isEqualTo("over-http");
        assertThat(shown.at("/steps")).hasSize(8);
        assertThat(shown.at("/report/verdict/result").asString()).isEqualTo("PASS");
        assertThat(shown.at("/queue/idempotency_key").asString()).isEqualTo("key-1");
        assertThat(served.see("/api/v1/runs?experiment=over-http&status=SUCCEEDED")
                        .at("/items"))
                .hasSize(1);
        assertThat(served.see("/api/v1/runs?model=another").at("/items")).isEmpty();
        assertThat(served.see("/api/v1/runs/" + run + "/why").at("/steps")).hasSize(8);
        JsonNode events = served.see("/api/v1/runs/" + run + "/events?limit=2");
        assertThat(events.at("/items")).hasSize(2);
        long next = Long.parseLong(events.at("/next").asString());
        assertThat(served.see("/api/v1/runs/" + run + "/events?after=" + next)
                        .at("/items/0/sequence")
                        .asLong())
                .isGreaterThan(next);
        assertThat(served.see("/api/v1/experiments").at("/items/0/runs").asInt())
                .isEqualTo(1);
        assertThat(served.see("/api/v1/datasets/lung/versions/1").at("/runs/0").asString())
                .isEqualTo(run);
    }

    @Test
    @Order(4)
    void aSecondPersonApprovesWhatWasSubmitted() {
        Answer seen = served.get(VERSION).as(Role.APPROVER).answer();
        assertThat(seen.text("/state")).isEqualTo("PENDING");
        String tag = seen.header("ETag");
        String own = served.token("the-submitter", Role.APPROVER);
        String body = "{\"reason\": \"looks right\"}";

        Answer alone =
                served.post(VERSION + "/promote", body).bearing(own).once().answer();
        Answer stale = served.post(VERSION + "/promote", body)
                .as(Role.APPROVER)
                .with("If-Match", "\"" + "0".repeat(32) + "\"")
                .once()
                .answer();
        Answer silent =
                served.post(VERSION + "/promote", "{}").as(Role.APPROVER).once().answer();
        Answer done = served.post(VERSION + "/promote", body)
                .as(Role.APPROVER)
                .with("If-Match", tag)
                .once()
                .answer();
        Answer late = served.post(VERSION + "/promote", body)
                .as(Role.APPROVER)
                .with("If-Match", tag)
                .once()
                .answer();

        assertThat(alone.status()).isEqualTo(403);
        assertThat(alone.text("/code")).isEqualTo("NOT_ALLOWED");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(silent.text("/errors/0/pointer")).isEqualTo("/reason");
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(done.json().at("/promoted").asBoolean()).isTrue();
        assertThat(done.text("/move/promoted_by")).isEqualTo("APPROVAL");
        assertThat(done.text("/move/actor")).isEqualTo("the-approver");
        assertThat(done.header("ETag")).isNotEqualTo(tag);
        assertThat(late.status()).isEqualTo(412);
    }

    @Test
    @Order(5)
    void anAliasNeverLooksLikeANumber() {
        Answer refused = served.post(VERSION + "/promote", "{\"reason\": \"try it\", \"alias\": \"2\"}")
                .as(Role.APPROVER)
                .once()
                .answer();

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/alias");
        assertThat(refused.text("/detail")).startsWith("an alias is a lower-case letter");
        assertThat(refused.text("/help")).isEqualTo("such as challenger");
    }

    @Test
    @Order(5)
    void theModelTellsWhoIsInUse() {
        JsonNode model = served.see("/api/v1/models/lung-activation");
        assertThat(model.at("/champion/version").asInt()).isEqualTo(1);
        assertThat(served.see("/api/v1/models").at("/items")).hasSize(1);
        assertThat(served.see("/api/v1/models/lung-activation/versions/champion")
                        .at("/verdict/verdict/result")
                        .asString())
                .isEqualTo("PASS");
        assertThat(served.see("/api/v1/models/lung-activation/aliases")
                        .at("/aliases/0/history/0/reason")
                        .asString())
                .isEqualTo("looks right");
        Answer card = served.get(VERSION + "/card")
                .as(Role.VIEWER)
                .with("Accept", "text/html")
                .answer();
        assertThat(card.header("Content-Disposition")).isEqualTo("attachment; filename=\"lung-activation-1.html\"");
        assertThat(card.body()).contains("Model card of lung-activation@1").doesNotContain(folder.toString());
        JsonNode events = served.see("/api/v1/audit/events?limit=200").at("/items");
        assertThat(events.get(events.size() - 1).at("/event/actor").asString()).isEqualTo("the-approver");
    }

    @Test
    @Order(6)
    void decisionsThatCannotBeAreRefused() {
        String body = "{\"reason\": \"to see\"}";
        Answer rollback = served.post("/api/v1/models/lung-activation/rollback", body)
                .as(Role.APPROVER)
                .once()
                .answer();
        Answer archive =
                served.post(VERSION + "/archive", body).as(Role.APPROVER).once().answer();
        Answer reject =
                served.post(VERSION + "/reject", body).as(Role.APPROVER).once().answer();

        assertThat(rollback.status()).isEqualTo(409);
        assertThat(archive.status()).isEqualTo(409);
        assertThat(reject.status()).isEqualTo(409);
        Answer retired = served.post("/api/v1/models/lung-activation/retire", body)
                .as(Role.APPROVER)
                .once()
                .answer();
        assertThat(retired.status()).isEqualTo(200);
        assertThat(served.see("/api/v1/models/lung-activation").at("/champion").isMissingNode())
                .isTrue();
    }

    private static Answer submit(String key, String body) {
        return served.post(SUBMIT, body)
                .as(Role.SUBMITTER)
                .with("Idempotency-Key", key)
                .answer();
    }
}

package io.plimsoll.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.access.NewUser;
import io.plimsoll.access.Password;
import io.plimsoll.access.Role;
import io.plimsoll.server.Served.Answer;
import io.plimsoll.server.Served.Asking;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Who may do what, said over HTTP. */
class AccessTest {
    private static final String TOKENS = "/api/v1/tokens";
    private static final String USERS = "/api/v1/users";
    private static final String MEMBERS = "/api/v1/members";

    @TempDir
    private static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() {
        served = Served.idle(SampleProject.in(folder));
    }

    @AfterAll
    static void end() {
        served.close();
    }

    @Test
    void aTokenIsMadeShownOnceAndRevoked() {
        long before = events();
        Asking asking = admin(
                TOKENS,
                "{\"name\": \"nightly\", \"owner\": \"scheduler\", \"role\": \"SUBMITTER\", \"lifetime\": \"90d\"}");
        Answer made = asking.answer();
        Answer again = asking.answer();

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.header("Cache-Control")).contains("no-store");
        String secret = made.text("/secret");
        String place = made.header("Location");
        assertThat(made.text("/token/state")).isEqualTo("VALID");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/code")).isEqualTo("SHOWN_ONCE");
        assertThat(again.body()).doesNotContain(secret);
        assertThat(again.header("Location")).isEqualTo(place);
        assertThat(served.get("/api/v1/identity").bearing(secret).answer().text("/name"))
                .isEqualTo("scheduler");

        Answer shown = served.get(place).as(Role.ADMIN).answer();
        assertThat(shown.body()).doesNotContain(secret.substring(18));
        assertThat(admin(place + "/revoke", "{\"reason\": \"moved\"}")
                        .with("If-Match", "\"x\"")
                        .answer()
                        .status())
                .isEqualTo(412);
        assertThat(admin(place + "/revoke", "{}").answer().text("/errors/0/pointer"))
                .isEqualTo("/reason");
        Answer revoked = admin(place + "/revoke", "{\"reason\": \"moved\"}")
                .with("If-Match", shown.header("ETag"))
                .answer();
        assertThat(revoked.text("/state")).isEqualTo("REVOKED");
        assertThat(revoked.header("ETag")).isNotEqualTo(shown.header("ETag"));
        assertThat(served.get("/api/v1/identity").bearing(secret).answer().status())
                .isEqualTo(401);
        assertThat(events()).as("made and revoked, once each").isEqualTo(before + 2);
    }

    @Test
    void whoeverIsNoAdministratorHasHisOwnTokensAndKnowsOfNoOther() {
        served.access().users().add(new NewUser("ann", Role.SUBMITTER, new Password("ann's own words")), "tester");
        String session = enter("ann", "ann's own words");
        Answer mine = bySession(session, TOKENS, "{\"name\": \"laptop\", \"role\": \"VIEWER\"}")
                .answer();
        String foreign = admin(TOKENS, "{\"name\": \"other\", \"role\": \"VIEWER\"}")
                .answer()
                .header("Location");

        assertThat(mine.status()).as(mine.body()).isEqualTo(201);
        assertThat(mine.text("/token/owner")).isEqualTo("ann");
        assertThat(names(served.get(TOKENS).with("Cookie", session).answer(), "/owner"))
                .containsOnly("ann");
        assertThat(served.get(foreign).with("Cookie", session).answer().text("/code"))
                .isEqualTo("UNKNOWN_TOKEN");
        assertThat(withoutId(served.get(foreign).with("Cookie", session).answer()))
                .as("one that is another's is one that is not there")
                .isEqualTo(withoutId(served.get(TOKENS + "/0123456789ab")
                        .with("Cookie", session)
                        .answer()));
        assertThat(bySession(session, foreign + "/revoke", "{\"reason\": \"x\"}")
                        .answer()
                        .status())
                .isEqualTo(404);
        assertForbidden(bySession(session, TOKENS, "{\"name\": \"more\", \"role\": \"APPROVER\"}"));
        assertForbidden(bySession(session, TOKENS, "{\"name\": \"his\", \"role\": \"VIEWER\", \"owner\": \"bob\"}"));
        assertForbidden(served.post(TOKENS, "{\"name\": \"longer\", \"role\": \"VIEWER\"}")
                .bearing(mine.text("/secret"))
                .once());
        assertThat(bySession(session, mine.header("Location") + "/revoke", "{\"reason\": \"lost\"}")
                        .answer()
                        .text("/state"))
                .isEqualTo("REVOKED");
    }

    @Test
    void aUserIsAddedOnceAndGivenARoleByWhoeverHasSeenTheLastOne() {
        long before = events();
        Answer added = added("grace");
        String place = added.header("Location");
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(added.body()).doesNotContain("own words");
        assertThat(added("grace").text("/code")).isEqualTo("ALREADY_EXISTS");
        String session = enter("grace", "some of their own words");

        Answer raised = admin(place + "/role", "{\"role\": \"APPROVER\"}")
                .with("If-Match", added.header("ETag"))
                .answer();
        Answer late = admin(place + "/role", "{\"role\": \"ADMIN\"}")
                .with("If-Match", added.header("ETag"))
                .answer();

        assertThat(raised.text("/role")).isEqualTo("APPROVER");
        assertThat(late.status()).isEqualTo(412);
        assertThat(role(session)).isEqualTo("APPROVER");
        assertThat(names(served.get(USERS).as(Role.ADMIN).answer(), "/name")).contains("grace");
        assertThat(events()).isEqualTo(before + 2);
    }

    @Test
    void aNewPasswordAndARefusalEndAUsersSessions() {
        String place = added("hedy").header("Location");
        long before = events();
        String session = enter("hedy", "some of their own words");

        int changed = admin(place + "/password", "{\"password\": \"another set of words\"}")
                .answer()
                .status();
        assertThat(changed).isEqualTo(200);
        assertThat(role(session)).as("whoever came by the old one is out").isEmpty();
        String next = enter("hedy", "another set of words");
        Answer disabled =
                admin(place + "/disable", "{\"reason\": \"on leave\"}").answer();
        assertThat(disabled.json().has("disabled")).isTrue();
        assertThat(role(next)).isEmpty();
        Answer enabled = served.ask("POST", place + "/enable", null)
                .as(Role.ADMIN)
                .once()
                .answer();
        assertThat(enabled.json().has("disabled")).isFalse();
        assertThat(events()).isEqualTo(before + 3);
    }

    @Test
    void aMemberIsGrantedARoleAndLosesItWhateverHeIsCalled() {
        String subject = "auth0|ann/../;%2F\\\"x";
        String json = subject.replace("\\", "\\\\").replace("\"", "\\\"");
        Answer granted = admin(MEMBERS, "{\"subject\": \"" + json + "\", \"role\": \"VIEWER\"}")
                .answer();
        assertThat(granted.status()).as(granted.body()).isEqualTo(200);
        String place = MEMBERS + "/" + granted.text("/id");
        Answer raised = admin(MEMBERS, "{\"subject\": \"" + json + "\", \"role\": \"APPROVER\"}")
                .with("If-Match", granted.header("ETag"))
                .answer();

        assertThat(raised.text("/role")).isEqualTo("APPROVER");
        assertThat(admin(MEMBERS, "{\"subject\": \"" + json + "\", \"role\": \"ADMIN\"}")
                        .with("If-Match", granted.header("ETag"))
                        .answer()
                        .status())
                .isEqualTo(412);
        assertThat(served.get(place).as(Role.ADMIN).answer().text("/subject")).isEqualTo(subject);
        Answer revoked = admin(place + "/revoke", "{\"reason\": \"left\"}").answer();
        assertThat(revoked.json().has("role")).isFalse();
        assertThat(served.access().members().present(subject)).isEmpty();
        assertThat(names(served.get(MEMBERS).as(Role.ADMIN).answer(), "/subject"))
                .contains(subject);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/tokens            | {}                                                     | 400 | BODY_INVALID",
                "/tokens            | {\"name\": \"a b\", \"role\": \"VIEWER\"}              | 400 | USAGE",
                "/tokens            | {\"name\": \"a\", \"role\": \"viewer\"}                | 400 | BODY_INVALID",
                "/tokens            | {\"name\": \"a\", \"role\": 3}                         | 400 | BODY_INVALID",
                "/tokens            | {\"name\":\"a\",\"role\":\"VIEWER\",\"lifetime\":\"x\"} | 400 | BODY_INVALID",
                "/tokens            | {\"name\":\"a\",\"role\":\"VIEWER\",\"lifetime\":\"0d\"} | 400 | USAGE",
                "/tokens            | {\"name\":\"a\",\"role\":\"VIEWER\",\"lifetime\":\"99999d\"} | 400 | USAGE",
                "/tokens/none/revoke | {\"reason\": \"x\"}                                   | 404 | UNKNOWN_TOKEN",
                "/users             | {\"name\":\"x\",\"role\":\"VIEWER\",\"password\":\"short\"} | 400 | PASSWORD_REFUSED",
                "/users             | {\"name\":\"X\",\"role\":\"VIEWER\",\"password\":\"some words of it\"} | 400 | USAGE",
                "/users             | {\"name\":\"x\",\"role\":\"VIEWER\"}                   | 400 | BODY_INVALID",
                "/users/none/role   | {\"role\": \"VIEWER\"}                                 | 404 | UNKNOWN_USER",
                "/users/none/enable | {}                                                     | 404 | UNKNOWN_USER",
                "/members           | {\"subject\": \"a b\", \"role\": \"VIEWER\"}           | 400 | USAGE",
                "/members           | {\"subject\": \"\", \"role\": \"VIEWER\"}              | 400 | USAGE",
                "/members/!/revoke  | {\"reason\": \"x\"}                                   | 404 | UNKNOWN_USER",
                "/members/bm9uZQ/revoke | {\"reason\": \"x\"}                               | 404 | UNKNOWN_USER"
            })
    void whatCannotBeIsTold(String path, String body, int status, String code) {
        Answer answer = admin("/api/v1" + path, body).answer();

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.text("/code")).isEqualTo(code);
        assertThat(answer.text("/help")).isNotBlank();
    }

    private static Answer added(String name) {
        String words = "\"password\": \"some of their own words\"";
        return admin(USERS, "{\"name\": \"" + name + "\", \"role\": \"VIEWER\", " + words + "}")
                .answer();
    }

    private static String withoutId(Answer answer) {
        return answer.body().replace(answer.header("X-Request-Id"), "");
    }

    private static void assertForbidden(Asking asking) {
        Answer answer = asking.answer();
        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
        assertThat(answer.text("/code")).isEqualTo("FORBIDDEN");
    }

    private static Asking admin(String path, String body) {
        return served.post(path, body).as(Role.ADMIN).once();
    }

    private static Asking bySession(String cookie, String path, String body) {
        return served.post(path, body)
                .with("Cookie", cookie)
                .with("X-Plimsoll-Request", "1")
                .once();
    }

    private static String enter(String name, String password) {
        return served.post("/enter", "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}")
                .answer()
                .cookie("plimsoll_session");
    }

    private static String role(String cookie) {
        return served.get("/api/v1/identity").with("Cookie", cookie).answer().text("/role");
    }

    private static List<String> names(Answer answer, String pointer) {
        List<String> names = new ArrayList<>();
        answer.json().at("/items").forEach(item -> names.add(item.at(pointer).asString()));
        return names;
    }

    private static long events() {
        JsonNode all = served.see("/api/v1/audit/events?limit=200");
        return all.at("/items").size();
    }
}

package io.plimsoll.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.access.NewUser;
import io.plimsoll.access.Password;
import io.plimsoll.access.Role;
import io.plimsoll.server.Served.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Coming in with a browser. */
class EntryTest {
    private static final String CANCEL = "/api/v1/runs/r-none/cancel";

    @TempDir
    private Path folder;

    private Served served;

    @BeforeEach
    void serve() {
        served = Served.idle(SampleProject.in(folder));
    }

    @AfterEach
    void end() {
        served.close();
    }

    @Test
    void theWayInNamesNoProviderWhereThereIsNone() {
        assertThat(served.get("/enter").answer().body())
                .contains("id=\"sign-in\"")
                .doesNotContain("/enter/oidc");
    }

    @Test
    void theLinkLetsTheFirstInWhoShowsItAndNobodyElse() {
        String secret = secret();
        Answer first = enter("{\"secret\":\"" + secret + "\"}");
        Answer second = enter("{\"secret\":\"" + secret + "\"}");

        assertThat(first.status()).isEqualTo(204);
        assertThat(first.header("Set-Cookie"))
                .contains("HttpOnly", "SameSite=Strict", "Path=/")
                .doesNotContain(secret);
        assertThat(second.status()).isEqualTo(401);
        Answer self =
                served.get("/api/v1/identity").with("Cookie", cookie(first)).answer();
        assertThat(self.text("/name")).isEqualTo("tester");
        assertThat(self.text("/role")).isEqualTo("ADMIN");
        assertThat(self.text("/origin")).isEqualTo("LOCAL_LINK");
        assertThat(served.server().link()).isEmpty();
    }

    @Test
    void aWrongSecretLeavesTheLinkAsItIs() {
        assertThat(enter("{\"secret\":\"" + "x".repeat(43) + "\"}").status()).isEqualTo(401);
        assertThat(enter("{\"secret\":\"" + secret() + "\"}").status()).isEqualTo(204);
    }

    @Test
    void aChangeBySessionNeedsTheHeaderThatNoFormCanSend() {
        String cookie = cookie(enter("{\"secret\":\"" + secret() + "\"}"));

        Answer forged = served.post(CANCEL, "{}").with("Cookie", cookie).once().answer();
        Answer meant = served.post(CANCEL, "{}")
                .with("Cookie", cookie)
                .with("X-Plimsoll-Request", "1")
                .once()
                .answer();
        Answer form = served.post(CANCEL, "reason=x")
                .with("Cookie", cookie)
                .with("X-Plimsoll-Request", "1")
                .with("Content-Type", "application/x-www-form-urlencoded")
                .once()
                .answer();

        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.text("/code")).isEqualTo("UNGUARDED_SESSION");
        assertThat(meant.text("/code")).isEqualTo("UNKNOWN_RUN");
        assertThat(form.status()).isEqualTo(415);
    }

    @Test
    void aChangeFromAPageElsewhereIsRefused() {
        String cookie = cookie(enter("{\"secret\":\"" + secret() + "\"}"));

        for (String[] header :
                new String[][] {{"Origin", "http://evil.example"}, {"Origin", "null"}, {"Sec-Fetch-Site", "cross-site"}
                }) {
            Answer answer = served.post(CANCEL, "{}")
                    .with("Cookie", cookie)
                    .with("X-Plimsoll-Request", "1")
                    .with(header[0], header[1])
                    .once()
                    .answer();
            assertThat(answer.status()).as(header[1]).isEqualTo(403);
            assertThat(answer.text("/code")).isEqualTo("FOREIGN_ORIGIN");
        }
    }

    @Test
    void whoeverLeavesIsNotKnownAnyMore() {
        String cookie = cookie(enter("{\"secret\":\"" + secret() + "\"}"));

        int left = served.post("/leave", "")
                .with("Cookie", cookie)
                .with("X-Plimsoll-Request", "1")
                .answer()
                .status();

        assertThat(left).isEqualTo(204);
        assertThat(served.get("/api/v1/runs").with("Cookie", cookie).answer().status())
                .isEqualTo(401);
    }

    @Test
    void aLocalUserComesInUntilHeIsDisabled() {
        Password password = new Password("correct horse battery");
        served.access().users().add(new NewUser("ann", Role.SUBMITTER, password), "tester");

        assertThat(enter("{\"name\":\"ann\",\"password\":\"wrong horse battery\"}")
                        .status())
                .isEqualTo(401);
        String cookie = cookie(enter("{\"name\":\"ann\",\"password\":\"correct horse battery\"}"));
        Answer self = served.get("/api/v1/identity").with("Cookie", cookie).answer();
        assertThat(self.text("/name")).isEqualTo("ann");
        assertThat(self.text("/role")).isEqualTo("SUBMITTER");

        served.access().users().disable("ann", "tester", "she left");
        assertThat(served.get("/api/v1/identity")
                        .with("Cookie", cookie)
                        .answer()
                        .status())
                .isEqualTo(401);
    }

    @Test
    void guessingIsSlowedDown() {
        int[] statuses = new int[30];
        for (int i = 0; i < statuses.length; i++) {
            statuses[i] = enter("{\"secret\":\"guess-" + i + "\"}").status();
        }

        assertThat(statuses).startsWith(401, 401).contains(429);
        for (int i = 0; i < statuses.length; i++) {
            statuses[i] = served.get("/api/v1/runs")
                    .bearing("plim_guess" + i)
                    .answer()
                    .status();
        }
        assertThat(statuses).startsWith(401, 401).contains(429);
    }

    private Answer enter(String body) {
        return served.post("/enter", body).answer();
    }

    private String secret() {
        String link = served.server().link().orElseThrow();
        return link.substring(link.indexOf('#') + 1);
    }

    private static String cookie(Answer answer) {
        String header = answer.header("Set-Cookie");
        return header.substring(0, header.indexOf(';'));
    }
}

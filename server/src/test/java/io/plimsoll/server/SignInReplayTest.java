package io.plimsoll.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plimsoll.access.Role;
import io.plimsoll.contracts.Rounds;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.server.Served.Answer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-ins that are shown twice, elsewhere or to nobody, and providers that are away or another. */
class SignInReplayTest {
    private static final String ANN = "ann@example.org";

    @TempDir
    private static Path folder;

    private static FakeProvider provider;
    private static Served served;

    @BeforeAll
    static void serve() throws IOException {
        Rounds.onFirstJdkOnly();
        provider = FakeProvider.started();
        served = Served.idle(
                SampleProject.in(folder),
                SignInTest.options(
                        folder,
                        provider.address(),
                        "--oidc-claim",
                        "email",
                        "--public-url",
                        "https://plimsoll.example.org/"));
        served.access().members().grant(ANN, Role.VIEWER, "tester");
    }

    @AfterAll
    static void end() {
        if (served != null) {
            served.close();
        }
        if (provider != null) {
            provider.close();
        }
    }

    @BeforeEach
    void honest() {
        provider.signsIn(Map.of("sub", "1", "email", ANN, "email_verified", true));
        provider.calls(provider.address());
    }

    @Test
    void aSignInEndsOnce() {
        SignIn signIn = SignIn.begun(served);

        assertThat(signIn.end().status()).isEqualTo(200);
        assertRefused(signIn.end());
    }

    @Test
    void aCodeIsTakenOnce() {
        SignIn one = SignIn.begun(served);
        SignIn other = SignIn.begun(served);
        String code = one.code();
        assertThat(one.end().status()).isEqualTo(200);

        assertRefused(other.end(other.cookie(), code, other.state()));
    }

    @Test
    void aCodeOfAnotherSignInHasAnotherProofKey() {
        SignIn victim = SignIn.begun(served);
        SignIn thief = SignIn.begun(served);

        assertRefused(thief.end(thief.cookie(), victim.code(), thief.state()));
    }

    @Test
    void theBrowserThatBeganItEndsItAndNoOther() {
        SignIn mine = SignIn.begun(served);
        SignIn his = SignIn.begun(served);

        // somebody is made to open an address with which he would come in as another
        assertRefused(his.end(his.cookie(), mine.code(), mine.state()));
        assertRefused(mine.end("plimsoll_sign_in=" + "x".repeat(43), mine.code(), mine.state()));
        assertRefused(served.get("/enter/oidc/answer?code=1&state=1").answer());
        assertThat(mine.end().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?code=1", "?state=1", "?error=access_denied&error_description=%3Cscript%3E&state=1"})
    void whatIsNotWholeLetsNobodyIn(String query) {
        SignIn signIn = SignIn.begun(served);
        Answer refused = served.get("/enter/oidc/answer" + query)
                .with("Cookie", signIn.cookie())
                .answer();

        assertRefused(refused);
        assertThat(refused.body()).doesNotContain("script", "access_denied");
    }

    @Test
    void nobodySaysFromOutsideWhereASignInLeads() {
        SignIn signIn = SignIn.begun(
                served, "?redirect_uri=https://evil.example&next=//evil.example&returnTo=/%5Cevil.example");

        assertThat(signIn.where().toString())
                .startsWith(provider.address() + "/authorize")
                .doesNotContain("evil");
        assertThat(signIn.wanted()).containsEntry("redirect_uri", "https://plimsoll.example.org/enter/oidc/answer");
        URI back = signIn.back();
        Answer in = served.get(back.getPath() + "?" + back.getRawQuery()
                        + "&next=https://evil.example&redirect=//evil.example")
                .with("Cookie", signIn.cookie())
                .answer();
        assertThat(in.status()).isEqualTo(200);
        assertThat(in.header("Location")).isEmpty();
        assertThat(in.body()).contains("url=/\"").doesNotContain("evil");
        assertThat(in.setCookie("plimsoll_session")).contains("Secure");
    }

    @Test
    void anAddressThatTheProviderHasNotSeenIsNobodys() {
        provider.signsIn(Map.of("sub", "1", "email", ANN));
        assertThat(SignIn.begun(served).end().body()).contains("NO_NAME").doesNotContain(ANN);
        provider.signsIn(Map.of("sub", "1", "email", ANN, "email_verified", false));
        assertThat(SignIn.begun(served).end().status()).isEqualTo(403);
    }

    @Test
    void theServerStartsAndGoesOnWhileTheProviderIsAway() throws IOException {
        int port;
        try (FakeProvider gone = FakeProvider.started()) {
            port = URI.create(gone.address()).getPort();
        }
        Path other = Files.createDirectory(folder.resolve("away"));
        String issuer = "http://127.0.0.1:" + port;
        try (Served alone = Served.idle(SampleProject.in(other), SignInTest.options(folder, issuer))) {
            assertAway(alone.get("/enter/oidc").answer());
            try (FakeProvider back = FakeProvider.at(port)) {
                back.calls("https://evil.example");
                assertAway(alone.get("/enter/oidc").answer());
                back.calls(issuer);
                alone.access().members().grant("1", Role.VIEWER, "tester");
                back.signsIn(Map.of("sub", "1"));
                assertThat(SignIn.begun(alone).end().status()).isEqualTo(200);
            }
            Answer begun = alone.get("/enter/oidc").answer();
            assertThat(begun.status()).isEqualTo(302);
            assertAway(alone.get("/enter/oidc/answer?code=1&state="
                            + begun.header("Location").replaceAll(".*[?&]state=([^&]*).*", "$1"))
                    .with("Cookie", begun.cookie("plimsoll_sign_in"))
                    .answer());
            assertThat(alone.get("/health/ready").answer().status()).isEqualTo(200);
            assertThat(IntStream.range(0, 30)
                            .mapToObj(i -> alone.get("/enter/oidc").answer().status()))
                    .as("beginning again and again is slowed down")
                    .contains(429);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--oidc-issuer https://id.example.org",
                "--oidc-client-id x",
                "--oidc-claim sub",
                "--oidc-issuer http://id.example.org --oidc-client-id x",
                "--oidc-issuer https://a:b@id.example.org --oidc-client-id x",
                "--oidc-issuer file:///etc/passwd --oidc-client-id x",
                "--oidc-issuer https://id.example.org --oidc-client-id x --oidc-claim name",
                "--oidc-issuer https://id.example.org --oidc-client-id x --oidc-secret y",
                "--oidc-issuer https://id.example.org --oidc-client-id x --host 0.0.0.0",
                "--oidc-issuer https://id.example.org --oidc-client-id x --public-url http://plimsoll.example.org",
                "--public-url https://plimsoll.example.org/path",
                "--public-url plimsoll.example.org"
            })
    void whatIsNotWholeOrNotToBeTrustedIsRefusedAtTheStart(String arguments) {
        PlimsollException refused =
                catchThrowableOfType(PlimsollException.class, () -> ServerOptions.parse(arguments.split(" ")));

        assertThat(refused.code()).isEqualTo(ErrorCode.USAGE);
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(401);
        assertThat(answer.body()).contains("SIGN_IN_NOT_ACCEPTED");
        assertThat(answer.setCookie("plimsoll_session")).isEmpty();
    }

    private static void assertAway(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.body()).contains("IDENTITY_PROVIDER_AWAY").doesNotContain("Exception", "127.0.0.1");
    }
}

package io.plimsoll.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.access.Role;
import io.plimsoll.server.Served.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Signing in by an identity provider, over HTTP from end to end. */
class SignInTest {
    private static final String ANN = "auth0|ann";
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final IdToken.Signer FOREIGN = IdToken.Signer.fresh("k1");
    private static final IdToken.Signer UNKNOWN = IdToken.Signer.fresh("k2");

    @TempDir
    private static Path folder;

    private static FakeProvider provider;
    private static Served served;

    @BeforeAll
    static void serve() throws IOException {
        provider = FakeProvider.started();
        served = Served.idle(SampleProject.in(folder), options(folder, provider.address()));
        served.access().members().grant(ANN, Role.SUBMITTER, "tester");
    }

    static String[] options(Path folder, String issuer, String... more) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), FakeProvider.SECRET + "\n");
        List<String> all = new ArrayList<>(List.of(
                "--oidc-issuer",
                issuer,
                "--oidc-client-id",
                FakeProvider.CLIENT,
                "--oidc-secret-file",
                secret.toString()));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @AfterAll
    static void end() {
        served.close();
        provider.close();
    }

    @BeforeEach
    void honest() {
        provider.signsIn(Map.of("sub", ANN));
        provider.forges(IdToken::signed);
    }

    @Test
    void theWayInNamesTheProviderWhereverOneIsAsked() {
        Answer entry = served.get("/enter").answer();
        Answer overview = served.get("/").with("Accept", "text/html").answer();

        assertThat(entry.status()).isEqualTo(200);
        assertThat(overview.status()).isEqualTo(401);
        assertThat(overview.body()).isEqualTo(entry.body()).contains("href=\"/enter/oidc\"");
    }

    @Test
    void aMemberComesInWithHisRoleUntilItIsTaken() {
        SignIn signIn = SignIn.begun(served);
        Answer in = signIn.end();

        assertThat(in.status()).as(in.body()).isEqualTo(200);
        assertThat(in.header("Content-Type")).startsWith("text/html");
        assertThat(in.body()).contains("url=/\"").doesNotContain(ANN);
        assertThat(in.setCookie("plimsoll_session")).contains("HttpOnly", "SameSite=Strict", "Path=/");
        String cookie = in.cookie("plimsoll_session");
        Answer self = served.get("/api/v1/identity").with("Cookie", cookie).answer();
        assertThat(self.text("/name")).isEqualTo(ANN);
        assertThat(self.text("/role")).isEqualTo("SUBMITTER");
        assertThat(self.text("/origin")).isEqualTo("OIDC");

        served.access().members().grant(ANN, Role.APPROVER, "tester");
        assertThat(served.get("/api/v1/identity")
                        .with("Cookie", cookie)
                        .answer()
                        .text("/role"))
                .isEqualTo("APPROVER");
        served.access().members().revoke(ANN, "tester", "she left");
        assertThat(served.get("/api/v1/identity")
                        .with("Cookie", cookie)
                        .answer()
                        .status())
                .isEqualTo(401);
        served.access().members().grant(ANN, Role.SUBMITTER, "tester");
    }

    @Test
    void theProviderIsAskedAsTheStandardSays() {
        SignIn signIn = SignIn.begun(served);

        assertThat(signIn.wanted())
                .containsEntry("tenant", "1")
                .containsEntry("response_type", "code")
                .containsEntry("client_id", FakeProvider.CLIENT)
                .containsEntry("scope", "openid")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", served.server().address() + "/enter/oidc/answer")
                .hasEntrySatisfying("state", state -> assertThat(state).hasSizeGreaterThan(40))
                .hasEntrySatisfying("nonce", nonce -> assertThat(nonce).hasSizeGreaterThan(40))
                .hasEntrySatisfying(
                        "code_challenge", challenge -> assertThat(challenge).hasSize(43));
        assertThat(SignIn.begun(served).wanted().get("state"))
                .isNotEqualTo(signIn.wanted().get("state"));
        assertThat(signIn.cookieHeader()).contains("HttpOnly", "SameSite=Lax", "Path=/enter/oidc", "Max-Age=600");
    }

    @Test
    void whoeverHasNoRoleIsToldByWhatNameHeIsKnown() {
        provider.signsIn(Map.of("sub", "<b>eve</b>"));
        Answer refused = SignIn.begun(served).end();

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body())
                .contains("NO_ROLE", "&lt;b&gt;eve&lt;/b&gt;", "plimsoll members grant")
                .doesNotContain("<b>");
        assertThat(refused.setCookie("plimsoll_session")).isEmpty();
    }

    static Stream<Arguments> forgeries() {
        return Stream.of(
                forgery("signed by another's key", (claims, key) -> IdToken.signed(claims, FOREIGN)),
                forgery("signed by a key that is unknown", (claims, key) -> IdToken.signed(claims, UNKNOWN)),
                forgery("not signed", (claims, key) -> IdToken.unsigned(claims)),
                forgery("signed by the public key", IdToken::signedByPublicKey),
                forgery("changed after it was signed", SignInTest::changed),
                forgery("of a foreign issuer", with("iss", "https://evil.example")),
                forgery("for a foreign audience", with("aud", "another-client")),
                forgery("for several, of which another asked for it", several()),
                forgery("expired", with("exp", LONG_AGO.getEpochSecond())),
                forgery("with the nonce of another sign-in", with("nonce", "x".repeat(43))),
                forgery("without a nonce", without("nonce")),
                forgery("without an end", without("exp")),
                forgery("of nobody", without("sub")),
                forgery("no token at all", (claims, key) -> "a.b.c"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void aForgedTokenLetsNobodyIn(String what, IdToken.Forgery forgery) {
        provider.forges(forgery);
        Answer refused = SignIn.begun(served).end();

        assertThat(refused.status()).as(what).isEqualTo(401);
        assertThat(refused.body()).contains("SIGN_IN_NOT_ACCEPTED").doesNotContain("Exception", "Jwt", ANN);
        assertThat(refused.setCookie("plimsoll_session")).isEmpty();
    }

    private static Arguments forgery(String name, IdToken.Forgery forgery) {
        return Arguments.of(name, forgery);
    }

    private static IdToken.Forgery with(String claim, Object value) {
        return changing(claims -> claims.put(claim, value));
    }

    private static IdToken.Forgery without(String claim) {
        return changing(claims -> claims.remove(claim));
    }

    private static IdToken.Forgery several() {
        return changing(claims -> {
            claims.put("aud", List.of(FakeProvider.CLIENT, "another-client"));
            claims.put("azp", "another-client");
        });
    }

    private static IdToken.Forgery changing(Consumer<Map<String, Object>> change) {
        return (claims, key) -> {
            Map<String, Object> changed = new HashMap<>(claims);
            change.accept(changed);
            return IdToken.signed(changed, key);
        };
    }

    private static String changed(Map<String, Object> claims, IdToken.Signer key) {
        Map<String, Object> admin = new HashMap<>(claims);
        admin.put("sub", "somebody-else");
        String signature = IdToken.signed(claims, key).split("\\.", -1)[2];
        String[] parts = IdToken.signed(admin, key).split("\\.", -1);
        return parts[0] + "." + parts[1] + "." + signature;
    }
}

package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.access.Access;
import io.plimsoll.access.Identity;
import io.plimsoll.access.Password;
import io.plimsoll.access.Role;
import io.plimsoll.cli.sample.SampleProject;
import io.plimsoll.contracts.Rounds;
import io.plimsoll.storage.LocalWorkspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens, users and members by what is typed. */
class AccessTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final String GOOD = "four words and more";

    @TempDir
    private Path project;

    private Terminal ada;

    @BeforeEach
    void makeAProject() {
        Rounds.onFirstJdkOnly();
        SampleProject.writeTo(project);
        ada = new Terminal(project, Map.of("PLIMSOLL_ACTOR", "ada"));
    }

    @Test
    void nobodyIsThereAtFirstAndAskingMakesNothing() {
        assertThat(ada.type("tokens").exits(0).out()).startsWith("no tokens: ");
        assertThat(ada.type("users").exits(0).out()).startsWith("no local users: ");
        assertThat(ada.type("members").exits(0).out()).startsWith("no members: ");
        assertThat(project.resolve(".plimsoll/plimsoll.db")).doesNotExist();
    }

    @Test
    void aTokenIsMadeShownOnceAndRevoked() throws IOException {
        JsonNode made = ada.type("tokens", "create", "nightly", "--role", "submitter", "--expires", "90d", "--json")
                .exits(0)
                .json();
        String id = made.get("id").asText();
        String secret = made.get("secret").asText();
        assertThat(made.get("owner").asText()).isEqualTo("ada");
        assertThat(made.get("expires").asText()).isEqualTo("2027-02-21T12:00:00Z");
        assertThat(presented(secret)).contains(new Identity("ada", Role.SUBMITTER, Identity.Origin.TOKEN));

        assertThat(ada.type("tokens", "list").exits(0).out())
                .containsPattern(id + " +nightly +submitter +ada +2026-11-23 12:00:00 +2027-02-21 12:00:00 +2026-11-23"
                        + " 12:00:00 +valid");
        assertThat(ada.type("tokens", "revoke", id, "--reason", "it was in a log")
                        .exits(0)
                        .out())
                .isEqualTo("the token " + id + " is refused from now on\n");
        assertThat(presented(secret)).isEmpty();
        JsonNode again = ada.type("tokens", "revoke", id, "--reason", "once more", "--json")
                .exits(0)
                .json();
        assertThat(again.get("changed").asBoolean()).isFalse();
        assertThat(ada.type("tokens", "list", "--json")
                        .exits(0)
                        .json()
                        .at("/tokens/0/state")
                        .asText())
                .isEqualTo("revoked");
        assertThat(ada.type("audit", "list").exits(0).out())
                .contains("made the token " + id + " (nightly), submitter, for ada, until 2027-02-21T12:00:00Z")
                .contains("revoked the token " + id + ": it was in a log");
        assertNowhere(secret.substring(18));
        assertSound();
    }

    @Test
    void aTokenForAnotherIsShownToAPerson() {
        String out = ada.type("tokens", "create", "ci", "--role", "VIEWER", "--owner", "robot")
                .exits(0)
                .out();

        assertThat(out)
                .containsPattern("made the token [0-9a-f]{12} \\(ci\\): viewer, in the name of robot\n\nplim_")
                .contains("shown this once");
    }

    @Test
    void whatCannotBeAToken() {
        assertThat(ada.type("tokens", "create", "ci").exits(2).err()).contains("--role");
        assertThat(ada.type("tokens", "create", "ci", "--role", "king").exits(2).err())
                .startsWith("error[USAGE]")
                .contains("VIEWER, SUBMITTER, APPROVER, ADMIN");
        assertThat(ada.type("tokens", "create", "CI", "--role", "viewer")
                        .exits(2)
                        .err())
                .startsWith("error[USAGE]: this cannot be a token's name");
        assertThat(ada.type("tokens", "create", "ci", "--role", "viewer", "--owner", "two words")
                        .exits(2)
                        .err())
                .startsWith("error[USAGE]: this cannot be the owner of a token");
        assertThat(ada.type("tokens", "create", "ci", "--role", "viewer", "--expires", "soon")
                        .exits(2)
                        .err())
                .startsWith("error[USAGE]: this is no length of time, --expires");
        assertThat(ada.type("tokens", "create", "ci", "--role", "viewer", "--expires", "0d")
                        .exits(2)
                        .err())
                .startsWith("error[USAGE]: a token is accepted for more than no time");
        assertThat(ada.type("tokens", "revoke", "000000000000", "--reason", "x")
                        .exits(2)
                        .err())
                .startsWith("error[UNKNOWN_TOKEN]");
        assertThat(ada.type("tokens", "list", "--json").exits(0).json().get("tokens"))
                .isEmpty();
    }

    @Test
    void aUserIsAddedWithAPasswordThatIsTypedTwice() throws IOException {
        assertThat(ada.type(GivenSecrets.typed(GOOD, GOOD), "users", "add", "grace", "--role", "approver")
                        .exits(0)
                        .out())
                .isEqualTo("added the user grace, approver\n");

        assertThat(signedIn("grace", GOOD)).contains(new Identity("grace", Role.APPROVER, Identity.Origin.USER));
        assertThat(ada.type("users", "list").exits(0).out())
                .containsPattern("grace +approver +2026-11-23 12:00:00 +enabled");
        assertNowhere(GOOD);
        assertSound();
    }

    @Test
    void aPasswordComesFromATerminalOrStandardInputAndIsGood() {
        assertThat(ada.type("users", "add", "grace", "--role", "admin").exits(2).err())
                .startsWith("error[PASSWORD_REFUSED]: no password was given, standard input");
        for (String bad : List.of("", "short", "aaaaaaaaaaaaaaaa", "x".repeat(257))) {
            assertThat(ada.type(GivenSecrets.piped(bad), "users", "add", "grace", "--role", "admin")
                            .exits(2)
                            .err())
                    .startsWith("error[PASSWORD_REFUSED]")
                    .doesNotContain("aaaa");
        }
        assertThat(ada.type(GivenSecrets.typed(GOOD, "four words and mere"), "users", "add", "grace", "--role", "admin")
                        .exits(2)
                        .err())
                .startsWith("error[PASSWORD_REFUSED]: these were two passwords");
        assertThat(ada.type("users", "list", "--json").exits(0).json().get("users"))
                .isEmpty();
    }

    @Test
    void aUserGetsAnotherRoleAndPasswordIsDisabledAndEnabled() {
        ada.type(GivenSecrets.piped(GOOD), "users", "add", "grace", "--role", "viewer")
                .exits(0);

        assertThat(ada.type("users", "role", "grace", "admin").exits(0).out())
                .isEqualTo("now: the user grace, admin\n");
        assertThat(ada.type("users", "role", "grace", "admin").exits(0).out())
                .isEqualTo("as before: the user grace, admin\n");
        ada.type(GivenSecrets.piped("another four words"), "users", "password", "grace")
                .exits(0);
        assertThat(signedIn("grace", GOOD)).isEmpty();
        assertThat(signedIn("grace", "another four words")).isPresent();
        assertThat(ada.type("users", "disable", "grace", "--reason", "on leave")
                        .exits(0)
                        .out())
                .isEqualTo("now: the user grace, admin, disabled since 2026-11-23 12:00:00\n");
        assertThat(signedIn("grace", "another four words")).isEmpty();
        assertThat(ada.type("users", "enable", "grace", "--json")
                        .exits(0)
                        .json()
                        .get("changed")
                        .asBoolean())
                .isTrue();

        assertThat(ada.type("users", "role", "bob", "admin").exits(2).err()).startsWith("error[UNKNOWN_USER]");
        assertThat(ada.type(GivenSecrets.piped(GOOD), "users", "add", "grace", "--role", "viewer")
                        .exits(2)
                        .err())
                .startsWith("error[ALREADY_EXISTS]: there is a user grace already");
        assertThat(ada.type("audit", "list").exits(0).out())
                .contains("added the user grace, viewer\n")
                .contains("made the user grace admin instead of viewer")
                .contains("set the password of the user grace")
                .contains("disabled the user grace: on leave")
                .contains("enabled the user grace");
        assertSound();
    }

    @Test
    void aMemberGetsARoleAndLosesIt() {
        String who = "auth0|7f3";
        assertThat(ada.type("members", "grant", who, "--role", "viewer")
                        .exits(0)
                        .out())
                .isEqualTo("now: the member auth0|7f3, viewer\n");
        ada.type("members", "grant", who, "--role", "submitter").exits(0);
        assertThat(ada.type("members", "revoke", who, "--reason", "moved on")
                        .exits(0)
                        .out())
                .isEqualTo("now: the member auth0|7f3, nothing since 2026-11-23 12:00:00\n");

        assertThat(ada.type("members", "list", "--json")
                        .exits(0)
                        .json()
                        .at("/members/0/role")
                        .asText())
                .isEqualTo("none");
        assertThat(ada.type("members", "list").exits(0).out()).contains("auth0|7f3", "nothing since");
        assertThat(ada.type("members", "revoke", "bob", "--reason", "who")
                        .exits(2)
                        .err())
                .startsWith("error[UNKNOWN_USER]: nothing was granted");
        assertThat(ada.type("audit", "list", "--of", who).exits(0).out())
                .contains("made the member auth0|7f3 viewer\n")
                .contains("made the member auth0|7f3 submitter instead of viewer")
                .contains("let the member auth0|7f3 do nothing any more instead of submitter: moved on");
        assertSound();
    }

    private Optional<Identity> presented(String secret) {
        return inWorkspace(access -> access.tokens().present(secret));
    }

    private Optional<Identity> signedIn(String name, String password) {
        return inWorkspace(access -> access.users().present(name, new Password(password)));
    }

    private Optional<Identity> inWorkspace(Function<Access, Optional<Identity>> asked) {
        try (LocalWorkspace workspace = LocalWorkspace.open(project.resolve(".plimsoll"), CLOCK)) {
            return asked.apply(workspace.access());
        }
    }

    /** In no file of the workspace are the characters of a secret. */
    private void assertNowhere(String secret) throws IOException {
        try (var files = Files.walk(project.resolve(".plimsoll"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(content.contains(secret)).as("%s", file).isFalse();
            }
        }
    }

    private void assertSound() {
        ada.type("doctor").exits(0);
        ada.type("audit", "verify").exits(0);
    }
}

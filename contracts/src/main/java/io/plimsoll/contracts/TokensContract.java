package io.plimsoll.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.access.AccessToken;
import io.plimsoll.access.Identity;
import io.plimsoll.access.Members;
import io.plimsoll.access.NewToken;
import io.plimsoll.access.NewUser;
import io.plimsoll.access.Password;
import io.plimsoll.access.Role;
import io.plimsoll.access.Secrecy;
import io.plimsoll.access.Tokens;
import io.plimsoll.access.Tokens.Created;
import io.plimsoll.access.Tries;
import io.plimsoll.access.Users;
import io.plimsoll.audit.Chain;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.workspace.Event;
import io.plimsoll.workspace.Event.Action;
import io.plimsoll.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every workspace does with tokens: a secret is shown once, and lets in as long as it may, as far as its owner may. */
public abstract class TokensContract extends WorkspaceContract {
    /** So that tests need not wait for every password. */
    protected static final Secrecy FEW_ROUNDS = new Secrecy(new SecureRandom(), 10);

    private static final Password PASSWORD = new Password("four words and more");

    @TempDir
    private Path place;

    private final SetClock clock = new SetClock(Samples.NOW);

    private Workspace workspace;
    private Tokens tokens;
    private Users users;
    private Members members;

    @BeforeEach
    final void openUnderTheClock() {
        workspace = open(place, clock);
        tokens = workspace.access().tokens();
        users = workspace.access().users();
        members = workspace.access().members();
    }

    @AfterEach
    final void close() {
        workspace.close();
    }

    @Test
    final void aTokenLetsInWhoeverHasItsSecret() {
        Created made = create("ci", "robot", Role.SUBMITTER, null);

        assertThat(made.secret())
                .matches("plim_[0-9a-f]{12}_[A-Za-z0-9_-]{43}")
                .contains(made.token().id());
        assertThat(made.toString()).doesNotContain(made.secret().substring(18));
        assertThat(made.token())
                .isEqualTo(new AccessToken(
                        made.token().id(), "ci", "robot", Role.SUBMITTER, clock.instant(), null, null, null));
        assertThat(tokens.list()).containsExactly(made.token());
        assertThat(tokens.find(made.token().id())).contains(made.token());
        assertThat(tokens.present(made.secret()))
                .contains(new Identity("robot", Role.SUBMITTER, Identity.Origin.TOKEN));
    }

    @Test
    final void nothingElseLetsIn() {
        Created made = create("ci", "robot", Role.ADMIN, null);
        Created another = create("ci", "robot", Role.ADMIN, null);
        String secret = made.secret();

        for (String wrong : List.of(
                "",
                "\0",
                secret + " ",
                secret.toUpperCase(Locale.ROOT),
                secret.substring(1),
                secret.substring(0, secret.length() - 1),
                secret.substring(0, 18) + another.secret().substring(18),
                "plim_000000000000" + secret.substring(17),
                "plim_" + made.token().id() + "_" + "A".repeat(43),
                secret.replace("plim_", "plim-"))) {
            assertThat(tokens.present(wrong)).as(wrong).isEmpty();
        }
        for (String id : List.of("", "\0", "000000000000", "' or 1=1 --")) {
            assertThat(tokens.find(id)).as(id).isEmpty();
            assertRefused(ErrorCode.UNKNOWN_TOKEN, () -> tokens.revoke(id, "eve", "why not"));
        }
    }

    @Test
    final void eachOfItsCharactersCounts() {
        String secret = create("ci", "robot", Role.VIEWER, null).secret();
        for (int i = 0; i < secret.length(); i++) {
            char other = secret.charAt(i) == 'a' ? 'b' : 'a';
            String wrong = secret.substring(0, i) + other + secret.substring(i + 1);
            assertThat(tokens.present(wrong)).as("character %s", i).isEmpty();
        }
    }

    @Test
    final void aTokenThatWasRevokedIsRefusedAtOnceAndForGood() {
        Created made = create("ci", "robot", Role.VIEWER, null);

        assertThat(tokens.revoke(made.token().id(), "ada", "it was in a log")).isTrue();

        assertThat(tokens.present(made.secret())).isEmpty();
        assertThat(tokens.find(made.token().id()).map(AccessToken::revoked)).contains(clock.instant());
        clock.goOn(Duration.ofDays(1));
        assertThat(tokens.revoke(made.token().id(), "ada", "again")).isFalse();
        assertThat(tokens.find(made.token().id()).map(AccessToken::revoked)).contains(Samples.NOW);
    }

    @Test
    final void aTokenIsAcceptedUntilItExpires() {
        Created made = create("ci", "robot", Role.VIEWER, Duration.ofDays(90));

        assertThat(made.token().expires()).isEqualTo(clock.instant().plus(Duration.ofDays(90)));
        clock.goOn(Duration.ofDays(90).minusMillis(1));
        assertThat(tokens.present(made.secret())).isPresent();
        clock.goOn(Duration.ofMillis(1));
        assertThat(tokens.present(made.secret())).isEmpty();
        for (Duration never : List.of(Duration.ZERO, Duration.ofDays(-1), Duration.ofDays(10_000))) {
            assertRefused(ErrorCode.USAGE, () -> create("ci", "robot", Role.VIEWER, never));
        }
    }

    @Test
    final void itsUseIsNotedToTheMinute() {
        Created made = create("ci", "robot", Role.VIEWER, null);
        Instant first = clock.instant();

        tokens.present(made.secret());
        clock.goOn(Duration.ofSeconds(59));
        tokens.present(made.secret());
        assertThat(tokens.find(made.token().id()).map(AccessToken::lastUsed)).contains(first);

        clock.goOn(Duration.ofSeconds(1));
        tokens.present(made.secret());
        assertThat(tokens.find(made.token().id()).map(AccessToken::lastUsed)).contains(clock.instant());
    }

    @Test
    final void aTokenDoesNoMoreThanTheUserWhoOwnsIt() {
        users.add(new NewUser("ada", Role.ADMIN, PASSWORD), "root");
        String strong = create("a", "ada", Role.ADMIN, null).secret();
        String weak = create("b", "ada", Role.VIEWER, null).secret();

        users.setRole("ada", Role.SUBMITTER, "root");

        assertThat(tokens.present(strong).map(Identity::role)).contains(Role.SUBMITTER);
        assertThat(tokens.present(weak).map(Identity::role)).contains(Role.VIEWER);
        users.disable("ada", "root", "left");
        assertThat(tokens.present(strong)).isEmpty();
        assertThat(tokens.present(weak)).isEmpty();
    }

    @Test
    final void aTokenDoesNoMoreThanTheMemberWhoOwnsIt() {
        members.grant("ada@example.org", Role.APPROVER, "root");
        String secret = create("a", "ada@example.org", Role.ADMIN, null).secret();

        assertThat(tokens.present(secret).map(Identity::role)).contains(Role.APPROVER);
        members.revoke("ada@example.org", "root", "left");
        assertThat(tokens.present(secret)).isEmpty();
    }

    @Test
    final void aWaitAfterTriesInVainIsOverInTime() {
        users.add(new NewUser("ada", Role.VIEWER, PASSWORD), "root");
        for (int i = 0; i < Tries.FREE; i++) {
            users.present("ada", new Password("another one than that"));
        }

        assertThat(users.present("ada", PASSWORD)).isEmpty();
        clock.goOn(Duration.ofSeconds(1));
        assertThat(users.present("ada", PASSWORD)).isPresent();
    }

    @Test
    final void eachChangeIsOneEventWithoutTheSecret() throws IOException {
        Created made = create("ci", "robot", Role.SUBMITTER, Duration.ofDays(1));
        tokens.present(made.secret());
        tokens.revoke(made.token().id(), "grace", "rotated");
        tokens.revoke(made.token().id(), "grace", "rotated");

        List<Event> events = workspace.events().events(0, 100);
        Event.Body created = events.get(0).read();
        assertThat(events).hasSize(2);
        assertThat(created.action()).isEqualTo(Action.TOKEN_CREATED);
        assertThat(created.subject()).isEqualTo(made.token().id());
        assertThat(created.after())
                .containsAllEntriesOf(Map.of("name", "ci", "owner", "robot", "role", "SUBMITTER"))
                .containsEntry("expires", String.valueOf(made.token().expires()))
                .containsEntry("seal_sha256", tokens.seals().get(made.token().id()));
        assertThat(events.get(1).read().action()).isEqualTo(Action.TOKEN_REVOKED);
        assertThat(events.get(1).read().actor()).isEqualTo("grace");
        assertThat(events)
                .noneMatch(event -> event.body().contains(made.secret().substring(18)));
        assertThat(Chain.verify(workspace.events())).isEmpty();
    }

    @Test
    final void ofManyWhoRevokeAtOnceOneDoes() throws Exception {
        String id = create("ci", "robot", Role.VIEWER, null).token().id();
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            calls.add(() -> tokens.revoke(id, "ada", "rotated"));
        }

        assertThat(together(calls)).containsOnlyOnce(true);

        assertThat(workspace.events().head().sequence()).isEqualTo(2);
    }

    private Created create(String name, String owner, Role role, @Nullable Duration lifetime) {
        return tokens.create(new NewToken(name, owner, role, lifetime), "root");
    }
}

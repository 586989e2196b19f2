package io.plimsoll.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.access.Identity;
import io.plimsoll.access.Member;
import io.plimsoll.access.Members;
import io.plimsoll.access.NewUser;
import io.plimsoll.access.Password;
import io.plimsoll.access.Role;
import io.plimsoll.access.Secrecy;
import io.plimsoll.access.Tries;
import io.plimsoll.access.User;
import io.plimsoll.access.Users;
import io.plimsoll.audit.Chain;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.workspace.Event;
import io.plimsoll.workspace.Event.Action;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every workspace does with local users and members: each change once, with one event, and nobody in whom nobody let in. */
public abstract class AccessContract extends WorkspaceContract {
    /** So that tests need not wait for every password. */
    protected static final Secrecy FEW_ROUNDS = new Secrecy(new SecureRandom(), 10);

    private static final Password GOOD = new Password("four words and more");
    private static final Password OTHER = new Password("a password of another");

    private Users users;
    private Members members;

    @BeforeEach
    final void takeAccess() {
        users = workspace().access().users();
        members = workspace().access().members();
    }

    @Test
    final void nobodyIsLetInAtFirst() {
        assertThat(users.list()).isEmpty();
        assertThat(members.list()).isEmpty();
        assertThat(users.find("ada")).isEmpty();
        assertThat(members.find("ada")).isEmpty();
        assertThat(users.present("ada", GOOD)).isEmpty();
        assertThat(members.present("ada")).isEmpty();
        assertThat(users.seals()).isEmpty();
    }

    @Test
    final void whatCannotBeANameIsNobodys() {
        for (String name : List.of("", "\0", "ada\0", "Ada", "../ada", "ada' or 1=1", "a".repeat(65))) {
            assertThat(users.find(name)).as(name).isEmpty();
            assertThat(users.present(name, GOOD)).as(name).isEmpty();
            assertRefused(ErrorCode.UNKNOWN_USER, () -> users.setRole(name, Role.ADMIN, "eve"));
            assertRefused(ErrorCode.USAGE, () -> users.add(new NewUser(name, Role.ADMIN, GOOD), "eve"));
        }
        for (String subject : List.of("", "\0", "a b", "ä", "a".repeat(256))) {
            assertThat(members.present(subject)).as(subject).isEmpty();
            assertRefused(ErrorCode.UNKNOWN_USER, () -> members.revoke(subject, "eve", "why not"));
            assertRefused(ErrorCode.USAGE, () -> members.grant(subject, Role.ADMIN, "eve"));
        }
        assertThat(workspace().events().head().sequence()).isZero();
    }

    @Test
    final void aUserSignsInWithHisPasswordAndNoOther() {
        User ada = users.add(new NewUser("ada", Role.APPROVER, GOOD), "root");

        assertThat(ada).isEqualTo(new User("ada", Role.APPROVER, CLOCK.instant(), null));
        assertThat(users.list()).containsExactly(ada);
        assertThat(users.present("ada", GOOD)).contains(new Identity("ada", Role.APPROVER, Identity.Origin.USER));
        assertThat(users.present("ada", OTHER)).isEmpty();
        assertRefused(ErrorCode.ALREADY_EXISTS, () -> users.add(new NewUser("ada", Role.ADMIN, OTHER), "eve"));
        assertThat(users.find("ada")).contains(ada);
    }

    @Test
    final void anotherPasswordTakesThePlaceOfTheOldOne() {
        users.add(new NewUser("ada", Role.VIEWER, GOOD), "root");

        users.setPassword("ada", OTHER, "ada");

        assertThat(users.present("ada", GOOD)).isEmpty();
        assertThat(users.present("ada", OTHER)).isPresent();
        assertRefused(ErrorCode.PASSWORD_REFUSED, () -> users.setPassword("ada", new Password("short"), "ada"));
        assertRefused(ErrorCode.UNKNOWN_USER, () -> users.setPassword("bob", GOOD, "ada"));
    }

    @Test
    final void whoIsDisabledIsRefusedUntilHeIsEnabled() {
        users.add(new NewUser("ada", Role.VIEWER, GOOD), "root");

        assertThat(users.disable("ada", "root", "left the company")).isTrue();
        assertThat(users.disable("ada", "root", "left the company")).isFalse();
        assertThat(users.present("ada", GOOD)).isEmpty();
        assertThat(users.find("ada").map(User::disabled)).contains(CLOCK.instant());
        assertThat(users.enable("ada", "root")).isTrue();
        assertThat(users.enable("ada", "root")).isFalse();
        assertThat(users.present("ada", GOOD)).isPresent();
        assertRefused(ErrorCode.UNKNOWN_USER, () -> users.disable("bob", "root", "who is that"));
        assertRefused(ErrorCode.UNKNOWN_USER, () -> users.enable("bob", "root"));
    }

    /** The clock stands still: no wait is ever over. */
    @Test
    final void afterManyTriesInVainNotEvenTheRightPasswordIsLookedAt() {
        users.add(new NewUser("ada", Role.VIEWER, GOOD), "root");
        for (int i = 0; i < Tries.FREE; i++) {
            assertThat(users.present("ada", OTHER)).isEmpty();
        }

        assertThat(users.present("ada", GOOD)).isEmpty();

        users.setPassword("ada", OTHER, "root");
        assertThat(users.present("ada", OTHER)).isPresent();
    }

    @Test
    final void aSignInThatGoesWellForgetsTheTriesBefore() {
        users.add(new NewUser("ada", Role.VIEWER, GOOD), "root");
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < Tries.FREE - 1; i++) {
                assertThat(users.present("ada", OTHER)).isEmpty();
            }
            assertThat(users.present("ada", GOOD)).isPresent();
        }
    }

    /** Each is counted before it is looked at, so that no more are looked at than one after the other. */
    @Test
    final void manyTriesAtOnceAreNoWayAround() throws Exception {
        users.add(new NewUser("ada", Role.VIEWER, GOOD), "root");
        List<Callable<Optional<Identity>>> calls = new ArrayList<>();
        for (int i = 0; i < Tries.FREE; i++) {
            calls.add(() -> users.present("ada", OTHER));
        }

        assertThat(together(calls)).containsOnly(Optional.empty());

        assertThat(users.present("ada", GOOD)).isEmpty();
    }

    @Test
    final void aMemberMayWhatWasGrantedToHimLast() {
        assertThat(members.grant("auth0|7f3", Role.SUBMITTER, "ada")).isTrue();
        assertThat(members.grant("auth0|7f3", Role.SUBMITTER, "ada")).isFalse();
        assertThat(members.present("auth0|7f3"))
                .contains(new Identity("auth0|7f3", Role.SUBMITTER, Identity.Origin.OIDC));
        assertThat(members.present("AUTH0|7f3")).isEmpty();

        members.grant("auth0|7f3", Role.ADMIN, "grace");

        assertThat(members.list()).containsExactly(new Member("auth0|7f3", Role.ADMIN, CLOCK.instant(), "grace", null));
    }

    @Test
    final void aMemberWhoWasRevokedMayNothingUntilItIsGrantedAgain() {
        members.grant("ada@example.org", Role.ADMIN, "root");

        assertThat(members.revoke("ada@example.org", "root", "moved on")).isTrue();
        assertThat(members.revoke("ada@example.org", "root", "moved on")).isFalse();
        assertThat(members.present("ada@example.org")).isEmpty();
        assertThat(members.find("ada@example.org").map(Member::revoked)).contains(CLOCK.instant());
        assertThat(members.grant("ada@example.org", Role.ADMIN, "root")).isTrue();
        assertThat(members.present("ada@example.org")).isPresent();
        assertRefused(ErrorCode.UNKNOWN_USER, () -> members.revoke("bob", "root", "who is that"));
    }

    @Test
    final void eachChangeIsOneEventWithoutAnythingSecret() throws IOException {
        users.add(new NewUser("ada", Role.VIEWER, GOOD), "root");
        users.setRole("ada", Role.APPROVER, "root");
        users.setRole("ada", Role.APPROVER, "root");
        users.setPassword("ada", OTHER, "ada");
        users.disable("ada", "root", "on leave");
        users.enable("ada", "root");
        members.grant("bob", Role.VIEWER, "ada");
        members.grant("bob", Role.SUBMITTER, "ada");
        members.revoke("bob", "ada", "moved on");
        members.grant("bob", Role.VIEWER, "ada");

        List<Event.Body> bodies = bodies();
        assertThat(bodies)
                .extracting(Event.Body::action)
                .containsExactly(
                        Action.USER_ADDED,
                        Action.USER_ROLE_SET,
                        Action.USER_PASSWORD_SET,
                        Action.USER_DISABLED,
                        Action.USER_ENABLED,
                        Action.MEMBER_GRANTED,
                        Action.MEMBER_GRANTED,
                        Action.MEMBER_REVOKED,
                        Action.MEMBER_GRANTED);
        assertThat(bodies.get(1).before()).isEqualTo(Map.of("role", "VIEWER"));
        assertThat(bodies.get(1).after()).isEqualTo(Map.of("role", "APPROVER"));
        assertThat(bodies.get(2).after())
                .containsOnlyKeys("seal_sha256")
                .isNotEqualTo(bodies.get(0).after());
        assertThat(bodies.get(3).reason()).isEqualTo("on leave");
        assertThat(bodies.get(7).after()).isEqualTo(Map.of("role", "none"));
        assertThat(bodies.get(8).before()).isEqualTo(Map.of("role", "none"));
        assertThat(users.seals())
                .containsExactly(Map.entry("ada", bodies.get(2).after().get("seal_sha256")));
        assertThat(workspace().events().events(0, 100))
                .extracting(Event::body)
                .noneMatch(body -> body.contains("four words") || body.contains("pbkdf2"));
        assertThat(Chain.verify(workspace().events())).isEmpty();
    }

    @Test
    final void manyGrantTheSameAndOneChangesIt() throws Exception {
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            calls.add(() -> members.grant("bob", Role.VIEWER, "ada"));
        }

        assertThat(together(calls)).containsOnlyOnce(true);

        assertThat(bodies()).hasSize(1);
    }

    private List<Event.Body> bodies() throws IOException {
        List<Event.Body> bodies = new ArrayList<>();
        for (Event event : workspace().events().events(0, 100)) {
            bodies.add(event.read());
        }
        return bodies;
    }
}

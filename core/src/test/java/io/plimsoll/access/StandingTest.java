package io.plimsoll.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.access.Identity.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void eachRoleMayWhatThoseBeforeItMay() {
        Role[] roles = Role.values();
        for (int one = 0; one < roles.length; one++) {
            for (int other = 0; other < roles.length; other++) {
                assertThat(roles[one].includes(roles[other])).isEqualTo(one >= other);
                assertThat(Role.lesser(roles[one], roles[other])).isEqualTo(roles[Math.min(one, other)]);
            }
        }
    }

    @Test
    void aTokenMayTheLeastOfWhatItAndItsOwnerMay() {
        for (Role token : Role.values()) {
            for (Role user : Role.values()) {
                for (Role member : Role.values()) {
                    Role least = Arrays.stream(new Role[] {token, user, member})
                            .min(Role::compareTo)
                            .orElseThrow();
                    assertThat(Standing.of(token(token, null), NOW, user(user, null), member(member, null)))
                            .contains(new Identity("ada", least, Origin.TOKEN));
                }
            }
        }
        assertThat(Standing.of(token(Role.ADMIN, null), NOW, Optional.empty(), Optional.empty()))
                .contains(new Identity("ada", Role.ADMIN, Origin.TOKEN));
    }

    @Test
    void aTokenIsRefusedWithItsOwner() {
        Optional<User> user = user(Role.ADMIN, null);
        Optional<Member> member = member(Role.ADMIN, null);
        AccessToken good = token(Role.ADMIN, null);

        assertThat(Standing.of(good, NOW, user, member)).isPresent();
        assertThat(Standing.of(good, NOW, user(Role.ADMIN, NOW), member)).isEmpty();
        assertThat(Standing.of(good, NOW, user, member(Role.ADMIN, NOW))).isEmpty();
        assertThat(Standing.of(token(Role.ADMIN, NOW), NOW, user, member)).isEmpty();
    }

    @Test
    void aDisabledUserIsNobody() {
        assertThat(Standing.of(user(Role.VIEWER, null).orElseThrow()))
                .contains(new Identity("ada", Role.VIEWER, Origin.USER));
        assertThat(Standing.of(user(Role.VIEWER, NOW).orElseThrow())).isEmpty();
    }

    @Test
    void waitsGrowToAMinuteAndNoFurther() {
        Tries tries = Tries.NONE;
        for (int i = 1; i < Tries.FREE; i++) {
            tries = tries.counted(NOW);
            assertThat(tries.allow(NOW)).isTrue();
        }
        for (long seconds : new long[] {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
            tries = tries.counted(NOW);
            assertThat(tries.next()).isEqualTo(NOW.plusSeconds(seconds));
            assertThat(tries.allow(tries.next().minusMillis(1))).isFalse();
            assertThat(tries.allow(tries.next())).isTrue();
        }
        assertThat(new Tries(Integer.MAX_VALUE - 1, NOW).counted(NOW).next())
                .isEqualTo(NOW.plus(Duration.ofMinutes(1)));
    }

    private static AccessToken token(Role role, @Nullable Instant revoked) {
        return new AccessToken("000000000000", "ci", "ada", role, NOW, null, revoked, null);
    }

    private static Optional<User> user(Role role, @Nullable Instant disabled) {
        return Optional.of(new User("ada", role, NOW, disabled));
    }

    private static Optional<Member> member(Role role, @Nullable Instant revoked) {
        return Optional.of(new Member("ada", role, NOW, "root", revoked));
    }
}

package io.plimsoll.server.access;

import io.plimsoll.access.Role;
import io.plimsoll.access.User;
import io.plimsoll.server.page.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** @param disabled since when he is refused; absent if he is not */
record UserResource(
        String name, Role role, Instant created, @Nullable Instant disabled) {
    static UserResource of(User user) {
        return new UserResource(user.name(), user.role(), user.created(), user.disabled());
    }

    static Tag tag(User user) {
        return Tag.of(new State(user.name(), user.role(), String.valueOf(user.disabled())));
    }

    private record State(String name, Role role, String disabled) {}
}

package io.plimsoll.server.access;

import io.plimsoll.access.AccessRefusals;
import io.plimsoll.access.NewUser;
import io.plimsoll.access.Password;
import io.plimsoll.access.Role;
import io.plimsoll.access.User;
import io.plimsoll.access.Users;
import io.plimsoll.project.OpenProject;
import io.plimsoll.server.fault.GivenReason;
import io.plimsoll.server.fault.Refusal;
import io.plimsoll.server.page.Page;
import io.plimsoll.server.security.Caller;
import io.plimsoll.server.security.Credentials;
import io.plimsoll.server.security.Requires;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** People whose passwords this workspace checks. */
@RestController
@RequestMapping(path = "/api/v1/users", produces = MediaType.APPLICATION_JSON_VALUE)
public final class UsersController {
    private final OpenProject project;
    private final Credentials credentials;

    UsersController(OpenProject project, Credentials credentials) {
        this.project = project;
        this.credentials = credentials;
    }

    record UserWanted(
            @Nullable String name,
            @Nullable Role role,
            @Nullable String password) {
        /** Whoever has it need not show it by accident. */
        @Override
        public String toString() {
            return "UserWanted";
        }
    }

    record RoleWanted(@Nullable Role role) {}

    record PasswordWanted(@Nullable String password) {
        @Override
        public String toString() {
            return "PasswordWanted";
        }
    }

    /** @param reason why, in one line */
    record UserGiven(@Nullable String reason) {}

    @Requires(Role.ADMIN)
    @GetMapping(name = "Local users by name")
    Page<UserResource> list() {
        return Page.whole(users().list().stream().map(UserResource::of).toList());
    }

    @Requires(Role.ADMIN)
    @GetMapping(path = "/{user}", name = "A local user")
    ResponseEntity<UserResource> show(@PathVariable("user") String name) {
        return tagged(find(name));
    }

    @Requires(Role.ADMIN)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping(name = "Adds a local user", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<UserResource> add(@RequestBody UserWanted wanted) {
        NewUser user = new NewUser(
                Refusal.required("/name", wanted.name()),
                Refusal.required("/role", wanted.role()),
                new Password(Refusal.required("/password", wanted.password())));
        User added = users().add(user, Caller.current().actor());
        return ResponseEntity.created(URI.create("/api/v1/users/" + added.name()))
                .eTag(UserResource.tag(added).value())
                .body(UserResource.of(added));
    }

    @Requires(Role.ADMIN)
    @PostMapping(path = "/{user}/role", name = "Gives a user another role", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<UserResource> setRole(
            @PathVariable("user") String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody RoleWanted wanted) {
        Role role = Refusal.required("/role", wanted.role());
        require(name, ifMatch);
        users().setRole(name, role, Caller.current().actor());
        return tagged(find(name));
    }

    /** His sessions end with it, which are asked at each request. */
    @Requires(Role.ADMIN)
    @PostMapping(
            path = "/{user}/disable",
            name = "Refuses a user and his tokens from now on",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<UserResource> disable(
            @PathVariable("user") String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody UserGiven given) {
        String reason = GivenReason.of(given.reason());
        require(name, ifMatch);
        users().disable(name, Caller.current().actor(), reason);
        return tagged(find(name));
    }

    @Requires(Role.ADMIN)
    @PostMapping(path = "/{user}/enable", name = "Lets a user in again")
    ResponseEntity<UserResource> enable(
            @PathVariable("user") String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        require(name, ifMatch);
        users().enable(name, Caller.current().actor());
        return tagged(find(name));
    }

    /** Whoever came in by the old one has to come in again. */
    @Requires(Role.ADMIN)
    @PostMapping(
            path = "/{user}/password",
            name = "Gives a user another password",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<UserResource> setPassword(
            @PathVariable("user") String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody PasswordWanted wanted) {
        Password password = new Password(Refusal.required("/password", wanted.password()));
        require(name, ifMatch);
        users().setPassword(name, password, Caller.current().actor());
        credentials.endSessionsOf(name);
        return tagged(find(name));
    }

    private void require(String name, @Nullable String ifMatch) {
        UserResource.tag(find(name)).require(ifMatch);
    }

    private User find(String name) {
        return users().find(name).orElseThrow(AccessRefusals::unknownUser);
    }

    private static ResponseEntity<UserResource> tagged(User user) {
        return ResponseEntity.ok().eTag(UserResource.tag(user).value()).body(UserResource.of(user));
    }

    private Users users() {
        return project.workspace().access().users();
    }
}

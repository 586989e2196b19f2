package io.plimsoll.server.access;

import io.plimsoll.access.AccessRefusals;
import io.plimsoll.access.AccessToken;
import io.plimsoll.access.Identity;
import io.plimsoll.access.NewToken;
import io.plimsoll.access.Role;
import io.plimsoll.access.Tokens;
import io.plimsoll.endpoint.TimeSpan;
import io.plimsoll.project.OpenProject;
import io.plimsoll.server.fault.GivenReason;
import io.plimsoll.server.fault.Refusal;
import io.plimsoll.server.page.Page;
import io.plimsoll.server.security.Caller;
import io.plimsoll.server.security.Requires;
import io.plimsoll.server.security.ShownOnce;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
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

/**
 * By what programs show who they are. Administrators see and make everybody's; others their own, and know of no other. Who came by a token makes no
 * further one, so that whoever found one has no more than that.
 */
@RestController
@RequestMapping(path = "/api/v1/tokens", produces = MediaType.APPLICATION_JSON_VALUE)
public final class TokensController {
    private static final int FORBIDDEN = 403;

    private final OpenProject project;
    private final InstantSource clock;

    TokensController(OpenProject project, InstantSource clock) {
        this.project = project;
        this.clock = clock;
    }

    /**
     * A token that is wanted.
     *
     * @param name what it is for
     * @param lifetime after how long it is refused, such as {@code 90d}; absent for when it is revoked
     * @param owner in whose name it acts; absent for whoever asks
     */
    record TokenWanted(
            @Nullable String name,
            @Nullable Role role,
            @Nullable String lifetime,
            @Nullable String owner) {}

    /** @param secret shown once */
    record TokenMade(TokenResource token, String secret) {
        /** Without the secret, so that no log has it by accident. */
        @Override
        public String toString() {
            return "TokenMade[" + token.id() + "]";
        }
    }

    /** @param reason why, in one line */
    record TokenGiven(@Nullable String reason) {}

    @Requires(Role.VIEWER)
    @GetMapping(name = "Tokens, the newest first: all of them for admins, else one's own")
    Page<TokenResource> list() {
        Instant now = clock.instant();
        return Page.whole(tokens().list().stream()
                .filter(TokensController::isMine)
                .map(token -> TokenResource.of(token, now))
                .toList());
    }

    @Requires(Role.VIEWER)
    @GetMapping(path = "/{token}", name = "A token, without its secret")
    ResponseEntity<TokenResource> show(@PathVariable("token") String id) {
        return tagged(find(id));
    }

    /** Anybody makes one for himself, which may do no more than he; administrators make them for everybody. */
    @Requires(Role.VIEWER)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping(name = "Makes a token and shows its secret once", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<TokenMade> create(@RequestBody TokenWanted wanted, HttpServletRequest request) {
        Identity who = Caller.current().identity();
        NewToken token = new NewToken(
                Refusal.required("/name", wanted.name()),
                Objects.requireNonNullElse(wanted.owner(), who.name()),
                Refusal.required("/role", wanted.role()),
                lifetime(wanted.lifetime()));
        requireAllowed(who, token);
        Tokens.Created made = tokens().create(token, who.name());
        ShownOnce.mark(request);
        return ResponseEntity.created(
                        URI.create("/api/v1/tokens/" + made.token().id()))
                .body(new TokenMade(TokenResource.of(made.token(), clock.instant()), made.secret()));
    }

    @Requires(Role.VIEWER)
    @PostMapping(
            path = "/{token}/revoke",
            name = "Refuses a token from now on",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<TokenResource> revoke(
            @PathVariable("token") String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody TokenGiven given) {
        String reason = GivenReason.of(given.reason());
        TokenResource.tag(find(id)).require(ifMatch);
        tokens().revoke(id, Caller.current().actor(), reason);
        return tagged(find(id));
    }

    private static void requireAllowed(Identity who, NewToken token) {
        if (who.role() == Role.ADMIN) {
            return;
        }
        if (!token.owner().equals(who.name()) || !who.role().includes(token.role())) {
            throw forbidden(
                    "a token acts in the name of whoever makes it, and does no more than he may",
                    "leave owner out and give a role that is yours, or ask an administrator");
        }
        if (who.origin() == Identity.Origin.TOKEN) {
            throw forbidden(
                    "a token makes no token", "sign in with a browser, or ask an administrator for a further one");
        }
    }

    private static Refusal forbidden(String what, String help) {
        return Refusal.of(FORBIDDEN, "FORBIDDEN", what, help);
    }

    private static @Nullable Duration lifetime(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return TimeSpan.of(text)
                .map(span -> Duration.ofSeconds(span.seconds()))
                .orElseThrow(() -> Refusal.at("/lifetime", "this is no length of time", "write one as 12h or 90d"));
    }

    private AccessToken find(String id) {
        return tokens().find(id).filter(TokensController::isMine).orElseThrow(AccessRefusals::unknownToken);
    }

    private static boolean isMine(AccessToken token) {
        Identity who = Caller.current().identity();
        return who.role() == Role.ADMIN || token.owner().equals(who.name());
    }

    private ResponseEntity<TokenResource> tagged(AccessToken token) {
        return ResponseEntity.ok()
                .eTag(TokenResource.tag(token).value())
                .body(TokenResource.of(token, clock.instant()));
    }

    private Tokens tokens() {
        return project.workspace().access().tokens();
    }
}

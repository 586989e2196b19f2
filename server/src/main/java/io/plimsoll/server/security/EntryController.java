package io.plimsoll.server.security;

import io.plimsoll.access.Password;
import io.plimsoll.access.Role;
import io.plimsoll.server.fault.Problem;
import io.plimsoll.server.fault.Refusal;
import io.plimsoll.server.fault.WayIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The way in with a browser, and out again. */
@RestController
public final class EntryController {
    private static final String PAGES = "io/plimsoll/server/page/";
    private static final MediaType SCRIPT = new MediaType("text", "javascript");

    private final Credentials credentials;
    private final SessionCookies cookies;
    private final Refusals refusals;
    private final WayIn wayIn;
    private final Rate tries;

    EntryController(
            Credentials credentials, SessionCookies cookies, Refusals refusals, WayIn wayIn, InstantSource clock) {
        this.wayIn = wayIn;
        this.credentials = credentials;
        this.cookies = cookies;
        this.refusals = refusals;
        this.tries = new Rate(new Rate.Limit(0.5, 20), clock);
    }

    /**
     * What somebody shows to come in.
     *
     * @param secret of the link that was printed at the start
     * @param name of a local user, with the password
     */
    record Entry(
            @Nullable String secret,
            @Nullable String name,
            @Nullable String password) {
        /** Whoever has it need not show it by accident. */
        @Override
        public String toString() {
            return "Entry";
        }
    }

    @Open
    @GetMapping(path = "/enter", produces = "text/html;charset=UTF-8")
    String page() {
        return wayIn.html();
    }

    @Open
    @GetMapping("/enter.js")
    ResponseEntity<Resource> script() {
        return ResponseEntity.ok().contentType(SCRIPT).body(new ClassPathResource(PAGES + "enter.js"));
    }

    @Open
    @PostMapping(path = "/enter", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Nullable
    ResponseEntity<Void> enter(@RequestBody Entry entry, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!tries.allows(request.getRemoteAddr())) {
            refusals.refuse(request, response, RateLimit.tooMany());
            return null;
        }
        Optional<String> session = session(entry);
        if (session.isEmpty()) {
            refusals.refuse(request, response, notLetIn());
            return null;
        }
        return ResponseEntity.noContent()
                .header(
                        HttpHeaders.SET_COOKIE,
                        cookies.session(session.get(), request).toString())
                .build();
    }

    @Requires(Role.VIEWER)
    @PostMapping("/leave")
    ResponseEntity<Void> leave(HttpServletRequest request) {
        credentials.leave(SessionCookies.read(request, Sessions.COOKIE).orElse(null));
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookies.noSession(request).toString())
                .build();
    }

    /** By the form that every page has, which leads back to the way in. */
    @Requires(Role.VIEWER)
    @PostMapping(path = "/leave", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> leaveByForm(HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .headers(leave(request).getHeaders())
                .header(HttpHeaders.LOCATION, "/enter")
                .build();
    }

    private Optional<String> session(Entry entry) {
        if (entry.secret() != null) {
            return credentials.enter(entry.secret());
        }
        if (entry.name() == null || entry.password() == null) {
            throw Refusal.at("", "neither a secret, nor a name and a password were given", "send {\"secret\": ...}");
        }
        return credentials.enter(entry.name(), new Password(entry.password()));
    }

    private static Problem notLetIn() {
        return Problem.of(
                Refusals.UNAUTHORIZED,
                "NOT_LET_IN",
                "this is no way in, or it has been used",
                "a link works once; the server prints a new one whenever it starts");
    }
}

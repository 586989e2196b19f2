package io.plimsoll.server.security;

import io.plimsoll.access.Names;
import io.plimsoll.server.fault.Problem;
import io.plimsoll.server.log.RequestLog;
import io.plimsoll.server.oidc.SignInFailure;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The way in by an identity provider. Nobody says from outside where it leads: to the provider, back to here, and on to this server's first page. */
@RestController
@RequestMapping(path = "/enter/oidc", produces = MediaType.TEXT_HTML_VALUE)
public final class OidcController {
    /** Where the provider sends browsers back to. */
    public static final String ANSWER = "/enter/oidc/answer";

    private static final Logger LOG = LoggerFactory.getLogger("plimsoll.oidc");
    private static final int FOUND = 302;

    private final SignIns signIns;
    private final SessionCookies cookies;
    private final Refusals refusals;
    private final Rate tries;

    OidcController(SignIns signIns, SessionCookies cookies, Refusals refusals, InstantSource clock) {
        this.signIns = signIns;
        this.cookies = cookies;
        this.refusals = refusals;
        this.tries = new Rate(new Rate.Limit(1, 20), clock);
    }

    @Open
    @GetMapping
    ResponseEntity<String> begin(HttpServletRequest request) {
        if (!signIns.arePossible()) {
            return refuse(request, SignInRefusals.noProvider());
        }
        if (!tries.allows(request.getRemoteAddr())) {
            return refuse(request, RateLimit.tooMany());
        }
        try {
            SignIns.Begun begun = signIns.begin(request);
            return ResponseEntity.status(FOUND)
                    .location(begun.where())
                    .header(
                            HttpHeaders.SET_COOKIE,
                            cookies.signIn(begun.secret(), request).toString())
                    .build();
        } catch (SignInFailure e) {
            return failed(request, e);
        }
    }

    /** @param code absent where the provider let nobody in; what else it says then is told to nobody */
    @Open
    @GetMapping("/answer")
    ResponseEntity<String> end(
            HttpServletRequest request,
            @RequestParam(name = "code", required = false) @Nullable String code,
            @RequestParam(name = "state", required = false) @Nullable String state) {
        Optional<String> secret = SessionCookies.read(request, PendingSignIns.COOKIE);
        if (!signIns.arePossible()) {
            return refuse(request, SignInRefusals.noProvider());
        }
        if (secret.isEmpty() || code == null || state == null) {
            return refuse(request, SignInRefusals.notAccepted());
        }
        try {
            SignIns.Ended ended = signIns.end(secret.get(), code, state);
            ended.subject().filter(Names::isSubject).ifPresent(name -> request.setAttribute(RequestLog.ACTOR, name));
            return ended.session()
                    .map(session -> letIn(request, session))
                    .orElseGet(() -> refuse(request, SignInRefusals.noRole(ended.subject())));
        } catch (SignInFailure e) {
            return failed(request, e);
        }
    }

    private ResponseEntity<String> letIn(HttpServletRequest request, String session) {
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, cookies.noSignIn(request).toString())
                .header(
                        HttpHeaders.SET_COOKIE,
                        cookies.session(session, request).toString())
                .body(EntryPage.letIn());
    }

    private ResponseEntity<String> failed(HttpServletRequest request, SignInFailure failure) {
        LOG.warn("a sign-in failed: {}", failure.getMessage());
        return refuse(
                request,
                failure.kind() == SignInFailure.Kind.PROVIDER
                        ? SignInRefusals.providerAway()
                        : SignInRefusals.notAccepted());
    }

    private ResponseEntity<String> refuse(HttpServletRequest request, Problem problem) {
        refusals.note(request, problem);
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.TEXT_HTML)
                .header(HttpHeaders.SET_COOKIE, cookies.noSignIn(request).toString())
                .body(EntryPage.refused(problem));
    }
}

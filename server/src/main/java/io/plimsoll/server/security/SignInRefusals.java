package io.plimsoll.server.security;

import io.plimsoll.access.Names;
import io.plimsoll.server.fault.Problem;
import java.util.Optional;

/** What is said to people whom the identity provider sent back, and who are not let in. */
final class SignInRefusals {
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    private SignInRefusals() {}

    static Problem noProvider() {
        return Problem.of(
                NOT_FOUND,
                "NO_IDENTITY_PROVIDER",
                "this server knows no identity provider",
                "whoever starts it names one with `plimsoll serve --oidc-issuer`; docs/access.md tells how");
    }

    static Problem providerAway() {
        return Problem.of(
                UNAVAILABLE,
                "IDENTITY_PROVIDER_AWAY",
                "the identity provider does not answer, or not as it should",
                "try again in a minute; whoever runs this server finds the reason in its log");
    }

    static Problem notAccepted() {
        return Problem.of(
                Refusals.UNAUTHORIZED,
                "SIGN_IN_NOT_ACCEPTED",
                "the identity provider did not vouch for this sign-in",
                "begin it again in this browser, and end it within ten minutes; each can be ended once");
    }

    /** @param subject what the provider calls him; only he himself is told */
    static Problem noRole(Optional<String> subject) {
        return subject.filter(Names::isSubject).map(SignInRefusals::noMember).orElseGet(SignInRefusals::noName);
    }

    private static Problem noName() {
        return Problem.of(
                Refusals.FORBIDDEN,
                "NO_NAME",
                "the identity provider says nothing by which you could be known here, or has not seen that it is true",
                "have it give the claim that this server asks for; docs/access.md tells which there are");
    }

    private static Problem noMember(String subject) {
        return Problem.of(
                Refusals.FORBIDDEN,
                "NO_ROLE",
                "you are known to the identity provider as '" + subject + "', and may do nothing here",
                "ask an administrator of this workspace for a role; `plimsoll members grant` gives that name one");
    }
}

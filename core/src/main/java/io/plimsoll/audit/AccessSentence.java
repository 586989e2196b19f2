package io.plimsoll.audit;

import io.plimsoll.webhook.Occasion;
import io.plimsoll.webhook.Webhook;
import io.plimsoll.workspace.AccessDrafts;
import io.plimsoll.workspace.Event.Body;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said of a change in who may do what, or in who is told. */
final class AccessSentence {
    private AccessSentence() {}

    /** {@code made the token 0a1b2c3d4e5f (ci), submitter, for ada}; empty if an event is about something else. */
    static Optional<String> of(Body body) {
        String subject = body.subject();
        return Optional.ofNullable(
                switch (body.action()) {
                    case TOKEN_CREATED ->
                        "made the token " + subject + " (" + said(body, "name") + "), " + role(body) + ", for "
                                + said(body, AccessDrafts.OWNER) + until(body);
                    case TOKEN_REVOKED -> "revoked the token " + subject;
                    case USER_ADDED -> "added the user " + subject + ", " + role(body);
                    case USER_ROLE_SET -> "made the user " + subject + " " + role(body) + instead(body);
                    case USER_PASSWORD_SET -> "set the password of the user " + subject;
                    case USER_DISABLED -> "disabled the user " + subject;
                    case USER_ENABLED -> "enabled the user " + subject;
                    case MEMBER_GRANTED -> "made the member " + subject + " " + role(body) + instead(body);
                    case MEMBER_REVOKED -> "let the member " + subject + " do nothing any more" + instead(body);
                    case WEBHOOK_ADDED ->
                        "added the webhook " + subject + ", which tells " + said(body, AccessDrafts.HOST) + " of "
                                + occasions(body);
                    case WEBHOOK_REMOVED -> "removed the webhook " + subject;
                    default -> null;
                });
    }

    private static String until(Body body) {
        String expires = body.after().get(AccessDrafts.EXPIRES);
        return expires == null ? "" : ", until " + expires;
    }

    private static String instead(Body body) {
        String before = body.before().getOrDefault(AccessDrafts.ROLE, "none");
        return before.equals("none") ? "" : " instead of " + before.toLowerCase(Locale.ROOT);
    }

    private static String role(Body body) {
        return said(body, AccessDrafts.ROLE).toLowerCase(Locale.ROOT);
    }

    private static String occasions(Body body) {
        return Webhook.occasions(said(body, AccessDrafts.ON)).stream()
                .map(Occasion::label)
                .collect(Collectors.joining(", "));
    }

    private static String said(Body body, String name) {
        return body.after().getOrDefault(name, "?");
    }
}

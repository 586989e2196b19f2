package io.plimsoll.upkeep;

import io.plimsoll.access.Access;
import io.plimsoll.access.AccessToken;
import io.plimsoll.access.Member;
import io.plimsoll.access.User;
import io.plimsoll.webhook.Webhook;
import io.plimsoll.webhook.Webhooks;
import io.plimsoll.workspace.AccessDrafts;
import io.plimsoll.workspace.Event.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What events say of who may do what and who is told, as it is now, in the same lines as what the tables say. */
final class AccessTold {
    private final SortedMap<String, String> facts = new TreeMap<>();

    /** @return whether the event is about who may do what */
    boolean tell(Body body) {
        String subject = body.subject();
        Map<String, String> after = body.after();
        switch (body.action()) {
            case TOKEN_CREATED -> tokenCreated(subject, after);
            case TOKEN_REVOKED -> facts.put("state of the token " + subject, "revoked");
            case USER_ADDED -> {
                put("role of the user " + subject, after.get(AccessDrafts.ROLE));
                put("password of the user " + subject, after.get(AccessDrafts.SEAL));
                put("state of the user " + subject, "enabled");
            }
            case USER_ROLE_SET -> put("role of the user " + subject, after.get(AccessDrafts.ROLE));
            case USER_PASSWORD_SET -> put("password of the user " + subject, after.get(AccessDrafts.SEAL));
            case USER_DISABLED -> put("state of the user " + subject, "disabled");
            case USER_ENABLED -> put("state of the user " + subject, "enabled");
            case MEMBER_GRANTED, MEMBER_REVOKED -> put("role of the member " + subject, after.get(AccessDrafts.ROLE));
            case WEBHOOK_ADDED -> {
                String what = after.get(AccessDrafts.URL) + " on " + after.get(AccessDrafts.ON);
                put("webhook " + subject, what);
                put("secret of the webhook " + subject, after.get(AccessDrafts.SEAL));
            }
            case WEBHOOK_REMOVED -> {
                facts.remove("webhook " + subject);
                facts.remove("secret of the webhook " + subject);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void tokenCreated(String id, Map<String, String> after) {
        String what = after.get("name") + ", " + after.get(AccessDrafts.ROLE);
        putToken(id, what, after.get(AccessDrafts.OWNER), after.get(AccessDrafts.EXPIRES));
        put("secret of the token " + id, after.get(AccessDrafts.SEAL));
        put("state of the token " + id, "valid");
    }

    private void putToken(String id, String what, @Nullable String owner, @Nullable Object expires) {
        put("token " + id, what + ", of " + owner + (expires == null ? "" : ", until " + expires));
    }

    private void put(String fact, @Nullable String value) {
        facts.put(fact, value == null ? "none" : value);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        facts.forEach((fact, value) -> lines.add(fact + ": " + value));
        return lines;
    }

    static List<String> kept(Access access, Webhooks webhooks) {
        AccessTold kept = new AccessTold();
        for (AccessToken token : access.tokens().list()) {
            kept.putToken(token.id(), token.name() + ", " + token.role(), token.owner(), token.expires());
            kept.put("state of the token " + token.id(), token.revoked() == null ? "valid" : "revoked");
        }
        access.tokens().seals().forEach((id, seal) -> kept.put("secret of the token " + id, seal));
        for (User user : access.users().list()) {
            kept.put("role of the user " + user.name(), user.role().name());
            kept.put("state of the user " + user.name(), user.disabled() == null ? "enabled" : "disabled");
        }
        access.users().seals().forEach((name, seal) -> kept.put("password of the user " + name, seal));
        for (Member member : access.members().list()) {
            kept.put(
                    "role of the member " + member.subject(),
                    member.revoked() == null ? member.role().name() : "none");
        }
        for (Webhook webhook : webhooks.list()) {
            kept.put("webhook " + webhook.id(), webhook.url().sha256() + " on " + Webhook.words(webhook.on()));
        }
        webhooks.seals().forEach((id, seal) -> kept.put("secret of the webhook " + id, seal));
        return kept.lines();
    }
}

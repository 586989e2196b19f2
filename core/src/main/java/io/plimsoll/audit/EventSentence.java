package io.plimsoll.audit;

import io.plimsoll.workspace.Event;
import io.plimsoll.workspace.Event.Body;
import io.plimsoll.workspace.EventDraft.DefaultMove;
import io.plimsoll.workspace.ModelVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What an event of the log says, as a sentence without its subject: who did it stands before it. */
public final class EventSentence {
    private EventSentence() {}

    /** {@code registered lung-activation@2 (champion instead of @1, passed) by run r-1: reason}. */
    public static String of(Body body) {
        return AccessSentence.of(body).orElseGet(() -> changeOf(body))
                + (body.reason().isEmpty() ? "" : ": " + body.reason());
    }

    private static String changeOf(Body body) {
        StringBuilder text = new StringBuilder(verb(body)).append(' ').append(object(body));
        List<String> details = new ArrayList<>();
        body.after().forEach((name, value) -> {
            if (name.equals(ModelVersion.CHAMPION) && !value.equals("none")) {
                details.add("champion" + instead(body, name));
            }
        });
        String right = body.after().get("promoted_by");
        if (right != null) {
            details.add(right.toLowerCase(Locale.ROOT));
        }
        if (body.action() == Event.Action.PUBLISHED && body.after().containsKey("default")) {
            details.add("the default is " + version(body.after().getOrDefault("default", "?")));
        }
        if ("PENDING".equals(body.after().get("state"))) {
            details.add("waits for approval");
        }
        text.append(details.isEmpty() ? "" : " (" + String.join(", ", details) + ")");
        return text.append(body.runId() == null ? "" : " from run " + body.runId())
                .toString();
    }

    private static String verb(Body body) {
        return switch (body.action()) {
            case REGISTERED -> "registered";
            case OVERRIDDEN -> "registered against its verdict";
            case IMPORTED -> "imported";
            case APPROVED -> "approved";
            case REJECTED -> "rejected";
            case ALIAS_MOVED -> body.after().containsKey(ModelVersion.CHAMPION) ? "promoted" : "pointed";
            case ROLLED_BACK -> "rolled back to";
            case RETIRED -> "retired";
            case ARCHIVED -> "archived";
            case ERASED -> "erased the rows of dataset";
            case PUBLISHED -> "published";
            case DISABLED -> "disabled";
            case ENABLED -> "enabled";
            case DEFAULT_SET -> "set the default of";
            case ADOPTED -> "took over from an older version";
            case TOKEN_CREATED,
                    TOKEN_REVOKED,
                    USER_ADDED,
                    USER_ROLE_SET,
                    USER_PASSWORD_SET,
                    USER_DISABLED,
                    USER_ENABLED,
                    MEMBER_GRANTED,
                    MEMBER_REVOKED,
                    WEBHOOK_ADDED,
                    WEBHOOK_REMOVED -> throw new IllegalArgumentException("has a sentence of its own");
        };
    }

    private static String object(Body body) {
        Map<String, String> after = body.after();
        if (after.containsKey("dataset")) {
            return after.get("dataset");
        }
        if (body.action() == Event.Action.DEFAULT_SET) {
            return body.subject() + " to " + version(after.getOrDefault("default", "?")) + " instead of "
                    + version(body.before().getOrDefault("default", "?"));
        }
        if (body.action() == Event.Action.DISABLED || body.action() == Event.Action.ENABLED) {
            return after.containsKey("version") ? body.subject() + "@" + after.get("version") : body.subject();
        }
        if (after.containsKey("version")) {
            return body.subject() + "@" + after.get("version");
        }
        String alias = after.keySet().stream()
                .filter(name -> !name.equals("state") && !name.equals("promoted_by"))
                .findFirst()
                .orElse(ModelVersion.CHAMPION);
        String to = after.getOrDefault(alias, "none");
        if (to.equals("none")) {
            return body.subject() + "@" + body.before().getOrDefault(alias, "?");
        }
        return alias.equals(ModelVersion.CHAMPION)
                ? body.subject() + "@" + to
                : alias + " at " + body.subject() + "@" + to + instead(body, alias);
    }

    /** Of an endpoint's default: {@code @3}, or the newest. */
    private static String version(String told) {
        return told.equals(DefaultMove.NEWEST) ? "the newest version" : "@" + told;
    }

    private static String instead(Body body, String alias) {
        String before = body.before().get(alias);
        return before == null ? "" : " instead of @" + before;
    }
}

package io.plimsoll.workspace;

import io.plimsoll.access.AccessToken;
import io.plimsoll.access.Member;
import io.plimsoll.access.Role;
import io.plimsoll.access.User;
import io.plimsoll.access.Withdrawal;
import io.plimsoll.webhook.Webhook;
import io.plimsoll.workspace.Event.Action;
import java.util.Optional;

/** What changes in who may do what, and in who is told, are told as. */
public final class AccessDrafts {
    /** Under these names an event says what it says. */
    public static final String ROLE = "role";

    public static final String OWNER = "owner";
    public static final String EXPIRES = "expires";

    /** SHA-256 of what a secret is held against, so that the log tells when somebody exchanges that. */
    public static final String SEAL = "seal_sha256";

    /** Of a URL the host alone, since its path often is a secret of the receiver's. */
    public static final String HOST = "host";

    public static final String URL = "url_sha256";
    public static final String ON = "on";

    private AccessDrafts() {}

    public static EventDraft created(AccessToken token, String seal, String actor) {
        EventDraft draft = new EventDraft(Action.TOKEN_CREATED, token.id(), actor, "", null)
                .is("name", token.name())
                .is(OWNER, token.owner())
                .is(ROLE, token.role())
                .is(SEAL, seal);
        return token.expires() == null ? draft : draft.is(EXPIRES, token.expires());
    }

    public static EventDraft revoked(AccessToken token, Withdrawal why) {
        return new EventDraft(Action.TOKEN_REVOKED, token.id(), why.actor(), why.reason(), null)
                .was("state", "VALID")
                .is("state", "REVOKED");
    }

    public static EventDraft added(User user, String seal, String actor) {
        return new EventDraft(Action.USER_ADDED, user.name(), actor, "", null)
                .is(ROLE, user.role())
                .is(SEAL, seal);
    }

    /** @param user as he was before */
    public static EventDraft roleSet(User user, Role role, String actor) {
        return new EventDraft(Action.USER_ROLE_SET, user.name(), actor, "", null)
                .was(ROLE, user.role())
                .is(ROLE, role);
    }

    public static EventDraft passwordSet(String user, String seal, String actor) {
        return new EventDraft(Action.USER_PASSWORD_SET, user, actor, "", null).is(SEAL, seal);
    }

    public static EventDraft disabled(String user, Withdrawal why) {
        return new EventDraft(Action.USER_DISABLED, user, why.actor(), why.reason(), null)
                .was("state", "ENABLED")
                .is("state", "DISABLED");
    }

    public static EventDraft enabled(String user, String actor) {
        return new EventDraft(Action.USER_ENABLED, user, actor, "", null)
                .was("state", "DISABLED")
                .is("state", "ENABLED");
    }

    /** @param before as he was before, if he was a member */
    public static EventDraft granted(Optional<Member> before, Member member) {
        EventDraft draft = new EventDraft(Action.MEMBER_GRANTED, member.subject(), member.grantedBy(), "", null)
                .is(ROLE, member.role());
        return before.map(was -> draft.was(ROLE, was.revoked() == null ? was.role() : "none"))
                .orElse(draft);
    }

    public static EventDraft revoked(Member member, Withdrawal why) {
        return new EventDraft(Action.MEMBER_REVOKED, member.subject(), why.actor(), why.reason(), null)
                .was(ROLE, member.role())
                .is(ROLE, "none");
    }

    public static EventDraft added(Webhook webhook, String seal, String actor) {
        return new EventDraft(Action.WEBHOOK_ADDED, webhook.id(), actor, "", null)
                .is(HOST, webhook.url().host())
                .is(URL, webhook.url().sha256())
                .is(ON, Webhook.words(webhook.on()))
                .is(SEAL, seal);
    }

    public static EventDraft removed(String webhook, Withdrawal why) {
        return new EventDraft(Action.WEBHOOK_REMOVED, webhook, why.actor(), why.reason(), null)
                .was("state", "ADDED")
                .is("state", "REMOVED");
    }
}

package io.plimsoll.cli.show;

import io.plimsoll.access.AccessToken;
import io.plimsoll.access.Member;
import io.plimsoll.access.Role;
import io.plimsoll.access.Tokens.Created;
import io.plimsoll.access.User;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tokens, users and members, for people and as JSON. Only a token that was just made comes with its secret. */
public final class AccessShow {
    private final Style style;

    public AccessShow(Style style) {
        this.style = style;
    }

    public static Map<String, Object> data(Created made) {
        Map<String, Object> data = data(made.token(), made.token().created());
        data.put("secret", made.secret());
        return data;
    }

    public static String made(Created made) {
        AccessToken token = made.token();
        return "made the token " + token.id() + " (" + token.name() + "): " + word(token.role()) + ", in the name of "
                + token.owner() + (token.expires() == null ? "" : ", until " + RunShow.time(token.expires()))
                + "\n\n" + made.secret() + "\n\n"
                + "The secret is shown this once, and kept by nobody: put it where only its program can read it.\n"
                + "`plimsoll tokens revoke " + token.id() + " --reason …` ends it.";
    }

    public static Map<String, Object> data(AccessToken token, Instant now) {
        Map<String, Object> data = new TreeMap<>();
        data.put("id", token.id());
        data.put("name", token.name());
        data.put("owner", token.owner());
        data.put("role", word(token.role()));
        data.put("created", token.created().toString());
        data.put("state", state(token, now));
        put(data, "expires", token.expires());
        put(data, "revoked", token.revoked());
        put(data, "last_used", token.lastUsed());
        return data;
    }

    public String tokens(List<AccessToken> all, Instant now) {
        Table table = new Table(style, "id", "name", "role", "owner", "made (UTC)", "expires", "last used", "state");
        for (AccessToken token : all) {
            table.row(
                    token.id(),
                    token.name(),
                    word(token.role()),
                    token.owner(),
                    RunShow.time(token.created()),
                    token.expires() == null ? "never" : RunShow.time(token.expires()),
                    token.lastUsed() == null ? "never" : RunShow.time(token.lastUsed()),
                    state(token, now));
        }
        return table.isEmpty() ? "no tokens: `plimsoll tokens create NAME --role ROLE` makes one" : table.text();
    }

    private static String state(AccessToken token, Instant now) {
        if (token.revoked() != null) {
            return "revoked";
        }
        return token.isValid(now) ? "valid" : "expired";
    }

    public static Map<String, Object> data(User user) {
        Map<String, Object> data = new TreeMap<>();
        data.put("name", user.name());
        data.put("role", word(user.role()));
        data.put("created", user.created().toString());
        data.put("state", user.disabled() == null ? "enabled" : "disabled");
        put(data, "disabled", user.disabled());
        return data;
    }

    public static String line(User user) {
        return "the user " + user.name() + ", " + word(user.role())
                + (user.disabled() == null ? "" : ", disabled since " + RunShow.time(user.disabled()));
    }

    public String users(List<User> all) {
        Table table = new Table(style, "name", "role", "added (UTC)", "state");
        for (User user : all) {
            table.row(
                    user.name(),
                    word(user.role()),
                    RunShow.time(user.created()),
                    user.disabled() == null ? "enabled" : "disabled since " + RunShow.time(user.disabled()));
        }
        return table.isEmpty() ? "no local users: `plimsoll users add NAME --role ROLE` adds one" : table.text();
    }

    public static Map<String, Object> data(Member member) {
        Map<String, Object> data = new TreeMap<>();
        data.put("subject", member.subject());
        data.put("role", member.revoked() == null ? word(member.role()) : "none");
        data.put("since", member.since().toString());
        data.put("granted_by", member.grantedBy());
        put(data, "revoked", member.revoked());
        return data;
    }

    public static String line(Member member) {
        return "the member " + member.subject() + ", " + may(member);
    }

    public String members(List<Member> all) {
        Table table = new Table(style, "subject", "role", "granted (UTC)", "by");
        for (Member member : all) {
            table.row(member.subject(), may(member), RunShow.time(member.since()), member.grantedBy());
        }
        return table.isEmpty() ? "no members: `plimsoll members grant SUBJECT --role ROLE` makes one" : table.text();
    }

    private static String may(Member member) {
        return member.revoked() == null ? word(member.role()) : "nothing since " + RunShow.time(member.revoked());
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static void put(Map<String, Object> data, String name, @Nullable Instant time) {
        if (time != null) {
            data.put(name, time.toString());
        }
    }
}

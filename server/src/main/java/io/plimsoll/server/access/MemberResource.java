package io.plimsoll.server.access;

import io.plimsoll.access.AccessRefusals;
import io.plimsoll.access.Member;
import io.plimsoll.access.Names;
import io.plimsoll.access.Role;
import io.plimsoll.server.page.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may do for whom an identity provider vouches.
 *
 * @param id the subject in base64url, since it may have in it what no path may
 * @param role absent if he may do nothing any more
 * @param since when he got it
 */
record MemberResource(
        String id,
        String subject,
        @Nullable Role role,
        Instant since,
        String grantedBy,
        @Nullable Instant revoked) {
    static MemberResource of(Member member) {
        return new MemberResource(
                id(member.subject()),
                member.subject(),
                member.revoked() == null ? member.role() : null,
                member.since(),
                member.grantedBy(),
                member.revoked());
    }

    static String id(String subject) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(subject.getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws io.plimsoll.fault.PlimsollException with {@code UNKNOWN_USER} if nobody can be called so */
    static String subject(String id) {
        try {
            String subject = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8);
            if (Names.isSubject(subject)) {
                return subject;
            }
        } catch (IllegalArgumentException e) {
            throw AccessRefusals.unknownMember();
        }
        throw AccessRefusals.unknownMember();
    }

    static Tag tag(Member member) {
        return Tag.of(new State(member.subject(), member.role(), String.valueOf(member.revoked())));
    }

    private record State(String subject, Role role, String revoked) {}
}

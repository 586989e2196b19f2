package io.plimsoll.workspace;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.canonical.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One governance change as the event log keeps it.
 *
 * @param sequence its number: 1, 2, … without a gap
 * @param body the {@link Body} in canonical JSON: exactly these characters, in UTF-8, are what is hashed
 * @param sha256 SHA-256 of the body
 */
public record Event(long sequence, String body, String sha256) {
    /** What the first event names as its predecessor. */
    public static final String NO_PREDECESSOR = "0".repeat(64);

    public static Event of(Body body) {
        String text = CanonicalJson.text(body);
        return new Event(body.sequence(), text, hash(text));
    }

    /** SHA-256 of a body, as it should stand beside it. */
    public static String hash(String body) {
        return Sha256.of(body.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IOException if the body is not one that this version reads */
    public Body read() throws IOException {
        return CanonicalJson.read(body, Body.class);
    }

    /** What may happen to models, versions, aliases, datasets and endpoints, to who may do what and who is told. */
    public enum Action {
        /** A version was registered; its verdict allowed it. */
        REGISTERED,
        /** A version was registered although its verdict did not allow it. */
        OVERRIDDEN,
        /** A version that was made elsewhere was registered. */
        IMPORTED,
        /** A version that waited was approved, and became champion. */
        APPROVED,
        /** A version that waited was turned down. */
        REJECTED,
        /** An alias was pointed at another version, or taken away. */
        ALIAS_MOVED,
        /** A former champion became champion again. */
        ROLLED_BACK,
        /** The champion's reign was ended. */
        RETIRED,
        /** A version was put aside for good. */
        ARCHIVED,
        /** The rows of a dataset version were erased. */
        ERASED,
        /** A training was published as a version of an endpoint. */
        PUBLISHED,
        /** An endpoint, or a version of one, takes no submissions any more. */
        DISABLED,
        /** An endpoint, or a version of one, takes submissions again. */
        ENABLED,
        /** Another version of an endpoint is run where none is named. */
        DEFAULT_SET,
        /** A token was made. */
        TOKEN_CREATED,
        /** A token is refused from then on. */
        TOKEN_REVOKED,
        /** A local user was added. */
        USER_ADDED,
        /** A local user got another role. */
        USER_ROLE_SET,
        /** A local user got another password. */
        USER_PASSWORD_SET,
        /** A local user is refused from then on. */
        USER_DISABLED,
        /** A local user is let in again. */
        USER_ENABLED,
        /** Somebody for whom an identity provider vouches got a role. */
        MEMBER_GRANTED,
        /** Somebody for whom an identity provider vouches may do nothing any more. */
        MEMBER_REVOKED,
        /** Somebody is told over HTTP of what happens from then on. */
        WEBHOOK_ADDED,
        /** Somebody is told nothing any more. */
        WEBHOOK_REMOVED,
        /** What an older version of Plimsoll had recorded without events was taken over into the log. */
        ADOPTED
    }

    /**
     * What an event says.
     *
     * @param subject the model, dataset, endpoint, token, person or webhook that it is about
     * @param time in UTC, ISO 8601, to the millisecond
     * @param runId the run by which it happened; absent if by hand
     * @param before what was so before, as far as it changed, by name
     * @param after what is so now
     * @param previous SHA-256 of the event before, or {@link #NO_PREDECESSOR}
     */
    public record Body(
            long sequence,
            Action action,
            String subject,
            String actor,
            String time,
            String reason,
            @Nullable String runId,
            SortedMap<String, String> before,
            SortedMap<String, String> after,
            String previous) {
        public Body {
            before = Collections.unmodifiableSortedMap(new TreeMap<>(before));
            after = Collections.unmodifiableSortedMap(new TreeMap<>(after));
        }

        public Instant instant() {
            return Instant.parse(time);
        }
    }
}

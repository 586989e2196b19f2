package io.plimsoll.server.page;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.server.fault.Refusal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The state of something that changes (RFC 9110, section 8.8.3): whoever changes it can say which state he has seen. */
public record Tag(String value) {
    private static final int PRECONDITION_FAILED = 412;
    private static final int CHARACTERS = 32;

    /** @param state all that may change of it */
    public static Tag of(Object state) {
        return new Tag("\"" + CanonicalJson.sha256(state).substring(0, CHARACTERS) + "\"");
    }

    /**
     * Refuses a change of another state than the client has seen.
     *
     * @param ifMatch the header; absent where he does not say
     */
    public void require(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return;
        }
        if (Arrays.stream(ifMatch.split(",", -1)).map(String::strip).noneMatch(value::equals)) {
            throw Refusal.of(
                    PRECONDITION_FAILED,
                    "STALE",
                    "it has changed since the state that If-Match names",
                    "get it again, look at what changed, and decide anew");
        }
    }
}

package io.plimsoll.server.page;

import io.plimsoll.server.fault.Refusal;
import org.jspecify.annotations.Nullable;

/** How many items a page has at most. */
public record Limit(int items) {
    public static final int USUAL = 50;
    public static final int MOST = 200;

    private static final int BAD_REQUEST = 400;

    /** @param asked as the client gave it; absent for the usual */
    public static Limit of(@Nullable Integer asked) {
        if (asked == null) {
            return new Limit(USUAL);
        }
        if (asked < 1 || asked > MOST) {
            throw Refusal.of(
                    BAD_REQUEST, "PARAMETER_MALFORMED", "'limit' is 1 to " + MOST, "leave it out for " + USUAL);
        }
        return new Limit(asked);
    }

    /** What to ask for, to see whether there is a next page. */
    public int oneMore() {
        return items + 1;
    }
}

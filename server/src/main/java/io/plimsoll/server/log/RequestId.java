package io.plimsoll.server.log;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The id under which everything is logged that belongs to one request. */
public final class RequestId {
    public static final String HEADER = "X-Request-Id";

    private static final String KEY = "request";
    private static final Pattern GIVEN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    /** Of the request that this thread serves. */
    public static @Nullable String current() {
        return MDC.get(KEY);
    }

    static boolean isOne(@Nullable String given) {
        return given != null && GIVEN.matcher(given).matches();
    }

    static MDC.MDCCloseable enter(String id) {
        return MDC.putCloseable(KEY, id);
    }
}

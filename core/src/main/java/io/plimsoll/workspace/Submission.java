package io.plimsoll.workspace;

import io.plimsoll.endpoint.Concurrency;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a run is queued.
 *
 * @param request what a worker must know beside the config, in canonical JSON
 * @param priority the higher goes first
 * @param attempts how often it may be begun, at least 1: a further time where its process or its worker ended without a word
 * @param concurrency what becomes of it, or of others, where its model is busy
 * @param key names the submission: submitted again under the same key, it is the same run; null: every submission is a run of its own
 */
public record Submission(
        String request,
        int priority,
        int attempts,
        Concurrency concurrency,
        @Nullable String key) {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    public Submission {
        if (attempts < 1) {
            throw new IllegalArgumentException("a run is begun at least once");
        }
        if (key != null && !isKey(key)) {
            throw new IllegalArgumentException("a key is 1 to 200 visible ASCII characters");
        }
    }

    /** Whether a text may name a submission. */
    public static boolean isKey(String key) {
        return KEY.matcher(key).matches();
    }
}

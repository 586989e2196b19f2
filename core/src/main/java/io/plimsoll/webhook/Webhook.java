package io.plimsoll.webhook;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is told.
 *
 * @param waiting how many messages have not arrived yet
 * @param delivered when the last one arrived; absent if none did
 * @param trouble why the last one did not; absent if it did
 */
public record Webhook(
        String id,
        WebhookUrl url,
        SortedSet<Occasion> on,
        Instant added,
        int waiting,
        @Nullable Instant delivered,
        @Nullable String trouble) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{12}");

    public Webhook {
        on = Collections.unmodifiableSortedSet(new TreeSet<>(on));
    }

    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Occasions as they are kept, and as an event tells them: their names, in order, with spaces between. */
    public static String words(Set<Occasion> on) {
        return String.join(" ", new TreeSet<>(on).stream().map(Enum::name).toList());
    }

    /** @throws IllegalArgumentException if they are not as {@link #words} gives them */
    public static SortedSet<Occasion> occasions(String words) {
        return Arrays.stream(words.split(" ")).map(Occasion::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }
}

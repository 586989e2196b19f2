package io.plimsoll.endpoint;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time, written as {@code 45s}, {@code 90m}, {@code 2h} or {@code 1d}. */
public record TimeSpan(long seconds) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9}) ?([smhd])");
    private static final Map<String, Long> UNITS = Map.of("s", 1L, "m", 60L, "h", 3_600L, "d", 86_400L);

    /** What a text says; empty if it is not of that form. */
    public static Optional<TimeSpan> of(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new TimeSpan(Long.parseLong(matcher.group(1)) * UNITS.getOrDefault(matcher.group(2), 1L)))
                : Optional.empty();
    }

    /** As {@link #of} reads it, in the largest unit of which it is a whole number. */
    public String text() {
        for (String unit : new String[] {"d", "h", "m"}) {
            long length = UNITS.getOrDefault(unit, 1L);
            if (seconds >= length && seconds % length == 0) {
                return seconds / length + unit;
            }
        }
        return seconds + "s";
    }
}

package io.plimsoll.endpoint;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What becomes of the times of a schedule at which nobody was there to run anything. */
public enum Missed {
    /** They are gone. */
    SKIP,
    /** One run stands for all of them. */
    RUN_ONCE;

    /** {@code run-once}. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Missed> byLabel(String label) {
        return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(Missed::label).toList();
    }
}

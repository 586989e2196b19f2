package io.plimsoll.endpoint;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What becomes of a submission while another run of the same model has not ended. */
public enum Concurrency {
    /** It waits for its turn. */
    QUEUE,
    /** The older run is cancelled. */
    CANCEL_OLDER,
    /** It is refused. */
    REFUSE;

    /** {@code cancel-older}. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Concurrency> byLabel(String label) {
        return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(Concurrency::label).toList();
    }
}

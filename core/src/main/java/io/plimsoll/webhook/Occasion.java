package io.plimsoll.webhook;

import java.util.Arrays;
import java.util.Optional;

/** Of what a webhook tells. */
public enum Occasion {
    /** A version was registered, whatever allowed it. */
    REGISTERED("registered"),
    /** A training ended without registering its model. */
    REFUSED("refused"),
    /** Another version became champion. */
    PROMOTED("promoted"),
    /** A champion was found on the wrong side of its line in use. */
    LINE_CROSSED("crossed-the-line");

    private final String label;

    Occasion(String label) {
        this.label = label;
    }

    /** As it is written on the command line. */
    public String label() {
        return label;
    }

    public static Optional<Occasion> byLabel(String label) {
        return Arrays.stream(values()).filter(one -> one.label.equals(label)).findFirst();
    }
}

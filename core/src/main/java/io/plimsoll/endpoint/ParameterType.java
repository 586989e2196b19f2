package io.plimsoll.endpoint;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a parameter takes. */
public enum ParameterType {
    INTEGER("a whole number"),
    NUMBER("a number"),
    SHARE("a share such as 20% or 0.2"),
    TEXT("text"),
    BOOLEAN("true or false"),
    CHOICE("one of a few words"),
    PATH("the path of a file");

    private final String shown;

    ParameterType(String shown) {
        this.shown = shown;
    }

    /** {@code integer}. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String shown() {
        return shown;
    }
}

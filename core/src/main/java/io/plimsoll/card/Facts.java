package io.plimsoll.card;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Names with what they stand for, one under the other; what is empty is left out. */
final class Facts {
    private final Map<String, String> facts = new LinkedHashMap<>();

    Facts add(String name, String value) {
        if (!value.isBlank()) {
            facts.put(name, value);
        }
        return this;
    }

    void writeTo(Html html) {
        html.open("dl");
        facts.forEach((name, value) -> html.element("dt", name).element("dd", value));
        html.close("dl");
    }

    /** A share with one digit behind the point: {@code 46.7%}. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", share * 100);
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}

package io.plimsoll.data;

import java.util.List;

/** The columns of a scan: those wanted as numbers and those wanted in their text form. A column may be in both. */
public record Selection(List<String> numbers, List<String> texts) {
    public Selection {
        numbers = List.copyOf(numbers);
        texts = List.copyOf(texts);
    }
}

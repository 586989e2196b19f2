package io.plimsoll.read;

import io.plimsoll.config.Delimiter;
import io.plimsoll.read.Problems.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The first record of a CSV file.
 *
 * @param names column names in file order
 */
record CsvHeader(List<String> names, Delimiter delimiter) {
    /** What follows the quote is data, so nothing of it is shown. */
    static final Kind UNCLOSED = Kind.once("has a quote in its header that is not closed", "close it, or leave it out");

    CsvHeader {
        names = List.copyOf(names);
    }

    /** Adds what would bind wrongly or not at all. */
    void check(Problems problems) {
        Optional<Delimiter> other = otherDelimiter();
        if (other.isPresent()) {
            String word = other.get().name().toLowerCase(Locale.ROOT);
            problems.add(
                    Kind.once(
                            "has one column only, with " + plural(other.get())
                                    + " in its name: they seem to separate the fields",
                            "set options: {delimiter: " + word + "} on the source"),
                    1);
        } else {
            ColumnNames.check(names, problems, 1);
        }
    }

    private Optional<Delimiter> otherDelimiter() {
        return Arrays.stream(Delimiter.values())
                .filter(other ->
                        other != delimiter && names.size() == 1 && names.get(0).indexOf(other.symbol()) >= 0)
                .findFirst();
    }

    private static String plural(Delimiter delimiter) {
        return switch (delimiter) {
            case COMMA -> "commas";
            case SEMICOLON -> "semicolons";
            case TAB -> "tabs";
            case PIPE -> "vertical bars";
        };
    }
}

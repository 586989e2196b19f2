package io.plimsoll.cli;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Lines of a CSV file without line breaks inside its fields. */
final class CsvLines {
    private static final String COMMA_OUTSIDE_QUOTES = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

    private CsvLines() {}

    /** The fields as they are written, with their quotes. */
    static List<String> fields(String line) {
        return Arrays.asList(line.split(COMMA_OUTSIDE_QUOTES, -1));
    }

    /** The same fields from last to first. */
    static String reversed(String line) {
        List<String> fields = fields(line);
        Collections.reverse(fields);
        return String.join(",", fields);
    }
}

package io.plimsoll.local.duckdb;

import io.plimsoll.guard.Figures;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What DuckDB's reader found wrong with a row, without the row, which its messages quote. */
record CsvProblem(String what, String help) {
    private static final Pattern FIELDS = Pattern.compile("(?m)^Expected Number of Columns: (\\d+) Found: (\\d+)");

    static CsvProblem of(String message) {
        Matcher fields = FIELDS.matcher(message);
        if (fields.find()) {
            return new CsvProblem(
                    "has a row of " + Figures.count(Long.parseLong(fields.group(2)), "field") + " under a header of "
                            + fields.group(1),
                    "mend the row; a value that holds a comma stands in double quotes");
        }
        if (message.contains("unterminated quote")) {
            return new CsvProblem(
                    "has a quote that is not closed, or text behind one that is",
                    "double each quote inside a quoted value (RFC 4180)");
        }
        if (message.contains("Maximum line size")) {
            return new CsvProblem(
                    "has a row that is longer than 2,000,000 bytes",
                    "look for a quote that is not closed, or shorten the row");
        }
        return new CsvProblem(
                "is not well-formed CSV, or its lines end in different ways",
                "write it anew as comma-separated UTF-8, each line with the same end (RFC 4180)");
    }
}

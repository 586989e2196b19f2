package io.plimsoll.read;

import io.plimsoll.read.CsvFile.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The first record of a CSV file (RFC 4180).
 *
 * @param names column names in file order; a byte order mark is skipped
 * @param closed whether every quote of it is closed
 */
record CsvHeader(List<String> names, boolean closed) {
    /** What other programs put between fields. */
    private static final List<Delimiter> OTHER_DELIMITERS =
            List.of(new Delimiter(";", "semicolons"), new Delimiter("\t", "tabs"), new Delimiter("|", "vertical bars"));

    private record Delimiter(String text, String plural) {}

    CsvHeader {
        names = List.copyOf(names);
    }

    static CsvHeader parse(byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8);
        int at = text.startsWith("\ufeff") ? 1 : 0;
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        boolean quoted = false;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quoted) {
                boolean doubled = c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"';
                if (doubled) {
                    at++;
                }
                quoted = c != '"' || doubled;
                if (quoted) {
                    name.append(c);
                }
            } else if (c == '"' && name.toString().isBlank()) {
                quoted = true;
                name.setLength(0);
            } else if (c == ',') {
                names.add(name.toString());
                name.setLength(0);
            } else if (c == '\n' || c == '\r') {
                break;
            } else {
                name.append(c);
            }
        }
        names.add(name.toString());
        return new CsvHeader(names, !quoted);
    }

    /** Names that would bind wrongly or not at all. */
    List<Problem> faults() {
        if (!closed) {
            // what follows the quote is data, so nothing of it is shown
            return List.of(new Problem("has a quote in its header that is not closed", 1, "close it, or leave it out"));
        }
        Optional<Problem> delimiter = otherDelimiter();
        return delimiter.isPresent() ? List.of(delimiter.get()) : faultyNames();
    }

    private Optional<Problem> otherDelimiter() {
        return OTHER_DELIMITERS.stream()
                .filter(other -> names.size() == 1 && names.get(0).contains(other.text()))
                .map(other -> new Problem(
                        "has one column only, with " + other.plural()
                                + " in its name: they seem to separate the fields",
                        1,
                        "save it with commas between the fields"))
                .findFirst();
    }

    private List<Problem> faultyNames() {
        List<Problem> problems = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            String place = "column " + (i + 1) + " of the header ";
            if (name.isBlank()) {
                problems.add(new Problem(place + "has no name", 1, "name every column"));
                continue;
            }
            String before = seen.put(name.strip().toLowerCase(Locale.ROOT), name);
            if (name.equals(before)) {
                problems.add(new Problem(place + "repeats the name '" + name + "'", 1, "name every column once"));
            } else if (before != null) {
                problems.add(new Problem(
                        place + "is '" + name + "', which differs from '" + before + "' only by case or spaces",
                        1,
                        "SQL does not tell such names apart; rename one"));
            }
        }
        return problems;
    }
}

package io.plimsoll.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * The CSV in which a run keeps rows: a header, fields with commas, quotes around what needs them (RFC 4180). It reads what it wrote, and nothing
 * else: files of users go through {@code read}, which checks them.
 */
final class EvidenceCsv {
    private final StringBuilder text = new StringBuilder();

    EvidenceCsv(List<String> header) {
        row(header);
    }

    void row(List<String> fields) {
        for (int i = 0; i < fields.size(); i++) {
            text.append(i == 0 ? "" : ",").append(quoted(fields.get(i)));
        }
        text.append('\n');
    }

    String text() {
        return text.toString();
    }

    /** All rows behind the header. */
    static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted) {
                boolean escape = c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"';
                quoted = c != '"' || escape;
                i += escape ? 1 : 0;
                field.append(quoted ? String.valueOf(c) : "");
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                row.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                field.append(c);
            }
        }
        return rows.isEmpty() ? rows : rows.subList(1, rows.size());
    }

    /** A column of rows. */
    static String[] texts(List<List<String>> rows, int column) {
        return rows.stream().map(row -> row.get(column)).toArray(String[]::new);
    }

    /** A column of rows that holds numbers. */
    static double[] numbers(List<List<String>> rows, int column) {
        return rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.get(column)))
                .toArray();
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}

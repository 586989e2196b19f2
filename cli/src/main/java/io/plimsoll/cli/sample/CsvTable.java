package io.plimsoll.cli.sample;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A CSV file being written: a header, a line feed after every row, quotes only where a cell needs them. Blank = missing.
 *
 * <p>Source: RFC 4180, but with line feeds.
 */
final class CsvTable {
    private final List<String> columns;
    private final Appendable out;

    private CsvTable(List<String> columns, Appendable out) {
        this.columns = columns;
        this.out = out;
    }

    static CsvTable begun(List<String> columns, Appendable out) throws IOException {
        out.append(String.join(",", columns)).append('\n');
        return new CsvTable(List.copyOf(columns), out);
    }

    /**
     * Writes one row in the order of the columns.
     *
     * @throws IllegalArgumentException when the row lacks a column or has one too many
     */
    void append(Map<String, String> row) throws IOException {
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException(row.size() + " cells for " + columns.size() + " columns");
        }
        String separator = "";
        for (String column : columns) {
            String cell = row.get(column);
            if (cell == null) {
                throw new IllegalArgumentException("no cell for column " + column);
            }
            out.append(separator).append(quoted(cell));
            separator = ",";
        }
        out.append('\n');
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}

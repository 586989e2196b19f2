package io.plimsoll.storage.postgresql;

import io.plimsoll.config.SourceConfig;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.read.SourceSpec;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a table or query as CSV, in constant memory. Every field is quoted, and one without a value is empty. */
final class RowCopy {
    private static final int ROWS_AT_ONCE = 2_000;

    private final Connection connection;
    private final SourceSpec source;

    RowCopy(Connection connection, SourceSpec source) {
        this.connection = connection;
        this.source = source;
    }

    /** The faults that were found; if there is one, the file is of no use. */
    List<Fault> into(Path file) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_ONCE);
            statement.setEscapeProcessing(false);
            return copied(statement.executeQuery(select(source.config())), file);
        }
    }

    /** The result is closed with its statement. */
    private List<Fault> copied(ResultSet rows, Path file) throws SQLException, IOException {
        List<Fault> faults = new ArrayList<>();
        List<PostgresColumn> columns = columns(rows.getMetaData(), faults);
        if (faults.isEmpty()) {
            Files.createDirectories(Objects.requireNonNull(file.getParent(), "a file in a folder"));
            try (Writer out = Files.newBufferedWriter(file)) {
                write(rows, columns, out);
            }
            columns.forEach(column -> column.fault(source).ifPresent(faults::add));
        }
        return faults;
    }

    /** In a subquery, so that nothing but a SELECT can stand there; the line break ends a comment that a query ends with. */
    static String select(SourceConfig config) {
        String query = config.query();
        if (query == null) {
            String table = Objects.requireNonNull(config.table(), "a source of a database has a table or a query");
            return "SELECT * FROM "
                    + Arrays.stream(table.split("\\."))
                            .map(name -> '"' + name + '"')
                            .collect(Collectors.joining("."));
        }
        return "SELECT * FROM (" + query.strip().replaceFirst(";$", "") + "\n) AS plimsoll";
    }

    private List<PostgresColumn> columns(ResultSetMetaData about, List<Fault> faults) throws SQLException {
        List<PostgresColumn> columns = new ArrayList<>();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            String name = about.getColumnLabel(i);
            String type = about.getColumnTypeName(i);
            Optional<PostgresColumn> column = PostgresColumn.of(i, name, type, about.getColumnType(i));
            column.ifPresentOrElse(columns::add, () -> faults.add(refused(name, type)));
        }
        return columns;
    }

    private Fault refused(String column, String type) {
        return new Fault(
                ErrorCode.SOURCE_MALFORMED,
                "source '" + source.name() + "' has a column '" + column + "' of the type " + type
                        + ", which is no number, text, date or time",
                source.config().shown(),
                type.equals("timestamptz")
                        ? "say in a query in which time zone, as in begun AT TIME ZONE 'UTC' AS begun"
                        : "make it one of these in a query, as in " + column + "::text AS " + column
                                + ", or leave the column out");
    }

    private static void write(ResultSet rows, List<PostgresColumn> columns, Writer out)
            throws SQLException, IOException {
        for (int i = 0; i < columns.size(); i++) {
            field(columns.get(i).name(), i, out);
        }
        out.write('\n');
        while (rows.next()) {
            for (int i = 0; i < columns.size(); i++) {
                field(columns.get(i).text(rows), i, out);
            }
            out.write('\n');
        }
    }

    private static void field(@Nullable String text, int index, Writer out) throws IOException {
        if (index > 0) {
            out.write(',');
        }
        out.write('"');
        if (text != null) {
            out.write(text.replace("\"", "\"\""));
        }
        out.write('"');
    }
}

package io.plimsoll.local.duckdb;

import io.plimsoll.data.Column;
import io.plimsoll.data.SourceFile;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.read.CsvFile;
import io.plimsoll.read.SourceFacts;
import io.plimsoll.read.SourceSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Loads a checked CSV file as text, then gives each column its {@linkplain ColumnTyping type}.
 */
final class CsvLoad {
    private static final Pattern ROW = Pattern.compile("CSV Error on Line: (\\d+)");

    private final Database database;
    private final SourceSpec source;
    private final CsvFile file;

    CsvLoad(Database database, SourceSpec source, CsvFile file) {
        this.database = database;
        this.source = source;
        this.file = file;
    }

    SourceFacts load() throws SQLException {
        String raw = Sql.name("plimsoll:raw");
        try {
            database.execute("CREATE TABLE " + raw + " AS SELECT * FROM " + reader());
        } catch (SQLException e) {
            throw malformed(e);
        }
        List<Column> columns = new ColumnTyping(database, raw, file.header()).columns();
        database.execute("CREATE TABLE " + Sql.name(source.name()) + " AS SELECT "
                + columns.stream().map(CsvLoad::cast).collect(Collectors.joining(", ")) + " FROM " + raw);
        database.execute("DROP TABLE " + raw);
        long rows =
                Long.parseLong(Objects.requireNonNull(database.rows("SELECT count(*) FROM " + Sql.name(source.name()))
                        .get(0)
                        .get(0)));
        if (rows == 0) {
            throw PlimsollException.of(
                    ErrorCode.SOURCE_MALFORMED,
                    "source '" + source.name() + "' has a header and no rows",
                    source.shown(),
                    "give a file with at least one row");
        }
        String fileName = Objects.requireNonNull(source.path().getFileName()).toString();
        SourceFile read = new SourceFile(source.name(), fileName, rows, file.bytes(), file.sha256());
        return new SourceFacts(source.name(), List.of(read), columns);
    }

    private String reader() {
        String columns = file.header().stream()
                .map(name -> Sql.text(name) + ": 'VARCHAR'")
                .collect(Collectors.joining(", ", "{", "}"));
        return "read_csv(" + Sql.text(literally(source.path())) + ", auto_detect = false, header = true, delim = ',',"
                + " quote = '\"', escape = '\"', nullstr = '', strict_mode = true, compression = 'none', columns = "
                + columns
                + ")";
    }

    /** A path as a pattern that matches nothing else: DuckDB takes every path for a pattern. */
    private static String literally(Path path) {
        return path.toString().replaceAll("[\\[*?]", "[$0]");
    }

    private static String cast(Column column) {
        String name = Sql.name(column.name());
        return "CAST(" + name + " AS " + ColumnTypes.duckDb(column.type()) + ") AS " + name;
    }

    private PlimsollException malformed(SQLException cause) {
        String message = cause.getMessage() == null ? "" : cause.getMessage();
        if (!message.contains("CSV")) {
            return Database.failure(cause);
        }
        CsvProblem problem = CsvProblem.of(message);
        return PlimsollException.of(
                ErrorCode.SOURCE_MALFORMED,
                "source '" + source.name() + "' " + problem.what(),
                source.shown() + line(message),
                problem.help());
    }

    private String line(String message) {
        Matcher row = ROW.matcher(message);
        try {
            return row.find() ? ":" + CsvLines.lineOf(source.path(), Long.parseLong(row.group(1))) : "";
        } catch (IOException e) {
            return "";
        }
    }
}

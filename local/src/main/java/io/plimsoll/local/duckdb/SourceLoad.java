package io.plimsoll.local.duckdb;

import io.plimsoll.config.CsvOptions;
import io.plimsoll.config.DecimalMark;
import io.plimsoll.config.SourceFormat;
import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnType;
import io.plimsoll.data.SourceFile;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.read.ColumnKinds;
import io.plimsoll.read.SourceFacts;
import io.plimsoll.read.SourceSpec;
import io.plimsoll.read.SourceTyping;
import io.plimsoll.read.TakenFile;
import io.plimsoll.read.ValueKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Loads the checked files of one source as one table, each column in its type. */
final class SourceLoad {
    private final Database database;
    private final SourceSpec source;

    SourceLoad(Database database, SourceSpec source) {
        this.database = database;
        this.source = source;
    }

    /** Puts the rows into a table. */
    SourceFacts load(List<TakenFile> taken) throws SQLException {
        return make("TABLE", taken);
    }

    /** Leaves the rows in their files. */
    SourceFacts open(List<TakenFile> taken) throws SQLException {
        return make("VIEW", taken);
    }

    private SourceFacts make(String kind, List<TakenFile> taken) throws SQLException {
        List<TakenFile> files = new ArrayList<>();
        for (TakenFile file : taken) {
            files.add(file.format() == SourceFormat.PARQUET ? new ParquetFile(database, source).read(file) : file);
        }
        SourceTyping typing = new SourceTyping(source, files);
        List<Column> columns = typing.columns();
        String table = Sql.name(source.name());
        String rows = files.stream().map(file -> selected(file, columns)).collect(Collectors.joining(" UNION ALL "));
        try {
            database.execute("CREATE " + kind + " " + table + " AS " + rows);
        } catch (SQLException e) {
            throw unreadable(e, files);
        }
        if (kind.equals("TABLE")) {
            checkRows(table, files);
        }
        List<SourceFile> read = files.stream()
                .map(file -> new SourceFile(source.name(), file.file(), file.rows(), file.bytes(), file.sha256()))
                .toList();
        return new SourceFacts(source.name(), read, columns, typing.nearNumbers());
    }

    private String selected(TakenFile file, List<Column> columns) {
        return "SELECT " + columns.stream().map(column -> typed(column, file)).collect(Collectors.joining(", "))
                + " FROM " + relation(file, columns);
    }

    private String relation(TakenFile file, List<Column> columns) {
        String path = Sql.text(file.copy().toString());
        return switch (file.format()) {
            case CSV ->
                "read_csv(" + path + ", auto_detect = false, header = false, delim = "
                        + Sql.text(String.valueOf(
                                source.config().options().delimiter().symbol()))
                        + ", quote = '\"', escape = '\"', new_line = '\\n', strict_mode = true, compression = 'none',"
                        + " columns = " + columns(file, columns) + ")";
            case JSONL ->
                "read_json(" + path + ", format = 'newline_delimited', records = true, auto_detect = false,"
                        + " compression = 'none', columns = " + texts(file.names()) + ")";
            case PARQUET -> ParquetFile.relation(file);
        };
    }

    private String columns(TakenFile file, List<Column> columns) {
        return columns.stream()
                .filter(column -> file.names().contains(column.name()))
                .sorted(Comparator.comparingInt(column -> file.names().indexOf(column.name())))
                .map(column -> Sql.text(column.name()) + ": '" + readAs(column, file) + "'")
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** DuckDB's type of a column of a CSV file as it is read: numbers right away, which is quicker, where all are written in a way that leaves no doubt. */
    private String readAs(Column column, TakenFile file) {
        CsvOptions options = source.config().options();
        ColumnKinds kinds = file.kinds().get(file.names().indexOf(column.name()));
        long present = kinds.present();
        boolean numeric = column.type() == ColumnType.NUMBER || column.type() == ColumnType.INTEGER;
        if (!numeric || present == 0 || !options.nulls().isEmpty() || options.decimal() != DecimalMark.POINT) {
            return "VARCHAR";
        }
        if (kinds.count(ValueKind.INTEGER) == present) {
            return "BIGINT";
        }
        boolean finite = kinds.misfits(ColumnType.NUMBER).count() == 0 && kinds.count(ValueKind.NOT_FINITE) == 0;
        return column.type() == ColumnType.NUMBER && finite ? "DOUBLE" : "VARCHAR";
    }

    private static String texts(List<String> names) {
        return names.stream().map(name -> Sql.text(name) + ": 'VARCHAR'").collect(Collectors.joining(", ", "{", "}"));
    }

    private String typed(Column column, TakenFile file) {
        String name = Sql.name(column.name());
        if (!file.names().contains(column.name())) {
            return "CAST(NULL AS " + ColumnTypes.duckDb(column.type()) + ") AS " + name;
        }
        if (file.format() == SourceFormat.CSV && !readAs(column, file).equals("VARCHAR")) {
            return "CAST(" + name + " AS " + ColumnTypes.duckDb(column.type()) + ") AS " + name;
        }
        String text = "CAST(" + name + " AS VARCHAR)";
        String present = "CASE WHEN " + text + " NOT IN (" + missing(file) + ") THEN " + text + " END";
        boolean numeric = column.type() == ColumnType.NUMBER || column.type() == ColumnType.INTEGER;
        String value = numeric && source.config().options().decimal() == DecimalMark.COMMA
                ? "replace(" + present + ", ',', '.')"
                : present;
        return "CAST(" + value + " AS " + ColumnTypes.duckDb(column.type()) + ") AS " + name;
    }

    /**
     * Blank text is missing in every format; what else is, a CSV file says. They are compared here and not by DuckDB's {@code nullstr}, which
     * takes no text with a delimiter or a quote.
     */
    private String missing(TakenFile file) {
        List<String> texts = new ArrayList<>(List.of(""));
        if (file.format() == SourceFormat.CSV) {
            texts.addAll(source.config().options().nulls());
        }
        return texts.stream().map(Sql::text).collect(Collectors.joining(", "));
    }

    /** What was checked is what was loaded, or nothing is. */
    private void checkRows(String table, List<TakenFile> files) throws SQLException {
        long loaded = Long.parseLong(Objects.requireNonNull(
                database.rows("SELECT count(*) FROM " + table).get(0).get(0)));
        long checked = files.stream().mapToLong(TakenFile::rows).sum();
        if (loaded != checked) {
            throw PlimsollException.of(
                    ErrorCode.SOURCE_MALFORMED,
                    "source '" + source.name() + "' is read as " + checked + " rows by the check of its form and as "
                            + loaded + " by the engine",
                    source.config().shown(),
                    "write it anew with plain quoting (RFC 4180), and report this");
        }
    }

    private PlimsollException unreadable(SQLException cause, List<TakenFile> files) {
        if (SqlFaults.isAboutMachine(cause)) {
            return Database.failure(cause);
        }
        if (files.stream().anyMatch(file -> file.format() == SourceFormat.PARQUET)) {
            return new PlimsollException(
                    new Fault(
                            ErrorCode.SOURCE_MALFORMED,
                            "source '" + source.name() + "' holds a value that its own type cannot be ("
                                    + SqlFaults.kindOf(cause) + ")",
                            source.config().shown(),
                            "write the Parquet file anew"),
                    SqlFaults.withoutData(cause));
        }
        return new PlimsollException(
                new Fault(
                        ErrorCode.SOURCE_MALFORMED,
                        "source '" + source.name() + "' passes the check of its form, but the engine cannot read it ("
                                + SqlFaults.kindOf(cause) + ")",
                        source.config().shown(),
                        "write it anew with plain quoting (RFC 4180), and report this"),
                SqlFaults.withoutData(cause));
    }
}

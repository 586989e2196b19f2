package io.plimsoll.local.duckdb;

import io.plimsoll.data.ColumnType;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.read.ColumnKinds;
import io.plimsoll.read.SourceSpec;
import io.plimsoll.read.TakenFile;
import io.plimsoll.read.ValueKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the columns of a Parquet file, and the kinds of their values, as if they were written as text. */
final class ParquetFile {
    private static final String LARGEST_EXACT = "9007199254740992";
    private static final Set<String> OF_A_DAMAGED_PAGE = Set.of("IO Error", "INTERNAL Error");
    private static final String LONGEST_INTEGER = "9999999999999999";

    private final Database database;
    private final SourceSpec source;

    ParquetFile(Database database, SourceSpec source) {
        this.database = database;
        this.source = source;
    }

    static String relation(TakenFile file) {
        return "read_parquet(" + Sql.text(file.copy().toString()) + ")";
    }

    /**
     * The file with the names and kinds of its columns, and its rows. To find these every page of it is read, so that a damaged one is found here; but for
     * columns of which nobody wants to know what they hold.
     */
    TakenFile read(TakenFile file) throws SQLException {
        try {
            return withColumns(file);
        } catch (SQLException e) {
            if (isOfTheFile(e)) {
                throw unreadable(file, e);
            }
            throw e;
        }
    }

    private TakenFile withColumns(TakenFile file) throws SQLException {
        Map<String, String> types = types(file);
        List<ColumnKinds> kinds = new ArrayList<>();
        for (Map.Entry<String, String> column : types.entrySet()) {
            boolean spare = source.spare().contains(column.getKey());
            kinds.add(spare ? new ColumnKinds() : kinds(column.getKey(), column.getValue(), relation(file)));
        }
        long rows = count(
                database.rows("SELECT count(*) FROM " + relation(file)).get(0).get(0));
        if (rows == 0) {
            throw new PlimsollException(fault(file, "has no rows", "give a file with at least one row"));
        }
        return new TakenFile(
                file.format(),
                file.copy(),
                file.shown(),
                file.file(),
                List.copyOf(types.keySet()),
                kinds,
                rows,
                file.bytes(),
                file.sha256());
    }

    private Map<String, String> types(TakenFile file) throws SQLException {
        Map<String, String> types = new LinkedHashMap<>();
        List<Fault> faults = new ArrayList<>();
        for (List<@Nullable String> row : database.rows("DESCRIBE SELECT * FROM " + relation(file))) {
            String name = Objects.requireNonNull(row.get(0));
            String type = Objects.requireNonNull(row.get(1));
            types.put(name, type);
            if (ColumnTypes.of(type).isEmpty()) {
                faults.add(fault(
                        file,
                        "has a column '" + name + "' of the type " + type.replaceFirst("(?s)[(\\[].*", "")
                                + ", which is no number, text, date or time",
                        "write it as one of these, or leave the column out"));
            }
        }
        faults.addAll(file.nameFaults(source.name(), List.copyOf(types.keySet())));
        if (!faults.isEmpty()) {
            throw new PlimsollException(faults);
        }
        return types;
    }

    /** DuckDB says of a damaged page now that it is no input, now that it cannot be read, and now that it did not expect it. */
    private static boolean isOfTheFile(SQLException cause) {
        return !SqlFaults.isAboutMachine(cause) || OF_A_DAMAGED_PAGE.contains(SqlFaults.kindOf(cause));
    }

    private PlimsollException unreadable(TakenFile file, SQLException cause) {
        return new PlimsollException(
                fault(
                        file,
                        "is not a Parquet file that can be read (" + SqlFaults.kindOf(cause) + ")",
                        "write it anew, unencrypted"),
                SqlFaults.withoutData(cause));
    }

    private ColumnKinds kinds(String name, String duckDbType, String relation) throws SQLException {
        ColumnKinds kinds = new ColumnKinds();
        String column = Sql.name(name);
        for (Map.Entry<ValueKind, String> kind : conditions(duckDbType).entrySet()) {
            String condition = kind.getValue().replace("?", column);
            kinds.addAll(
                    kind.getKey(),
                    count(database.rows("SELECT count(*) FILTER (WHERE " + column + " IS NOT NULL AND " + condition
                                    + ") FROM " + relation)
                            .get(0)
                            .get(0)));
        }
        if (isText(duckDbType)) {
            addTexts(kinds, column, relation);
        }
        return kinds;
    }

    /** For each kind that values of a type can be of, when one is; none for text, whose values have to be looked at. */
    private static Map<ValueKind, String> conditions(String duckDbType) {
        return switch (ColumnTypes.of(duckDbType).orElseThrow()) {
            case BOOLEAN -> Map.of(ValueKind.BOOLEAN, "true");
            case DATE -> Map.of(ValueKind.DATE, "true");
            case TIMESTAMP ->
                Map.of(
                        ValueKind.MIDNIGHT, "CAST(? AS DATE) = ?",
                        ValueKind.TIMESTAMP, "CAST(? AS DATE) <> ?");
            case INTEGER ->
                Map.of(
                        ValueKind.INTEGER, "? BETWEEN -" + LONGEST_INTEGER + " AND " + LONGEST_INTEGER,
                        ValueKind.IDENTIFIER, "? NOT BETWEEN -" + LONGEST_INTEGER + " AND " + LONGEST_INTEGER);
            case NUMBER -> numberConditions();
            case TEXT -> Map.of();
        };
    }

    private static Map<ValueKind, String> numberConditions() {
        String value = "CAST(? AS DOUBLE)";
        String whole = "(" + value + " = trunc(" + value + ") AND abs(" + value + ") <= " + LARGEST_EXACT + ")";
        return Map.of(
                ValueKind.NOT_FINITE, "NOT isfinite(" + value + ")",
                ValueKind.INTEGRAL, "isfinite(" + value + ") AND " + whole,
                ValueKind.NUMBER, "isfinite(" + value + ") AND NOT " + whole);
    }

    private static boolean isText(String duckDbType) {
        return ColumnTypes.of(duckDbType).equals(Optional.of(ColumnType.TEXT));
    }

    /** Most text begins as nothing else does, so that only the rest is fetched: each different value once. */
    private void addTexts(ColumnKinds kinds, String column, String relation) throws SQLException {
        String text = "CAST(" + column + " AS VARCHAR)";
        String other = "regexp_matches(" + text + ", '^[-+. 0-9tTfFnNiI]')";
        kinds.addAll(
                ValueKind.TEXT,
                count(database.rows("SELECT count(*) FILTER (WHERE " + text + " <> '' AND NOT " + other + ") FROM "
                                + relation)
                        .get(0)
                        .get(0)));
        if (kinds.count(ValueKind.TEXT) == 0 || !source.config().types().isEmpty()) {
            List<List<@Nullable String>> values =
                    database.rows("SELECT " + text + ", count(*) FROM " + relation + " WHERE " + other + " GROUP BY 1");
            for (List<@Nullable String> value : values) {
                kinds.addAll(ValueKind.of(Objects.requireNonNull(value.get(0))), count(value.get(1)));
            }
        }
    }

    private Fault fault(TakenFile file, String what, String help) {
        return new Fault(ErrorCode.SOURCE_MALFORMED, "source '" + source.name() + "' " + what, file.shown(), help);
    }

    private static long count(@Nullable String number) {
        return Long.parseLong(Objects.requireNonNull(number));
    }
}

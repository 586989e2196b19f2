package io.plimsoll.local.duckdb;

import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnType;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A user's SELECT, checked, with the columns that it gives. */
record SelectShape(String query, List<Column> columns) {
    private static final Pattern PLAIN =
            Pattern.compile("\\s*SELECT\\s+\\*\\s+FROM\\s+\"?(\\w+)\"?\\s*", Pattern.CASE_INSENSITIVE);

    static SelectShape of(Database database, String sql) throws SQLException {
        String query = UserSql.select(database, sql);
        return new SelectShape(query, columnsOf(database, query));
    }

    /** The source of which it gives all columns and all rows as they are; empty if it does anything beyond, or is not written in the shortest way. */
    Optional<String> plainSource() {
        return Optional.of(PLAIN.matcher(query)).filter(Matcher::matches).map(plain -> plain.group(1));
    }

    /** The same rows with values in their canonical form. */
    String canonical() {
        return "SELECT " + columns.stream().map(SelectShape::canonical).collect(Collectors.joining(", ")) + " FROM ("
                + query + "\n)";
    }

    boolean has(String column) {
        return columns.stream().anyMatch(c -> c.name().equals(column));
    }

    private static List<Column> columnsOf(Database database, String query) throws SQLException {
        List<Column> columns = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (List<@Nullable String> row : database.rows("DESCRIBE " + query)) {
            String name = Objects.requireNonNull(row.get(0));
            String duckDbType = Objects.requireNonNull(row.get(1));
            Optional<ColumnType> type = ColumnTypes.of(duckDbType);
            if (type.isEmpty()) {
                faults.add(
                        fault("column '" + name + "' has the type " + duckDbType, "CAST it to a number, text or date"));
            }
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                faults.add(fault("the query gives the column '" + name + "' twice", "name each column once, with AS"));
            }
            type.ifPresent(t -> columns.add(new Column(name, t)));
        }
        if (!faults.isEmpty()) {
            throw new PlimsollException(faults);
        }
        return columns;
    }

    private static Fault fault(String what, String help) {
        return new Fault(ErrorCode.QUERY_INVALID, what, SqlUse.QUERY.path(), help);
    }

    /** One type a kind, blank text as missing, and no negative zero. */
    private static String canonical(Column column) {
        String name = Sql.name(column.name());
        String cast = "CAST(" + name + " AS " + ColumnTypes.duckDb(column.type()) + ")";
        String value = switch (column.type()) {
            case TEXT -> "nullif(" + cast + ", '')";
            case NUMBER -> cast + " + 0.0";
            default -> cast;
        };
        return value + " AS " + name;
    }
}

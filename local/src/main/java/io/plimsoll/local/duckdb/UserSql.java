package io.plimsoll.local.duckdb;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Accepts exactly one SELECT or condition from a user, and nothing that ends it early. */
final class UserSql {
    private static final String PARSE =
            "SELECT json_extract_string(j, '$.error_message'), json_extract_string(j, '$.position'),"
                    + " json_array_length(j, '$.statements') FROM (SELECT json_serialize_sql(?) AS j)";

    private UserSql() {}

    /**
     * Checks a SELECT by parsing it.
     *
     * @return the SELECT without a closing semicolon
     */
    static String select(Database database, String sql) throws SQLException {
        String query = sql.stripTrailing().replaceFirst(";$", "");
        check(database, new Wrapped("", query, ""), SqlUse.QUERY);
        return query;
    }

    /**
     * Checks a condition by parsing it as it is and in parentheses. What parses as it is closes no parenthesis that it did not open, so that it
     * cannot end early where it is put into others.
     *
     * @return the condition in parentheses
     */
    static String condition(Database database, String sql, SqlUse use) throws SQLException {
        check(database, new Wrapped("SELECT 1 WHERE ", sql, "\n"), use);
        check(database, new Wrapped("SELECT 1 WHERE (", sql, "\n)"), use);
        return "(" + sql + "\n)";
    }

    private static void check(Database database, Wrapped wrapped, SqlUse use) throws SQLException {
        List<@Nullable String> parsed = database.rows(PARSE, wrapped.sql()).get(0);
        String message = parsed.get(0);
        if (message != null) {
            boolean other = message.startsWith("Only SELECT");
            String what = other
                    ? "this is not a " + use.noun()
                    : "the SQL is not valid: " + message.lines().findFirst().orElse("");
            throw refused(what, use.path() + wrapped.place(parsed.get(1)), use);
        }
        if (!"1".equals(parsed.get(2))) {
            String what = "0".equals(parsed.get(2)) ? "there is no " : "there is more than one ";
            throw refused(what + use.noun(), use.path(), use);
        }
    }

    private static PlimsollException refused(String what, String where, SqlUse use) {
        return PlimsollException.of(ErrorCode.QUERY_INVALID, what, where, use.expected());
    }

    /** A user's SQL with what is put around it to parse it. */
    private record Wrapped(String before, String user, String after) {
        String sql() {
            return before + user + after;
        }

        /** Line and column in the user's own text of a position in bytes of the whole. */
        String place(@Nullable String position) {
            if (position == null) {
                return "";
            }
            byte[] utf8 = sql().getBytes(StandardCharsets.UTF_8);
            String until =
                    new String(utf8, 0, Math.min(utf8.length, Integer.parseInt(position)), StandardCharsets.UTF_8);
            String read = until.substring(Math.min(before.length(), until.length()));
            long line = read.chars().filter(c -> c == '\n').count() + 1;
            int start = read.lastIndexOf('\n') + 1;
            return " line " + line + " column " + (read.codePointCount(start, read.length()) + 1);
        }
    }
}

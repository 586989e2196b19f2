package io.plimsoll.local.duckdb;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what DuckDB found wrong with a user's SQL, without the values that its messages may quote. */
final class SqlFaults {
    /** Errors that speak of the SQL text and the catalog only. */
    private static final Set<String> ABOUT_SQL =
            Set.of("Parser Error", "Binder Error", "Catalog Error", "Permission Error");

    /** Errors of the machine, which no SQL can mend. */
    private static final Set<String> ABOUT_MACHINE =
            Set.of("Out of Memory Error", "IO Error", "INTERNAL Error", "FATAL Error");

    private static final Pattern KIND =
            Pattern.compile("^([A-Z][A-Za-z ]+ (?:Error|Exception)):\\s*(.*)", Pattern.DOTALL);

    private static final Pattern LINE = Pattern.compile("(?m)^LINE (\\d+): ");

    /** DuckDB offers its own tables, and ours, where no name of the user's is near. */
    private static final Pattern INNER_NAME =
            Pattern.compile("\"(?:pg_|duckdb_|sqlite_|pragma_|plimsoll:)|information_schema");

    private SqlFaults() {}

    static PlimsollException invalid(SQLException cause, SqlUse use) {
        if (isAboutMachine(cause)) {
            return Database.failure(cause);
        }
        Fault fault = new Fault(ErrorCode.QUERY_INVALID, sentence(cause), use.path() + line(cause), help(cause, use));
        return new PlimsollException(fault, withoutData(cause));
    }

    /** Whether no input can have caused it. */
    static boolean isAboutMachine(SQLException cause) {
        return ABOUT_MACHINE.contains(kindOf(cause));
    }

    static String kindOf(SQLException cause) {
        Matcher matcher = matcher(cause);
        return matcher.matches() ? matcher.group(1) : "SQL error";
    }

    /** The same failure without a text that may quote data, for whoever prints a stack trace. */
    static SQLException withoutData(SQLException cause) {
        String kind = kindOf(cause);
        if (ABOUT_SQL.contains(kind) || ABOUT_MACHINE.contains(kind)) {
            return cause;
        }
        SQLException bare = new SQLException(kind + " (its text may hold data and is left out)");
        bare.setStackTrace(cause.getStackTrace());
        return bare;
    }

    private static String sentence(SQLException cause) {
        if (!isAboutSql(cause)) {
            return "the SQL fails on the data (" + kindOf(cause) + ")";
        }
        String first = text(cause).lines().findFirst().orElse("").strip();
        return "the SQL is not valid: " + first;
    }

    private static String line(SQLException cause) {
        Matcher line = LINE.matcher(text(cause));
        return line.find() ? " line " + line.group(1) : "";
    }

    private static String help(SQLException cause, SqlUse use) {
        if (!isAboutSql(cause)) {
            return "a value does not fit what the SQL does with it; TRY_CAST gives NULL where CAST fails";
        }
        return text(cause)
                .lines()
                .skip(1)
                .map(String::strip)
                .filter(line -> line.startsWith("Candidate bindings") || line.startsWith("Did you mean"))
                .filter(line -> !INNER_NAME.matcher(line).find())
                .findFirst()
                .orElse(use.expected() + "; files and settings cannot be reached from it");
    }

    private static boolean isAboutSql(SQLException cause) {
        return ABOUT_SQL.contains(kindOf(cause));
    }

    /** What follows the kind of error. */
    private static String text(SQLException cause) {
        Matcher matcher = matcher(cause);
        return matcher.matches() ? matcher.group(2) : "";
    }

    private static Matcher matcher(SQLException cause) {
        String message = cause.getMessage() == null ? "" : cause.getMessage();
        return KIND.matcher(message);
    }
}

package io.plimsoll.storage.postgresql;

import io.plimsoll.config.DatabaseConfig;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.read.SourceSpec;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import javax.net.ssl.SSLException;

/**
 * What a server's refusals mean. Of what it says only the SQLSTATE is used: its sentences may hold values.
 *
 * <p><b>Source</b>: PostgreSQL 18, appendix A, PostgreSQL error codes.
 */
final class DatabaseFaults {
    private final String name;
    private final DatabaseConfig config;

    DatabaseFaults(String name, DatabaseConfig config) {
        this.name = name;
        this.config = config;
    }

    /** Why nobody is let in. */
    Fault ofConnection(SQLException cause) {
        String at = config.host() + ":" + config.port();
        String key = "databases." + name + " in plimsoll.yml";
        String state = state(cause);
        if (isAboutEncryption(cause, state)) {
            String tls = config.encryption().name().toLowerCase(Locale.ROOT);
            return unreachable(
                    "database '" + name + "' cannot be reached at " + at + " with tls: " + tls,
                    "have the server encrypt with a certificate that Java trusts and that bears its name, or choose"
                            + " another tls under " + key);
        }
        return switch (state) {
            case "28P01", "28000" ->
                unreachable(
                        "database '" + name + "' refuses the user '" + config.user() + "' or the password",
                        "check user and password under " + key + ", and that the server lets this machine in");
            case "3D000" ->
                unreachable("there is no database '" + config.database() + "' at " + at, "check database under " + key);
            case "42501" ->
                unreachable(
                        "the user '" + config.user() + "' may not use database '" + config.database() + "'",
                        "grant CONNECT on it, or name another user under " + key);
            case "53300", "57P03" ->
                unreachable("database '" + name + "' takes no connection at " + at + " now", "try again later");
            default ->
                unreachable(
                        "database '" + name + "' does not answer at " + at,
                        "check host and port under " + key + ", and that the server runs and lets this machine in");
        };
    }

    private Fault unreachable(String what, String help) {
        return new Fault(ErrorCode.SOURCE_UNREACHABLE, what, "databases." + name, help);
    }

    private static boolean isAboutEncryption(SQLException cause, String state) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof SSLException) {
                return true;
            }
        }
        return state.equals("08004");
    }

    /** Why a source cannot be read. */
    Fault ofSource(SourceSpec source, SQLException cause) {
        String state = state(cause);
        String of = "source '" + source.name() + "'";
        boolean isQuery = source.config().query() != null;
        return switch (state) {
            case "42P01", "3F000" ->
                isQuery
                        ? fault(
                                source,
                                ErrorCode.QUERY_INVALID,
                                "the query of " + of + " names a table that is not there",
                                grant())
                        : fault(source, ErrorCode.SOURCE_MISSING, of + " is of a table that is not there", grant());
            case "42501" ->
                fault(
                        source,
                        ErrorCode.SOURCE_UNREADABLE,
                        "the user '" + config.user() + "' may not read " + of,
                        "grant SELECT on its tables and USAGE on their schema");
            case "57014" ->
                fault(
                        source,
                        ErrorCode.SOURCE_UNREADABLE,
                        of + " was stopped: the server took longer than " + config.timeout()
                                + " seconds, or somebody cancelled it",
                        "make the query cheaper, or raise databases." + name + ".timeout in plimsoll.yml");
            case "25001", "25006" ->
                fault(
                        source,
                        ErrorCode.QUERY_INVALID,
                        "the query of " + of + " writes, and sources are only read",
                        "give a SELECT that changes nothing");
            default -> otherwise(source, state, of, isQuery);
        };
    }

    private Fault otherwise(SourceSpec source, String state, String of, boolean isQuery) {
        if (state.startsWith("08") || state.startsWith("57P")) {
            return fault(
                    source,
                    ErrorCode.SOURCE_UNREACHABLE,
                    "the connection to database '" + name + "' was lost while " + of + " was read",
                    "run again; nothing was kept of it");
        }
        boolean isAboutQuery = isQuery && (state.startsWith("42") || state.startsWith("22") || state.startsWith("0A"));
        return isAboutQuery
                ? fault(
                        source,
                        ErrorCode.QUERY_INVALID,
                        "the server refuses the query of " + of + " (SQLSTATE " + state + ")",
                        "run the query in psql, as the user '" + config.user() + "', to see why")
                : fault(
                        source,
                        ErrorCode.SOURCE_UNREADABLE,
                        of + " cannot be read (SQLSTATE " + state + ")",
                        "read it in psql, as the user '" + config.user() + "', to see why");
    }

    private String grant() {
        return "check its name and schema, as psql shows them, and that '" + config.user() + "' may see it";
    }

    private static Fault fault(SourceSpec source, ErrorCode code, String what, String help) {
        return new Fault(code, what, source.config().shown(), help);
    }

    private static String state(SQLException cause) {
        return Objects.requireNonNullElse(cause.getSQLState(), "unknown");
    }
}

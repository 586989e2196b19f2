package io.plimsoll.storage.metadata;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.storage.postgresql.Login;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;

/**
 * What the refusals of a workspace's PostgreSQL mean. Of what it says only the SQLSTATE is used: its sentences may hold values.
 *
 * <p><b>Source</b>: PostgreSQL 18, appendix A, PostgreSQL error codes.
 */
final class PostgresFaults {
    private static final Set<String> NOT_NOW = Set.of("53300", "57P03");
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01");
    /** Why nobody is let in: encryption, user, password, database. */
    private static final Set<String> REFUSALS = Set.of("08004", "28000", "28P01", "3D000");

    private final Login login;
    private final String schema;
    private final String place;
    private final StorageFaults alike;

    PostgresFaults(PostgresPlace place) {
        this.login = place.login();
        this.schema = place.schema();
        this.place = place.shown();
        this.alike = new StorageFaults(this.place);
    }

    /** Whether the connection is gone, or none came about. */
    static boolean isLost(SQLException e) {
        String state = state(e);
        return state.startsWith("08") || state.startsWith("57P") || state.equals("25P03") || isNotNow(e);
    }

    /** Whether the server takes no connection for the moment. */
    static boolean isNotNow(SQLException e) {
        return NOT_NOW.contains(state(e));
    }

    /** Whether the database gave up one of two transactions that were in each other's way. */
    static boolean isConflict(SQLException e) {
        return CONFLICTS.contains(state(e));
    }

    /** Whether another transaction has meanwhile written what this one found missing. */
    static boolean isOvertaken(SQLException e) {
        return state(e).equals("23505");
    }

    PlimsollException of(SQLException e) {
        String state = state(e);
        if (REFUSALS.contains(state) || isLost(e)) {
            Fault refusal = login.refusal(e);
            return storage(e, "the workspace's " + refusal.what(), refusal.help());
        }
        return switch (state) {
            case "55P03" ->
                storage(
                        e,
                        "another process has kept a part of the workspace's database to itself for too long",
                        "Find out which process that is (pg_stat_activity tells), end it or wait for it, then do this again.");
            case "42501" ->
                storage(
                        e,
                        "the user '" + login.user() + "' may not do in schema '" + schema + "' what a workspace needs",
                        "Have an administrator run: CREATE SCHEMA IF NOT EXISTS \"" + schema + "\" AUTHORIZATION \""
                                + login.user() + "\"");
            case "25006" ->
                storage(
                        e,
                        "the workspace's database takes no changes now",
                        "Name the primary server as host: this one is a standby, or set to read only.");
            case "53100" ->
                storage(
                        e,
                        "the disk of the workspace's database is full",
                        "Free some space there, then do this again; what was recorded before is all there.");
            case "42883" ->
                incompatible("the server is older than PostgreSQL 13", "Let the workspace lie in a newer one.", e);
            case "57014" -> storage(e, "the workspace's database was told to stop this", "Do this again.");
            default ->
                storage(
                        e,
                        "the workspace's database refused (SQLSTATE " + state + ")",
                        "Do this again with --debug and report what it says: this should not happen.");
        };
    }

    PlimsollException of(FlywayException e) {
        return alike.migrating(e, this::of);
    }

    /** The connection was lost in a commit, and nobody could say afterwards what came of it. */
    PlimsollException unknown(SQLException e) {
        return StorageFaults.unknown(of(e).faults().get(0), e);
    }

    PlimsollException incompatible(String what) {
        return new PlimsollException(incompatible(
                what, "Use the Plimsoll that made it, or another schema. Nothing was changed in this one."));
    }

    /** There is a workspace here, where none may be. */
    PlimsollException inTheWay() {
        return new PlimsollException(new Fault(
                ErrorCode.ALREADY_EXISTS,
                "there is a workspace in schema '" + schema + "' already, and nothing is ever overwritten",
                place,
                "name another schema"));
    }

    private PlimsollException incompatible(String what, String help, SQLException cause) {
        return new PlimsollException(incompatible(what, help), cause);
    }

    private Fault incompatible(String what, String help) {
        return new Fault(ErrorCode.WORKSPACE_INCOMPATIBLE, what, place, help);
    }

    private PlimsollException storage(Throwable cause, String what, String help) {
        return alike.storage(cause, what, help);
    }

    private static String state(SQLException e) {
        return Objects.requireNonNullElse(e.getSQLState(), "unknown");
    }
}

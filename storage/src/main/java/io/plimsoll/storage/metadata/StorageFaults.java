package io.plimsoll.storage.metadata;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.sql.SQLException;
import java.util.function.Function;
import org.flywaydb.core.api.FlywayException;

/**
 * What both kinds of database have to say alike.
 *
 * @param place of the database, for people
 */
record StorageFaults(String place) {
    PlimsollException storage(Throwable cause, String what, String help) {
        return new PlimsollException(new Fault(ErrorCode.STORAGE, what, place, help), cause);
    }

    /** @param known what an error of the database itself means */
    PlimsollException migrating(FlywayException e, Function<SQLException, PlimsollException> known) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return known.apply(sql);
            }
        }
        return storage(
                e,
                "the workspace's database could not be brought to this version's tables",
                "Do this again with --debug and report what it says; nothing was changed.");
    }

    /** The last answer of the database was an error, and it may have kept what it was given all the same. */
    static PlimsollException unknown(Fault fault, SQLException e) {
        return new PlimsollException(
                new Fault(
                        fault.code(),
                        fault.what() + "; it is not known whether the last change was kept",
                        fault.where(),
                        fault.help() + " Doing it again is safe."),
                e);
    }
}

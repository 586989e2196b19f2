package io.plimsoll.storage.metadata;

import io.plimsoll.fault.PlimsollException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The tables that this version works with, on every database.
 *
 * <p>Flyway is started only when there is something to do: it costs half a second, and asking the database which script ran last costs a
 * millisecond.
 */
final class Schema {
    /** Every script, the newest last. */
    static final List<String> SCRIPTS = List.of(
            "V1__workspace.sql",
            "V2__registry.sql",
            AdoptHistory.NAME,
            "V4__scoring.sql",
            "V5__endpoints.sql",
            "V6__queue.sql",
            "V7__step_results.sql",
            "V8__access.sql",
            "V9__webhooks.sql");

    static final String LOCATION = "classpath:io/plimsoll/storage/schema";

    /** The table in which Flyway keeps which scripts ran. */
    static final String HISTORY = "flyway_schema_history";

    /** Selects the script that ran last. Flyway's own note that it has made the schema has no version, and is seen by whoever looks while it migrates. */
    static final String LATEST = "select script from " + HISTORY
            + " where success and version is not null order by installed_rank desc limit 1";

    private Schema() {}

    /**
     * Whether there is nothing to migrate.
     *
     * @param latest the script that ran last, if any
     * @param incompatible makes the error for a database of a version that is newer than this one
     */
    static boolean isNewest(Optional<String> latest, Function<String, PlimsollException> incompatible) {
        latest.filter(script -> !SCRIPTS.contains(script)).ifPresent(script -> {
            throw incompatible.apply("the database was written by a newer Plimsoll, or is not that of a workspace");
        });
        return latest.filter(SCRIPTS.get(SCRIPTS.size() - 1)::equals).isPresent();
    }

    /** Flyway with everything but the database to work on. */
    static FluentConfiguration flyway() {
        return Flyway.configure(Schema.class.getClassLoader())
                .loggers(SilentLog.class.getName())
                .locations(LOCATION)
                .javaMigrations(new AdoptHistory())
                .failOnMissingLocations(true);
    }
}

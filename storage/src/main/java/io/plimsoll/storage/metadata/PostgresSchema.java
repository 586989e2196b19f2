package io.plimsoll.storage.metadata;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;

/** Brings one schema of a PostgreSQL database to the tables that this version works with, one process and thread at a time. */
final class PostgresSchema {
    private static final String TABLES =
            "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                    + " where n.nspname = ? and c.relkind in ('r', 'p', 'v', 'm', 'f')";

    private final String name;
    private final Supplier<? extends DataSource> source;
    private final PostgresConnections connections;
    private final PostgresFaults faults;

    PostgresSchema(
            String name,
            Supplier<? extends DataSource> source,
            PostgresConnections connections,
            PostgresFaults faults) {
        this.name = name;
        this.source = source;
        this.connections = connections;
        this.faults = faults;
    }

    /** How far the tables are. */
    enum State {
        ABSENT,
        OLD,
        CURRENT
    }

    State state() throws SQLException {
        return on(this::state);
    }

    /** Makes or migrates the tables if need be. Whoever comes second waits, and finds nothing left to do. */
    void prepare() throws SQLException {
        if (state() == State.CURRENT) {
            return;
        }
        on(transaction -> {
            transaction.update("set local lock_timeout = 0");
            transaction.update("set local idle_in_transaction_session_timeout = 0");
            transaction.alone("plimsoll schema " + name);
            if (state(transaction) != State.CURRENT) {
                migrate();
            }
            return true;
        });
    }

    private State state(Transaction transaction) throws SQLException {
        var tables = transaction.list(row -> row.getString(1), TABLES, name);
        if (tables.isEmpty()) {
            return State.ABSENT;
        }
        if (!tables.contains(Schema.HISTORY)) {
            throw faults.incompatible("the schema '" + name + "' holds tables, but not those of a workspace");
        }
        Optional<String> latest = transaction.first(row -> row.getString(1), Schema.LATEST);
        return Schema.isNewest(latest, faults::incompatible) ? State.CURRENT : State.OLD;
    }

    private void migrate() {
        try {
            Schema.flyway()
                    .dataSource(source.get())
                    .schemas(name)
                    .defaultSchema(name)
                    .createSchemas(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw faults.of(e);
        }
    }

    /** In a transaction of which nothing remains. */
    private <T> T on(Database.Work<T> work) throws SQLException {
        Connection connection = connections.take();
        boolean isSound = false;
        try {
            T result = work.in(new Transaction(connection, Dialect.POSTGRESQL));
            connection.rollback();
            isSound = true;
            return result;
        } finally {
            if (isSound) {
                connections.giveBack(connection);
            } else {
                connections.discard(connection);
            }
        }
    }
}

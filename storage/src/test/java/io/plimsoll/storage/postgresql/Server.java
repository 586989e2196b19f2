package io.plimsoll.storage.postgresql;

import io.plimsoll.config.DatabaseConfig;
import io.plimsoll.config.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A PostgreSQL server of the tests' own, with a role that may read the schema public. */
final class Server implements AutoCloseable {
    static final String PASSWORD = "correct horse";

    private final EmbeddedPostgres postgres;

    private Server(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Whether there is a server for this platform. */
    static boolean isThere() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
    }

    static Server start() {
        try {
            Server server = new Server(EmbeddedPostgres.builder().start());
            server.run("CREATE ROLE reader LOGIN PASSWORD '" + PASSWORD + "'");
            server.askForPasswords();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server that the library starts lets everybody in. */
    private void askForPasswords() throws IOException {
        StringBuilder rules = new StringBuilder();
        for (String place : List.of("127.0.0.1/32", "::1/128")) {
            rules.append("host all postgres ").append(place).append(" trust\n");
            rules.append("host all all ").append(place).append(" scram-sha-256\n");
        }
        Files.writeString(Path.of(value("SHOW hba_file")), rules);
        run("SELECT pg_reload_conf()");
    }

    String value(String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void run(String... statements) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return postgres.getPort();
    }

    DatabaseConfig database(String user, int timeout) {
        return new DatabaseConfig("localhost", port(), "postgres", user, new Secret("PASSWORD"), null, null, timeout);
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

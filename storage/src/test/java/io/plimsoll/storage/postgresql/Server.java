package io.plimsoll.storage.postgresql;

import io.plimsoll.config.DatabaseConfig;
import io.plimsoll.config.Secret;
import io.plimsoll.storage.files.DurableFiles;
import io.plimsoll.storage.metadata.PostgresPlace;
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
import java.util.Map;

/** A PostgreSQL server of the tests' own, with a role that may read the schema public, and one that may make schemas. */
public final class Server implements AutoCloseable {
    public static final String PASSWORD = "correct horse";

    private final Path data;
    private EmbeddedPostgres postgres;

    private Server(Path data, EmbeddedPostgres postgres) {
        this.data = data;
        this.postgres = postgres;
    }

    /** Whether there is a server for this platform. */
    public static boolean isThere() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
    }

    public static Server start() {
        try {
            Path data = Files.createTempDirectory("postgres");
            Server server = new Server(
                    data,
                    EmbeddedPostgres.builder()
                            .setDataDirectory(data)
                            .setCleanDataDirectory(false)
                            .start());
            server.run(
                    "CREATE ROLE reader LOGIN PASSWORD '" + PASSWORD + "'",
                    "CREATE ROLE keeper LOGIN PASSWORD '" + PASSWORD + "'",
                    "GRANT CREATE ON DATABASE postgres TO keeper");
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

    public String value(String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void run(String... statements) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A schema of this server, by way of a port that leads to it, for a user that may make schemas. */
    public static PostgresPlace place(int port, String schema) {
        return place(port, "keeper", PASSWORD, schema);
    }

    /** The same for another user. */
    public static PostgresPlace place(int port, String user, String password, String schema) {
        DatabaseConfig config =
                new DatabaseConfig("localhost", port, "postgres", user, new Secret("PASSWORD"), null, null, 9);
        return new PostgresPlace(new Login("results", config, Map.of("PASSWORD", password)), "results", schema);
    }

    /** Ends the server with no time to tidy up, and starts it again on what it has left. */
    public void crash() {
        try {
            postgres.getProcess().destroyForcibly().waitFor();
            postgres.close();
            postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return postgres.getPort();
    }

    DatabaseConfig database(String user, int timeout) {
        return new DatabaseConfig("localhost", port(), "postgres", user, new Secret("PASSWORD"), null, null, timeout);
    }

    @Override
    public void close() {
        try {
            postgres.close();
            DurableFiles.delete(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.plimsoll.storage.postgresql;

import io.plimsoll.config.DatabaseConfig;
import io.plimsoll.config.DatabaseConfig.Tls;
import io.plimsoll.config.Secret;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/** How to get into one database of a project. Every option is set here, none comes from a text that somebody wrote. */
public final class Login {
    private static final int CONNECT_SECONDS = 10;
    /** How much longer than the server a client waits before it takes the connection for dead. */
    private static final int GRACE_SECONDS = 30;

    private final String name;
    private final DatabaseConfig config;
    private final Map<String, String> environment;

    /** @param environment where the password lies */
    public Login(String name, DatabaseConfig config, Map<String, String> environment) {
        this.name = name;
        this.config = config;
        this.environment = environment;
    }

    /** Who logs in. */
    public String user() {
        return config.user();
    }

    /** Why a connection was refused, with the code of a source. */
    public Fault refusal(SQLException cause) {
        return new DatabaseFaults(name, config).ofConnection(cause);
    }

    /**
     * Connections that can do what the user may.
     *
     * @param silence how many seconds without a word from the server make a connection a dead one
     * @throws PlimsollException with {@code CONFIG_INVALID} if the password's variable is not set
     */
    public PGSimpleDataSource dataSource(int silence) {
        PGSimpleDataSource source = dataSource();
        source.setSocketTimeout(silence);
        return source;
    }

    /**
     * Opens a connection that can only read, and sees one snapshot of the database for as long as it is open.
     *
     * @throws PlimsollException with {@code CONFIG_INVALID} if the password's variable is not set
     */
    Connection open() throws SQLException {
        Connection connection = dataSource().getConnection();
        try {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET LOCAL statement_timeout = " + config.timeout() * 1000L);
                if (config.schema() != null) {
                    statement.execute("SET LOCAL search_path TO \"" + config.schema() + '"');
                }
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private PGSimpleDataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {config.host()});
        source.setPortNumbers(new int[] {config.port()});
        source.setDatabaseName(config.database());
        source.setUser(config.user());
        password().ifPresent(source::setPassword);
        source.setApplicationName("plimsoll");
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setLoginTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(config.timeout() + GRACE_SECONDS);
        source.setTcpKeepAlive(true);
        // values come in the form that the server writes them in, and not in one that depends on how often they are
        // asked for
        source.setBinaryTransfer(false);
        source.setGssEncMode("disable");
        encrypt(source, config.encryption());
        return source;
    }

    private static void encrypt(PGSimpleDataSource source, Tls tls) {
        switch (tls) {
            case DISABLE -> source.setSslMode("disable");
            case REQUIRE -> source.setSslMode("require");
            case VERIFY_FULL -> {
                source.setSslMode("verify-full");
                source.setSslfactory("org.postgresql.ssl.DefaultJavaSSLFactory");
            }
        }
    }

    private Optional<String> password() {
        Secret secret = config.password();
        if (secret == null) {
            return Optional.empty();
        }
        return Optional.of(secret.in(environment)
                .orElseThrow(() -> PlimsollException.of(
                        ErrorCode.CONFIG_INVALID,
                        "the environment variable " + secret.variable() + " is not set",
                        "databases." + name + ".password in plimsoll.yml",
                        "set it to the password of " + config.user())));
    }
}

package io.plimsoll.storage.postgresql;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plimsoll.contracts.Rounds;
import io.plimsoll.storage.metadata.PostgresPlace;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** A PostgreSQL for tests, where there is one for this platform: one for all classes that run together. */
public final class OnServer implements BeforeAllCallback {
    private @Nullable Server server;

    @Override
    public void beforeAll(ExtensionContext context) {
        assumeTrue(Server.isThere(), "there is a PostgreSQL for tests on Linux x86-64 only");
        Rounds.onFirstJdkOnly();
        // closed by JUnit with its store, when all tests are done
        server = context.getRoot()
                .getStore(Namespace.create(OnServer.class))
                .computeIfAbsent("server", key -> Server.start(), Server.class);
    }

    public Server server() {
        return Objects.requireNonNull(server, "the server runs while tests do");
    }

    /** A place for a workspace in which nothing is yet. */
    public PostgresPlace newPlace() {
        return Server.place(server().port(), newSchema());
    }

    /** The name of a schema that is not there. */
    public String newSchema() {
        return "w" + UUID.randomUUID().toString().replace("-", "");
    }
}

package io.plimsoll.storage.metadata;

import io.plimsoll.storage.postgresql.Login;

/**
 * Where the tables of a workspace lie in a PostgreSQL database.
 *
 * @param name what the project calls the database
 * @param schema which holds nothing else
 */
public record PostgresPlace(Login login, String name, String schema) {
    /** What to call it, for people: {@code databases.registry, schema plimsoll}. */
    public String shown() {
        return "databases." + name + ", schema " + schema;
    }
}

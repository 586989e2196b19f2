package io.plimsoll.local.duckdb;

/**
 * Where a user writes SQL, and what is expected there.
 *
 * @param path the key of the config file
 * @param noun what it is called: {@code SELECT}
 * @param expected what to write instead of what cannot be
 */
record SqlUse(String path, String noun, String expected) {
    static final SqlUse QUERY =
            new SqlUse("data.query", "SELECT", "write one SELECT over the names under data.sources");

    /** A condition over the columns of the modelling table. */
    static SqlUse condition(String path) {
        return new SqlUse(path, "condition", "write one condition over the columns of the modelling table");
    }
}

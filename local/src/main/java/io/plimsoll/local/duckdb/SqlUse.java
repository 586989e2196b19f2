package io.plimsoll.local.duckdb;

/** Where a user writes SQL, and what is expected there. */
enum SqlUse {
    QUERY("data.query", "SELECT", "write one SELECT over the names under data.sources"),
    FILTER("train_where", "condition", "write one condition over the columns of the modelling table");

    private final String path;
    private final String noun;
    private final String expected;

    SqlUse(String path, String noun, String expected) {
        this.path = path;
        this.noun = noun;
        this.expected = expected;
    }

    /** The key of the config file. */
    String path() {
        return path;
    }

    /** What it is called: {@code SELECT}. */
    String noun() {
        return noun;
    }

    /** What to write instead of what cannot be. */
    String expected() {
        return expected;
    }
}

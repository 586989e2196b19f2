package io.plimsoll.local.duckdb;

/** Names for tables and views that cannot meet a name of a user's. */
final class TableNames {
    private int last;

    String next() {
        last++;
        return Sql.name("plimsoll:" + last);
    }
}

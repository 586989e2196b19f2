package io.plimsoll.local.duckdb;

import io.plimsoll.data.Dataset;
import io.plimsoll.read.SourceFacts;
import io.plimsoll.read.Sources;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sources loaded as tables of one database. */
final class DuckDbSources implements Sources {
    private final Database database;
    private final TableNames names = new TableNames();
    private final List<SourceFacts> facts;

    DuckDbSources(Database database, List<SourceFacts> facts) {
        this.database = database;
        this.facts = List.copyOf(facts);
    }

    @Override
    public List<SourceFacts> facts() {
        return facts;
    }

    @Override
    public Dataset select(String sql, String key) {
        try {
            database.lock();
            SelectShape shape = SelectShape.of(database, sql);
            String table = names.next();
            String order = shape.has(key) ? " ORDER BY " + Sql.name(key) : "";
            database.execute("CREATE TABLE " + table + " AS " + shape.canonical() + order);
            return new DuckDbDataset(database, names, table, shape.columns());
        } catch (SQLException e) {
            throw SqlFaults.invalid(e, SqlUse.QUERY);
        }
    }

    @Override
    public Optional<String> acrossRows(String query, Set<String> reference) {
        return QueryPlan.acrossRows(database, query, reference);
    }

    @Override
    public byte[] snapshot(String source) {
        return SourceSnapshot.of(database, source);
    }

    @Override
    public void close() {
        database.close();
    }
}

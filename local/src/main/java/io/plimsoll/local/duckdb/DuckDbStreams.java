package io.plimsoll.local.duckdb;

import io.plimsoll.data.Dataset;
import io.plimsoll.read.SourceFacts;
import io.plimsoll.read.Sources;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sources that stay in their files: every pass over what is selected from them reads the files again, in memory that does not grow with them. */
final class DuckDbStreams implements Sources {
    private final Database database;
    private final TableNames names = new TableNames();
    private final List<SourceFacts> facts;

    DuckDbStreams(Database database, List<SourceFacts> facts) {
        this.database = database;
        this.facts = List.copyOf(facts);
    }

    @Override
    public List<SourceFacts> facts() {
        return facts;
    }

    /** Rows come in the order of the files, whatever the key. */
    @Override
    public Dataset select(String sql, String key) {
        try {
            database.lock();
            SelectShape shape = SelectShape.of(database, sql);
            String view = names.next();
            database.execute("CREATE VIEW " + view + " AS " + shape.canonical());
            return DuckDbDataset.ofView(database, names, view, shape.columns());
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

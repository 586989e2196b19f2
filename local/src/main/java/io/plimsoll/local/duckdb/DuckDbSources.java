package io.plimsoll.local.duckdb;

import io.plimsoll.data.Dataset;
import io.plimsoll.read.CsvCopy;
import io.plimsoll.read.SourceFacts;
import io.plimsoll.read.Sources;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sources under their names in one database. */
final class DuckDbSources implements Sources {
    private final Database database;
    private final TableNames names = new TableNames();
    private final List<SourceFacts> facts;
    private final Selecting selecting;

    /** What becomes of the rows of a SELECT. */
    private interface Selecting {
        Dataset select(SelectShape shape, String key, String name, DuckDbSources sources) throws SQLException;
    }

    private DuckDbSources(Database database, List<SourceFacts> facts, Selecting selecting) {
        this.database = database;
        this.facts = List.copyOf(facts);
        this.selecting = selecting;
    }

    /** Sources that are tables; what is selected from them is a table too, sorted by its key. */
    static DuckDbSources loaded(Database database, List<SourceFacts> facts) {
        return new DuckDbSources(database, facts, (shape, key, table, sources) -> {
            String order = shape.has(key) ? " ORDER BY " + Sql.name(key) : "";
            database.execute("CREATE TABLE " + table + " AS " + shape.canonical() + order);
            return new DuckDbDataset(database, sources.names, table, shape.columns());
        });
    }

    /**
     * Sources that stay in their files: every pass over what is selected from them reads the files again, in memory that does not grow with them. Rows come
     * in the order of the files, whatever the key.
     *
     * @param copies of sources of CSV files, by name: what is selected as it lies there is read without SQL
     */
    static DuckDbSources streamed(Database database, List<SourceFacts> facts, Map<String, CsvCopy> copies) {
        return new DuckDbSources(database, facts, (shape, key, view, sources) -> {
            database.execute("CREATE VIEW " + view + " AS " + shape.canonical());
            CsvCopy plain = shape.plainSource().map(copies::get).orElse(null);
            return DuckDbDataset.ofView(database, sources.names, view, shape.columns(), plain);
        });
    }

    @Override
    public List<SourceFacts> facts() {
        return facts;
    }

    @Override
    public Dataset select(String sql, String key) {
        try {
            database.lock();
            return selecting.select(SelectShape.of(database, sql), key, names.next(), this);
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

package io.plimsoll.local.duckdb;

import io.plimsoll.read.Intake;
import io.plimsoll.read.SourceFacts;
import io.plimsoll.read.SourceSpec;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What {@link DuckDbSourceReader} does with a source, time and again on one database: opening it takes longer than a small file. */
record Engine(Database database, Path scratch) implements AutoCloseable {
    static Engine open(Path scratch) {
        return new Engine(Database.open(scratch, 2, null), scratch);
    }

    PlainTable loaded(SourceSpec source) {
        try {
            SourceFacts facts = new SourceLoad(database, source).load(new Intake(scratch).take(source));
            DuckDbSources sources = DuckDbSources.loaded(database, List.of(facts));
            PlainTable table = PlainTable.of(sources.select("SELECT * FROM " + source.name(), ""));
            for (List<@Nullable String> made : database.rows("SELECT table_name FROM duckdb_tables()")) {
                database.execute("DROP TABLE " + Sql.name(Objects.requireNonNull(made.get(0))));
            }
            return table;
        } catch (SQLException e) {
            throw Database.failure(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}

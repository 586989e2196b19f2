package io.plimsoll.local.duckdb;

import io.plimsoll.config.SourceFormat;
import io.plimsoll.data.Column;
import io.plimsoll.engine.EngineLimits;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.read.CsvCopy;
import io.plimsoll.read.SourceFacts;
import io.plimsoll.read.SourceReader;
import io.plimsoll.read.SourceSpec;
import io.plimsoll.read.Sources;
import io.plimsoll.read.TakenFile;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Checks the files of sources and leaves their rows where they are, but for those of reference, which are loaded. */
public final class DuckDbStreamReader implements SourceReader {
    /** Enough for DuckDB's buffers; what a query would hold beyond goes to disk. */
    private static final String USUAL_MEMORY = "384MB";

    private final Path scratch;
    private final EngineLimits limits;

    /** @param scratch an empty folder, in which copies of the files lie as long as the sources are open */
    public DuckDbStreamReader(Path scratch, EngineLimits limits) {
        this.scratch = scratch;
        this.limits = limits;
    }

    @Override
    public Sources read(List<SourceSpec> sources) {
        Map<SourceSpec, List<TakenFile>> files = new TakenSources(scratch).taken(sources);
        String memory = limits.memory() == null ? USUAL_MEMORY : limits.memory();
        Database database = Database.open(scratch, limits.threads(), memory);
        try {
            List<SourceFacts> facts = opened(files, database);
            return DuckDbSources.streamed(database, facts, copies(files, facts));
        } catch (SQLException e) {
            database.close();
            throw Database.failure(e);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static List<SourceFacts> opened(Map<SourceSpec, List<TakenFile>> files, Database database)
            throws SQLException {
        List<SourceFacts> facts = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (Map.Entry<SourceSpec, List<TakenFile>> entry : files.entrySet()) {
            SourceLoad load = new SourceLoad(database, entry.getKey());
            boolean reference = entry.getKey().config().reference();
            try {
                facts.add(reference ? load.load(entry.getValue()) : load.open(entry.getValue()));
            } catch (PlimsollException e) {
                if (e.code() != ErrorCode.SOURCE_MALFORMED && e.code() != ErrorCode.COLUMN_MISSING) {
                    throw e;
                }
                faults.addAll(e.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new PlimsollException(faults);
        }
        return facts;
    }

    /** Those of CSV, under the names of their sources. */
    private static Map<String, CsvCopy> copies(Map<SourceSpec, List<TakenFile>> files, List<SourceFacts> facts) {
        Map<String, List<Column>> columns =
                facts.stream().collect(Collectors.toMap(SourceFacts::name, SourceFacts::columns));
        return files.entrySet().stream()
                .filter(taken -> taken.getValue().stream().allMatch(file -> file.format() == SourceFormat.CSV))
                .collect(Collectors.toMap(
                        taken -> taken.getKey().name(),
                        taken -> new CsvCopy(
                                taken.getValue(),
                                Objects.requireNonNull(
                                        columns.get(taken.getKey().name())),
                                taken.getKey().config().options())));
    }
}

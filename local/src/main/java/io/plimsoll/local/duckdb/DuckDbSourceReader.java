package io.plimsoll.local.duckdb;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.read.SourceFacts;
import io.plimsoll.read.SourceReader;
import io.plimsoll.read.SourceSpec;
import io.plimsoll.read.Sources;
import io.plimsoll.read.TakenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Loads the files of sources into an embedded DuckDB. */
public final class DuckDbSourceReader implements SourceReader {
    private final Path scratch;
    private final int threads;
    private final @Nullable String memory;

    /**
     * @param scratch an empty folder for spilled and written files
     * @param memory most memory for tables, such as {@code 4GB}; null for DuckDB's own choice
     */
    public DuckDbSourceReader(Path scratch, int threads, @Nullable String memory) {
        this.scratch = scratch;
        this.threads = threads;
        this.memory = memory;
    }

    @Override
    public Sources read(List<SourceSpec> sources) {
        Map<SourceSpec, List<TakenFile>> files = new TakenSources(scratch).taken(sources);
        Database database = Database.open(scratch, threads, memory);
        try {
            return DuckDbSources.loaded(database, loaded(files, database));
        } catch (SQLException e) {
            database.close();
            throw Database.failure(e);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static List<SourceFacts> loaded(Map<SourceSpec, List<TakenFile>> files, Database database)
            throws SQLException {
        List<SourceFacts> facts = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (Map.Entry<SourceSpec, List<TakenFile>> entry : files.entrySet()) {
            try {
                facts.add(new SourceLoad(database, entry.getKey()).load(entry.getValue()));
            } catch (PlimsollException e) {
                if (e.code() != ErrorCode.SOURCE_MALFORMED) {
                    throw e;
                }
                faults.addAll(e.faults());
            }
        }
        throwIfAny(faults);
        for (List<TakenFile> copies : files.values()) {
            copies.forEach(DuckDbSourceReader::discard);
        }
        return facts;
    }

    /** The table holds all of it now; what cannot be deleted goes with the scratch folder. */
    private static void discard(TakenFile file) {
        try {
            Files.deleteIfExists(file.copy());
        } catch (IOException e) {
            file.copy().toFile().deleteOnExit();
        }
    }

    private static void throwIfAny(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new PlimsollException(faults);
        }
    }
}

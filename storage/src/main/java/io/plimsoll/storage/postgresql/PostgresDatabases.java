package io.plimsoll.storage.postgresql;

import io.plimsoll.config.DatabaseConfig;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.read.Databases;
import io.plimsoll.read.SourceSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The PostgreSQL databases of a project. */
public final class PostgresDatabases implements Databases {
    private final Map<String, DatabaseConfig> databases;
    private final Map<String, String> environment;

    /**
     * @param databases by name
     * @param environment where passwords lie
     */
    public PostgresDatabases(Map<String, DatabaseConfig> databases, Map<String, String> environment) {
        this.databases = Map.copyOf(databases);
        this.environment = Map.copyOf(environment);
    }

    @Override
    public List<SourceSpec> stage(List<SourceSpec> sources, Path folder) {
        Map<String, List<SourceSpec>> byDatabase = new LinkedHashMap<>();
        sources.forEach(source -> byDatabase
                .computeIfAbsent(databaseOf(source), name -> new ArrayList<>())
                .add(source));
        List<Fault> faults = new ArrayList<>();
        byDatabase.forEach((name, some) -> read(name, some, folder, faults));
        if (!faults.isEmpty()) {
            throw new PlimsollException(faults);
        }
        return sources.stream()
                .map(source -> new SourceSpec(
                        source.name(), fileOf(source, folder), source.config().staged()))
                .toList();
    }

    private void read(String name, List<SourceSpec> sources, Path folder, List<Fault> faults) {
        DatabaseConfig config = Objects.requireNonNull(databases.get(name), "names are checked with the config");
        DatabaseFaults said = new DatabaseFaults(name, config);
        try (Connection connection = new Login(name, config, environment).open()) {
            for (SourceSpec source : sources) {
                Savepoint before = connection.setSavepoint();
                try {
                    faults.addAll(new RowCopy(connection, source).into(fileOf(source, folder)));
                } catch (SQLException e) {
                    faults.add(said.ofSource(source, e));
                    connection.rollback(before);
                } catch (IOException e) {
                    faults.add(unwritable(source, e));
                }
            }
            connection.rollback();
        } catch (SQLException e) {
            if (faults.isEmpty()) {
                faults.add(said.ofConnection(e));
            }
        } catch (PlimsollException e) {
            faults.addAll(e.faults());
        }
    }

    private static Fault unwritable(SourceSpec source, IOException cause) {
        return new Fault(
                ErrorCode.STORAGE,
                "the rows of source '" + source.name() + "' cannot be put into a file ("
                        + cause.getClass().getSimpleName() + ")",
                source.config().shown(),
                "check that the disk has room for a copy of them");
    }

    /** Under its name and its table's, which lineage then tells; each source has a folder of its own. */
    private static Path fileOf(SourceSpec source, Path folder) {
        return folder.resolve(source.name()).resolve(source.config().shown());
    }

    private static String databaseOf(SourceSpec source) {
        return Objects.requireNonNull(source.config().database(), "a source without files is of a database");
    }
}

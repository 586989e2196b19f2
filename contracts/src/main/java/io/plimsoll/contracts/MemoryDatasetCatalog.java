package io.plimsoll.contracts;

import io.plimsoll.workspace.DatasetCatalog;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.SafeNames;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Dataset versions in lists, the newest first. */
final class MemoryDatasetCatalog implements DatasetCatalog {
    private final MemoryRunRecords runs;
    private final Map<String, List<DatasetVersion>> versions = new HashMap<>();
    private final Map<String, DatasetVersion> byRun = new HashMap<>();

    MemoryDatasetCatalog(MemoryRunRecords runs) {
        this.runs = runs;
    }

    @Override
    public synchronized DatasetVersion register(DatasetVersion candidate, String runId) {
        SafeNames.id(candidate.name());
        SafeNames.sha256(candidate.sha256());
        runs.require(runId);
        DatasetVersion version = versions(candidate.name()).stream()
                .filter(known -> known.sha256().equals(candidate.sha256()))
                .findFirst()
                .orElseGet(() -> add(candidate));
        byRun.put(runId, version);
        return version;
    }

    private DatasetVersion add(DatasetVersion candidate) {
        runs.require(candidate.firstRun());
        List<DatasetVersion> known = versions.computeIfAbsent(candidate.name(), name -> new ArrayList<>());
        DatasetVersion version = new DatasetVersion(
                candidate.name(),
                known.size() + 1,
                candidate.sha256(),
                candidate.rows(),
                candidate.columns(),
                candidate.firstRun(),
                candidate.created().truncatedTo(ChronoUnit.MILLIS));
        known.add(0, version);
        return version;
    }

    @Override
    public synchronized Optional<DatasetVersion> ofRun(String runId) {
        return Optional.ofNullable(byRun.get(runId));
    }

    @Override
    public synchronized List<DatasetVersion> versions(String name) {
        return List.copyOf(versions.getOrDefault(name, List.of()));
    }
}

package io.plimsoll.contracts;

import io.plimsoll.data.SourceFile;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.workspace.DatasetCatalog;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.Erasure;
import io.plimsoll.workspace.EventDraft;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.SafeNames;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Dataset versions in lists, the newest first. */
final class MemoryDatasetCatalog implements DatasetCatalog {
    private final MemoryRunRecords runs;
    private final SortedMap<String, List<DatasetVersion>> versions = new TreeMap<>();
    private final Map<String, DatasetVersion> byRun = new HashMap<>();
    private final Map<String, List<SourceFile>> sources = new HashMap<>();
    private final Map<DatasetVersion, Erasure> erasures = new HashMap<>();
    private final MemoryEventLog log;

    MemoryDatasetCatalog(MemoryRunRecords runs, MemoryEventLog log) {
        this.runs = runs;
        this.log = log;
    }

    @Override
    public synchronized DatasetVersion register(DatasetVersion candidate, String runId, List<SourceFile> files) {
        SafeNames.id(candidate.name());
        SafeNames.sha256(candidate.sha256());
        files.forEach(file -> SafeNames.sha256(file.sha256()));
        runs.require(runId);
        refuseErased(candidate.sha256());
        DatasetVersion version = versions(candidate.name()).stream()
                .filter(known -> known.sha256().equals(candidate.sha256()))
                .findFirst()
                .orElseGet(() -> add(candidate));
        byRun.put(runId, version);
        sources.put(runId, List.copyOf(files));
        return version;
    }

    private DatasetVersion add(DatasetVersion candidate) {
        runs.require(candidate.firstRun());
        List<DatasetVersion> known = versions.computeIfAbsent(candidate.name(), name -> new ArrayList<>());
        DatasetVersion version = new DatasetVersion(
                candidate.name(),
                known.size() + 1,
                candidate.sha256(),
                candidate.key(),
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

    @Override
    public synchronized List<String> names() {
        return List.copyOf(versions.keySet());
    }

    @Override
    public synchronized List<DatasetVersion> newest() {
        return versions.values().stream().map(known -> known.get(0)).toList();
    }

    @Override
    public synchronized Optional<DatasetVersion> version(String name, int version) {
        return versions(name).stream()
                .filter(known -> known.version() == version)
                .findFirst();
    }

    @Override
    public synchronized List<SourceFile> sourcesOf(String runId) {
        return sources.getOrDefault(runId, List.of());
    }

    @Override
    public synchronized List<String> runsOf(String name, int version) {
        List<String> oldestFirst = new ArrayList<>(
                runs.latest(Integer.MAX_VALUE).stream().map(RunRecord::id).toList());
        Collections.reverse(oldestFirst);
        Optional<DatasetVersion> asked = version(name, version);
        return oldestFirst.stream()
                .filter(run -> asked.isPresent() && asked.equals(ofRun(run)))
                .toList();
    }

    @Override
    public synchronized List<DatasetVersion> ofSource(String sha256) {
        SafeNames.sha256(sha256);
        return sources.entrySet().stream()
                .filter(run ->
                        run.getValue().stream().anyMatch(file -> file.sha256().equals(sha256)))
                .map(run -> Objects.requireNonNull(byRun.get(run.getKey())))
                .distinct()
                .sorted(Comparator.comparing(DatasetVersion::name).thenComparingInt(DatasetVersion::version))
                .toList();
    }

    @Override
    public synchronized Optional<Erasure> erasure(String name, int version) {
        return version(name, version).map(erasures::get);
    }

    @Override
    public synchronized void refuseErased(String sha256) {
        if (erasures.keySet().stream().anyMatch(erased -> erased.sha256().equals(sha256))) {
            throw refusal(ErrorCode.DATASET_ERASED, "rows of this content were erased");
        }
    }

    @Override
    public synchronized Erasure erase(String name, int version, String actor, String reason) {
        DatasetVersion dataset = version(name, version)
                .orElseThrow(() -> refusal(ErrorCode.UNKNOWN_DATASET, "there is no such dataset version"));
        Erasure known = erasures.get(dataset);
        if (known != null) {
            return known;
        }
        Erasure erasure = new Erasure(log.now(), actor, reason);
        erasures.put(dataset, erasure);
        log.append(EventDraft.erased(dataset, erasure), erasure.erased());
        return erasure;
    }

    private static PlimsollException refusal(ErrorCode code, String what) {
        return PlimsollException.of(code, what, "", "`plimsoll datasets list` shows which there are");
    }
}

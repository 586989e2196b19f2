package io.plimsoll.upkeep;

import io.plimsoll.artifact.ModelFolder;
import io.plimsoll.evaluate.Seal;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.Workspace;
import java.util.Optional;
import java.util.function.Consumer;

/** Every file that a version refers to, held against its hash. */
final class FilesCheck implements Check {
    private static final String FROM_BACKUP =
            "bring its folder back from a backup; until then nothing is computed with it";

    private final Workspace workspace;
    private final Inventory inventory;

    FilesCheck(Workspace workspace) {
        this.workspace = workspace;
        this.inventory = new Inventory(workspace);
    }

    @Override
    public String invariant() {
        return "I1";
    }

    @Override
    public String promise() {
        return "every version has all its files, with the bytes that were registered";
    }

    @Override
    public void run(Consumer<Defect> found) {
        inventory.models().forEach(version -> {
            model(version, found);
            evidence(version, found);
        });
        inventory.datasets().forEach(dataset -> dataset(dataset, found));
    }

    void model(ModelVersion version, Consumer<Defect> found) {
        guarded(
                version.reference(),
                found,
                () -> ModelFolder.verify(workspace.artifacts().model(version.sha256())));
    }

    void dataset(DatasetVersion dataset, Consumer<Defect> found) {
        if (!inventory.isErased(dataset)) {
            guarded(
                    "dataset " + dataset.reference(),
                    found,
                    () -> workspace.artifacts().verifyDataset(dataset.sha256()));
        } else if (workspace.artifacts().contents().stream()
                .anyMatch(content -> content.id().equals(dataset.sha256()))) {
            found.accept(new Defect(
                    invariant(),
                    "dataset " + dataset.reference(),
                    "its rows were to be erased and are still there",
                    "erase them again: plimsoll datasets erase " + dataset.reference() + " --reason …"));
        }
    }

    /** Versions from before there were seals have none. */
    void evidence(ModelVersion version, Consumer<Defect> found) {
        String seal = version.tags().get("evidence_sha256");
        Optional<DatasetVersion> dataset = workspace.datasets().ofRun(version.runId());
        boolean erased = dataset.isPresent() && inventory.isErased(dataset.get());
        if (seal != null && !erased) {
            Seal.faults(version.runId(), seal, workspace.artifacts())
                    .forEach(fault -> found.accept(new Defect(
                            invariant(),
                            version.reference(),
                            "of the evidence of " + version.runId() + ", " + fault,
                            "bring the run's folder back from a backup")));
        }
    }

    private void guarded(String where, Consumer<Defect> found, Runnable check) {
        try {
            check.run();
        } catch (PlimsollException e) {
            for (Fault fault : e.faults()) {
                found.accept(new Defect(invariant(), where, fault.what(), FROM_BACKUP));
            }
        }
    }
}

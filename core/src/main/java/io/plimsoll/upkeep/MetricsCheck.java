package io.plimsoll.upkeep;

import io.plimsoll.evaluate.Recomputation;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.Workspace;
import java.util.List;
import java.util.function.Consumer;

/** What is reported of a version is what its stored predictions give. */
final class MetricsCheck implements Check {
    private final Workspace workspace;
    private final Inventory inventory;

    MetricsCheck(Workspace workspace) {
        this.workspace = workspace;
        this.inventory = new Inventory(workspace);
    }

    @Override
    public String invariant() {
        return "I8";
    }

    @Override
    public String promise() {
        return "the reported metrics follow exactly from the stored holdout predictions";
    }

    @Override
    public void run(Consumer<Defect> found) {
        inventory.models().forEach(version -> version(version, found));
    }

    void version(ModelVersion version, Consumer<Defect> found) {
        List<String> different;
        try {
            different = Recomputation.differences(version, workspace.artifacts());
        } catch (RuntimeException e) {
            found.accept(defect(version, "its stored predictions cannot be read"));
            return;
        }
        if (!different.isEmpty()) {
            found.accept(
                    defect(version, "its stored predictions give other values of " + String.join(", ", different)));
        }
    }

    private Defect defect(ModelVersion version, String what) {
        return new Defect(
                invariant(),
                version.reference(),
                what,
                "bring the folder of " + version.runId() + " back from a backup");
    }
}

package io.plimsoll.upkeep;

import io.plimsoll.artifact.ModelLoader;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;

/** One version with everything that belongs to it: its files, the rows that it came from, the evidence it was judged on, and what it predicts. */
public final class VersionCheck {
    private final Workspace workspace;
    private final ModelLoader loader;

    public VersionCheck(Workspace workspace, ModelLoader loader) {
        this.workspace = workspace;
        this.loader = loader;
    }

    /** @return what is wrong; the model is only run if its files are whole */
    public List<Defect> defects(ModelVersion version) {
        List<Defect> defects = new ArrayList<>();
        FilesCheck files = new FilesCheck(workspace);
        files.model(version, defects::add);
        if (defects.isEmpty()) {
            canaries(version, defects);
        }
        workspace.datasets().ofRun(version.runId()).ifPresent(dataset -> files.dataset(dataset, defects::add));
        files.evidence(version, defects::add);
        new MetricsCheck(workspace).version(version, defects::add);
        return defects;
    }

    private void canaries(ModelVersion version, List<Defect> defects) {
        try {
            loader.load(workspace.artifacts().model(version.sha256())).close();
        } catch (PlimsollException e) {
            e.faults().forEach(fault -> defects.add(new Defect("I1", version.reference(), fault.what(), fault.help())));
        }
    }
}

package io.plimsoll.cli.desk;

import io.plimsoll.cli.show.DatasetLine;
import io.plimsoll.cli.show.DatasetUse;
import io.plimsoll.data.DatasetProfile;
import io.plimsoll.engine.DatasetProfiles;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.TemporaryFolder;
import io.plimsoll.project.reference.DatasetReference;
import io.plimsoll.workspace.DatasetCatalog;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.Erasure;
import java.util.List;
import java.util.Optional;

/** The datasets of a workspace. */
record OwnDatasets(OpenProject project) implements DatasetDesk {
    @Override
    public List<DatasetLine> newest() {
        return DatasetLine.of(catalog().newest(), catalog());
    }

    @Override
    public List<DatasetLine> madeOf(String sha256) {
        return DatasetLine.of(catalog().ofSource(sha256), catalog());
    }

    @Override
    public List<DatasetLine> all(DatasetReference dataset) {
        return DatasetLine.of(dataset.all(catalog()), catalog());
    }

    @Override
    public DatasetView show(DatasetReference version) {
        DatasetVersion found = version.one(catalog());
        Optional<Erasure> erasure = catalog().erasure(found.name(), found.version());
        return new DatasetView(
                found,
                DatasetUse.of(found, project.workspace()),
                project.workspace().artifacts().datasetPlace(found.sha256()),
                erasure,
                erasure.isPresent() ? Optional.empty() : Optional.of(profile(found)));
    }

    private DatasetProfile profile(DatasetVersion version) {
        try (TemporaryFolder scratch = TemporaryFolder.create()) {
            return new DatasetProfiles(project.workspace(), project.engine(), project.limits())
                    .of(version, scratch.path());
        }
    }

    private DatasetCatalog catalog() {
        return project.workspace().datasets();
    }
}

package io.plimsoll.server.datasets;

import io.plimsoll.access.Role;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.reference.DatasetReference;
import io.plimsoll.server.fault.Discretion;
import io.plimsoll.server.page.Page;
import io.plimsoll.server.security.Requires;
import io.plimsoll.workspace.DatasetCatalog;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The modelling tables that runs used. */
@RestController
@RequestMapping(path = "/api/v1/datasets", produces = MediaType.APPLICATION_JSON_VALUE)
public final class DatasetsController {
    private final OpenProject project;
    private final Discretion discretion;

    DatasetsController(OpenProject project, Discretion discretion) {
        this.project = project;
        this.discretion = discretion;
    }

    /** The newest version of each. */
    @Requires(Role.VIEWER)
    @GetMapping(name = "Datasets, each in its newest version")
    Page<DatasetResource> list() {
        return Page.whole(catalog().newest().stream()
                .map(version -> DatasetResource.summary(version, catalog()))
                .toList());
    }

    /** All versions of one, the newest first. */
    @Requires(Role.VIEWER)
    @GetMapping(path = "/{dataset}/versions", name = "Versions of a dataset, the newest first")
    Page<DatasetResource> versions(@PathVariable("dataset") String dataset) {
        return Page.whole(new DatasetReference(dataset, "")
                .all(catalog()).stream()
                        .map(version -> DatasetResource.summary(version, catalog()))
                        .toList());
    }

    @Requires(Role.VIEWER)
    @GetMapping(path = "/{dataset}/versions/{version}", name = "A version with its columns, sources and runs")
    DatasetResource show(@PathVariable("dataset") String dataset, @PathVariable("version") String version) {
        return DatasetResource.whole(new DatasetReference(dataset, version).one(catalog()), catalog(), discretion);
    }

    private DatasetCatalog catalog() {
        return project.workspace().datasets();
    }
}

package io.plimsoll.server.datasets;

import io.plimsoll.access.Role;
import io.plimsoll.engine.DatasetProfiles;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.TemporaryFolder;
import io.plimsoll.project.reference.DatasetReference;
import io.plimsoll.server.datasets.DatasetUses.Use;
import io.plimsoll.server.fault.Discretion;
import io.plimsoll.server.fault.Refusal;
import io.plimsoll.server.page.Limit;
import io.plimsoll.server.page.Page;
import io.plimsoll.server.security.Requires;
import io.plimsoll.workspace.DatasetCatalog;
import io.plimsoll.workspace.DatasetVersion;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The modelling tables that runs used. */
@RestController
@RequestMapping(path = "/api/v1/datasets", produces = MediaType.APPLICATION_JSON_VALUE)
public final class DatasetsController {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int BAD_REQUEST = 400;

    private final OpenProject project;
    private final Discretion discretion;

    DatasetsController(OpenProject project, Discretion discretion) {
        this.project = project;
        this.discretion = discretion;
    }

    /** @param source SHA-256 of a file: then all versions that it went into, instead of the newest of each */
    @Requires(Role.VIEWER)
    @GetMapping(name = "Datasets, each in its newest version; or the versions that a file went into")
    Page<DatasetResource> list(@RequestParam(name = "source_sha256", required = false) @Nullable String source) {
        if (source != null && !HASH.matcher(source).matches()) {
            throw Refusal.of(
                    BAD_REQUEST,
                    "PARAMETER_MALFORMED",
                    "the value of 'source_sha256' is not one that it takes",
                    "give the SHA-256 of a file: 64 hex digits in lower case");
        }
        List<DatasetVersion> found =
                source == null ? catalog().newest() : catalog().ofSource(source);
        return Page.whole(found.stream()
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

    /** Of each column the missing and different values, and its distribution; of key, group and texts like an id counts alone. */
    @Requires(Role.VIEWER)
    @GetMapping(path = "/{dataset}/versions/{version}/profile", name = "A version in figures, column by column")
    byte[] profile(@PathVariable("dataset") String dataset, @PathVariable("version") String version) {
        DatasetVersion found = new DatasetReference(dataset, version).one(catalog());
        catalog().refuseErased(found.sha256());
        try (TemporaryFolder scratch = TemporaryFolder.create()) {
            return new DatasetProfiles(project.workspace(), project.engine(), project.limits())
                    .of(found, scratch.path())
                    .file();
        }
    }

    @Requires(Role.VIEWER)
    @GetMapping(path = "/{dataset}/versions/{version}/uses", name = "Runs that used a version, with what they made")
    Page<Use> uses(
            @PathVariable("dataset") String dataset,
            @PathVariable("version") String version,
            @RequestParam(name = "limit", required = false) @Nullable Integer limit,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        DatasetVersion found = new DatasetReference(dataset, version).one(catalog());
        return new DatasetUses(project.workspace(), discretion).page(found, Limit.of(limit), after);
    }

    private DatasetCatalog catalog() {
        return project.workspace().datasets();
    }
}

package io.plimsoll.server.models;

import io.plimsoll.access.Role;
import io.plimsoll.card.ModelCards;
import io.plimsoll.exchange.ExportArchive;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.TemporaryFolder;
import io.plimsoll.project.reference.ModelReference;
import io.plimsoll.server.fault.Discretion;
import io.plimsoll.server.page.Page;
import io.plimsoll.server.page.Tag;
import io.plimsoll.server.runs.RunResource.Origin;
import io.plimsoll.server.security.Requires;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.ModelVersion;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is registered, and which version of it is in use. */
@RestController
@RequestMapping("/api/v1/models")
public final class ModelsController {
    private static final String ZIP = "application/zip";

    private final OpenProject project;
    private final Discretion discretion;

    ModelsController(OpenProject project, Discretion discretion) {
        this.project = project;
        this.discretion = discretion;
    }

    @Requires(Role.VIEWER)
    @GetMapping(name = "Models with their champions", produces = MediaType.APPLICATION_JSON_VALUE)
    Page<ModelResource> list() {
        return Page.whole(registry().summaries().stream().map(ModelResource::of).toList());
    }

    @Requires(Role.VIEWER)
    @GetMapping(path = "/{model}", name = "A model", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ModelResource> show(@PathVariable("model") String model) {
        ModelState state = ModelState.of(model, registry());
        return ResponseEntity.ok().eTag(state.tag().value()).body(ModelResource.of(model, registry()));
    }

    @Requires(Role.VIEWER)
    @GetMapping(
            path = "/{model}/versions",
            name = "Versions of a model, the newest first",
            produces = MediaType.APPLICATION_JSON_VALUE)
    Page<VersionResource> versions(@PathVariable("model") String model) {
        return Page.whole(new ModelReference(model, "")
                .all(registry()).stream().map(VersionResource::summary).toList());
    }

    @Requires(Role.VIEWER)
    @GetMapping(
            path = "/{model}/versions/{version}",
            name = "A version, by number or alias, with its verdict",
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<VersionResource> version(
            @PathVariable("model") String model, @PathVariable("version") String version) {
        ModelVersion found = new ModelReference(model, version).one(registry());
        Tag tag = ModelState.of(model, registry()).tag();
        return ResponseEntity.ok()
                .eTag(tag.value())
                .body(VersionResource.whole(
                        found, Origin.of(found.runId(), project.workspace().datasets(), discretion)));
    }

    @Requires(Role.VIEWER)
    @GetMapping(
            path = "/{model}/versions/{version}/card",
            name = "The model card",
            produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> card(@PathVariable("model") String model, @PathVariable("version") String version) {
        ModelVersion found = new ModelReference(model, version).one(registry());
        return saved(found, ".html", MediaType.TEXT_HTML, card(found));
    }

    /** Model, script, card and verdict in one zip that scores anywhere; no row of any table is in it. */
    @Requires(Role.VIEWER)
    @GetMapping(path = "/{model}/versions/{version}/export", name = "One zip that scores anywhere", produces = ZIP)
    ResponseEntity<byte[]> export(@PathVariable("model") String model, @PathVariable("version") String version) {
        ModelVersion found = new ModelReference(model, version).one(registry());
        byte[] zip = ExportArchive.of(found, project.workspace().artifacts().model(found.sha256()), card(found));
        return saved(found, ".zip", MediaType.valueOf(ZIP), zip);
    }

    private byte[] card(ModelVersion version) {
        try (TemporaryFolder scratch = TemporaryFolder.create()) {
            return new ModelCards(project.workspace(), project.engine(), project.limits())
                    .card(version, scratch.path());
        }
    }

    private static ResponseEntity<byte[]> saved(ModelVersion version, String ending, MediaType type, byte[] file) {
        ContentDisposition saved = ContentDisposition.attachment()
                .filename(version.model() + "-" + version.version() + ending)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
                .contentType(type)
                .body(file);
    }

    @Requires(Role.VIEWER)
    @GetMapping(
            path = "/{model}/aliases",
            name = "Where aliases point, and pointed before",
            produces = MediaType.APPLICATION_JSON_VALUE)
    ModelResource.Aliases aliases(@PathVariable("model") String model) {
        new ModelReference(model, "").all(registry());
        return ModelResource.Aliases.of(model, registry());
    }

    private ModelRegistry registry() {
        return project.workspace().models();
    }
}

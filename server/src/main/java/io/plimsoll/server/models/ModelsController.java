package io.plimsoll.server.models;

import io.plimsoll.access.Role;
import io.plimsoll.card.ModelCards;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.TemporaryFolder;
import io.plimsoll.project.reference.ModelReference;
import io.plimsoll.server.page.Page;
import io.plimsoll.server.page.Tag;
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
    private final OpenProject project;

    ModelsController(OpenProject project) {
        this.project = project;
    }

    @Requires(Role.VIEWER)
    @GetMapping(name = "Models with their champions", produces = MediaType.APPLICATION_JSON_VALUE)
    Page<ModelResource> list() {
        ModelRegistry registry = registry();
        return Page.whole(registry.models().stream()
                .map(model -> ModelResource.of(model, registry))
                .toList());
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
        return ResponseEntity.ok().eTag(tag.value()).body(VersionResource.whole(found));
    }

    @Requires(Role.VIEWER)
    @GetMapping(
            path = "/{model}/versions/{version}/card",
            name = "The model card",
            produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> card(@PathVariable("model") String model, @PathVariable("version") String version) {
        ModelVersion found = new ModelReference(model, version).one(registry());
        ContentDisposition saved = ContentDisposition.attachment()
                .filename(found.model() + "-" + found.version() + ".html")
                .build();
        try (TemporaryFolder scratch = TemporaryFolder.create()) {
            byte[] card =
                    new ModelCards(project.workspace(), project.engine(), project.limits()).card(found, scratch.path());
            return ResponseEntity.ok()
                    .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
                    .contentType(MediaType.TEXT_HTML)
                    .body(card);
        }
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

package io.plimsoll.server.pages.models;

import io.plimsoll.access.Role;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.reference.ModelReference;
import io.plimsoll.server.fault.Discretion;
import io.plimsoll.server.pages.line.AgainstLine;
import io.plimsoll.server.security.Requires;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.ModelVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Models and their versions as pages. */
@Controller
@RequestMapping("/models")
public final class ModelPagesController {
    private static final String PAGE = "page";
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final OpenProject project;
    private final Discretion discretion;

    ModelPagesController(OpenProject project, Discretion discretion) {
        this.project = project;
        this.discretion = discretion;
    }

    @Requires(Role.VIEWER)
    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView list(
            @RequestParam(name = "search", required = false) @Nullable String search,
            @RequestParam(name = "sort", required = false) @Nullable String sort) {
        return new ModelAndView("models", PAGE, ModelList.of(search, sort, registry()));
    }

    @Requires(Role.VIEWER)
    @GetMapping(path = "/{model}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView show(
            @PathVariable("model") String model,
            @RequestParam(name = "below", required = false) @Nullable Integer below) {
        return new ModelAndView("model", PAGE, ModelPage.of(model, below, registry()));
    }

    /** What the chart of versions shows, and all that it leaves out. */
    @Requires(Role.VIEWER)
    @GetMapping(path = "/{model}/versions.csv", produces = "text/csv")
    ResponseEntity<String> history(@PathVariable("model") String model) {
        List<ModelVersion> all = new ModelReference(model, "").all(registry());
        StringBuilder csv = new StringBuilder("version,registered,metric,value,line\n");
        for (ModelVersion version : all) {
            csv.append(version.version()).append(',').append(version.created());
            csv.append(AgainstLine.of(version).map(ModelPagesController::cells).orElse(",,,"))
                    .append('\n');
        }
        ContentDisposition saved = ContentDisposition.attachment()
                .filename(all.get(0).model() + "-versions.csv")
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
                .contentType(CSV)
                .body(csv.toString());
    }

    private static String cells(AgainstLine figure) {
        return "," + figure.metric() + "," + figure.value() + "," + Objects.requireNonNullElse(figure.line(), "");
    }

    @Requires(Role.VIEWER)
    @GetMapping(path = "/{model}/versions/{version}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView version(@PathVariable("model") String model, @PathVariable("version") String version) {
        ModelVersion found = new ModelReference(model, version).one(registry());
        return new ModelAndView("version", PAGE, VersionPage.of(found, project.workspace(), discretion));
    }

    /** Two versions side by side; without a choice the newest and the champion. */
    @Requires(Role.VIEWER)
    @GetMapping(path = "/{model}/compare", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView compare(
            @PathVariable("model") String model,
            @RequestParam(name = "one", required = false) @Nullable String one,
            @RequestParam(name = "other", required = false) @Nullable String other) {
        List<ModelVersion> all = new ModelReference(model, "").all(registry());
        ModelVersion left = one == null
                ? registry().alias(model, ModelVersion.CHAMPION).orElse(all.get(0))
                : new ModelReference(model, one).one(registry());
        ModelVersion right = other == null ? all.get(0) : new ModelReference(model, other).one(registry());
        List<Integer> numbers = all.stream().map(ModelVersion::version).toList();
        return new ModelAndView("compare", PAGE, SideBySide.of(left, right, numbers));
    }

    private ModelRegistry registry() {
        return project.workspace().models();
    }
}

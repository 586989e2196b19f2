package io.plimsoll.server.pages.datasets;

import io.plimsoll.access.Role;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.reference.DatasetReference;
import io.plimsoll.server.fault.Discretion;
import io.plimsoll.server.security.Requires;
import io.plimsoll.workspace.DatasetCatalog;
import io.plimsoll.workspace.DatasetVersion;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The modelling tables that runs used, as pages. */
@Controller
@RequestMapping(path = "/datasets", produces = MediaType.TEXT_HTML_VALUE)
public final class DatasetPagesController {
    private static final String PAGE = "page";

    private final OpenProject project;
    private final Discretion discretion;

    DatasetPagesController(OpenProject project, Discretion discretion) {
        this.project = project;
        this.discretion = discretion;
    }

    /** @param search what names were to contain; empty for all */
    record DatasetList(String search, List<DatasetVersion> newest) {}

    @Requires(Role.VIEWER)
    @GetMapping
    ModelAndView list(@RequestParam(name = "search", required = false) @Nullable String search) {
        String wanted = Objects.requireNonNullElse(search, "").strip().toLowerCase(Locale.ROOT);
        List<DatasetVersion> found = catalog().newest().stream()
                .filter(version -> version.name().contains(wanted))
                .toList();
        return new ModelAndView("datasets", PAGE, new DatasetList(wanted, found));
    }

    @Requires(Role.VIEWER)
    @GetMapping("/{dataset}")
    ModelAndView newest(@PathVariable("dataset") String dataset) {
        return page(new DatasetReference(dataset, "").all(catalog()).get(0));
    }

    @Requires(Role.VIEWER)
    @GetMapping("/{dataset}/versions/{version}")
    ModelAndView version(@PathVariable("dataset") String dataset, @PathVariable("version") String version) {
        return page(new DatasetReference(dataset, version).one(catalog()));
    }

    private ModelAndView page(DatasetVersion version) {
        return new ModelAndView("dataset", PAGE, DatasetPage.of(version, project.workspace(), discretion));
    }

    private DatasetCatalog catalog() {
        return project.workspace().datasets();
    }
}

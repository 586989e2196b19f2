package io.plimsoll.server.pages.overview;

import io.plimsoll.access.Role;
import io.plimsoll.project.OpenProject;
import io.plimsoll.server.fault.Discretion;
import io.plimsoll.server.security.Requires;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The first page. */
@Controller
public final class OverviewController {
    private final OpenProject project;
    private final Discretion discretion;

    OverviewController(OpenProject project, Discretion discretion) {
        this.project = project;
        this.discretion = discretion;
    }

    @Requires(Role.VIEWER)
    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView show() {
        return new ModelAndView("overview", "page", Overview.of(project, discretion));
    }

    /** What changes while somebody looks. */
    @Requires(Role.VIEWER)
    @GetMapping(path = "/overview/live", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView live() {
        return new ModelAndView("overview :: live", "page", Overview.of(project, discretion));
    }
}

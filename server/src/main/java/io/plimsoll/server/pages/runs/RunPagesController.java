package io.plimsoll.server.pages.runs;

import io.plimsoll.access.Role;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.reference.RunReference;
import io.plimsoll.server.fault.Discretion;
import io.plimsoll.server.runs.Cancelling;
import io.plimsoll.server.security.FormFields;
import io.plimsoll.server.security.Requires;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Runs as pages. */
@Controller
@RequestMapping(path = "/runs", produces = MediaType.TEXT_HTML_VALUE)
public final class RunPagesController {
    private static final String PAGE = "page";

    private final OpenProject project;
    private final Discretion discretion;

    RunPagesController(OpenProject project, Discretion discretion) {
        this.project = project;
        this.discretion = discretion;
    }

    @Requires(Role.VIEWER)
    @GetMapping
    ModelAndView list(RunList.Asked asked) {
        return new ModelAndView("runs", PAGE, RunList.of(asked, project));
    }

    @Requires(Role.VIEWER)
    @GetMapping("/{run}")
    ModelAndView show(@PathVariable("run") String run) {
        return new ModelAndView("run", PAGE, page(run));
    }

    /** The steps and the log alone, for a page that follows. */
    @Requires(Role.VIEWER)
    @GetMapping("/{run}/live")
    ModelAndView live(@PathVariable("run") String run) {
        return new ModelAndView("run :: live", PAGE, page(run));
    }

    @Requires(Role.SUBMITTER)
    @PostMapping("/{run}/cancel")
    ModelAndView cancel(@PathVariable("run") String run, HttpServletRequest request) {
        Cancelling.cancel(run, FormFields.of(request).get("reason"), project);
        return new ModelAndView("redirect:/runs/{run}");
    }

    private RunPage page(String run) {
        return RunPage.of(RunReference.find(project, run), project, discretion);
    }
}

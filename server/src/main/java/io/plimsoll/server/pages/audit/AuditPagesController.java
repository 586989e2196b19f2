package io.plimsoll.server.pages.audit;

import io.plimsoll.access.Role;
import io.plimsoll.project.OpenProject;
import io.plimsoll.server.security.Requires;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Who changed what is in use, when and why, as a page. */
@Controller
public final class AuditPagesController {
    private final OpenProject project;

    AuditPagesController(OpenProject project) {
        this.project = project;
    }

    @Requires(Role.VIEWER)
    @GetMapping(path = "/audit", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView list(AuditLog.Asked asked) {
        return new ModelAndView(
                "audit", "page", AuditLog.of(asked, project.workspace().events()));
    }
}

package io.plimsoll.server.experiments;

import io.plimsoll.access.Role;
import io.plimsoll.project.OpenProject;
import io.plimsoll.server.page.Page;
import io.plimsoll.server.security.Requires;
import io.plimsoll.workspace.RunRecords.Experiment;
import java.time.Instant;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The names under which runs are grouped; the runs of one are those of {@code /api/v1/runs?experiment=NAME}. */
@RestController
@RequestMapping(path = "/api/v1/experiments", produces = MediaType.APPLICATION_JSON_VALUE)
public final class ExperimentsController {
    private final OpenProject project;

    ExperimentsController(OpenProject project) {
        this.project = project;
    }

    /**
     * An experiment.
     *
     * @param open how many of its runs wait or go on
     * @param latest when the latest was begun or submitted
     */
    record ExperimentResource(String experiment, int runs, int open, Instant latest) {
        static ExperimentResource of(Experiment experiment) {
            return new ExperimentResource(experiment.name(), experiment.runs(), experiment.open(), experiment.latest());
        }
    }

    /** The one with the latest run first. */
    @Requires(Role.VIEWER)
    @GetMapping(name = "Experiments, the one with the latest run first")
    Page<ExperimentResource> list() {
        return Page.whole(project.workspace().runs().experiments().stream()
                .map(ExperimentResource::of)
                .toList());
    }
}

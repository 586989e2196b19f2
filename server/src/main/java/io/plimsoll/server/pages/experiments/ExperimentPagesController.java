package io.plimsoll.server.pages.experiments;

import io.plimsoll.access.Role;
import io.plimsoll.project.OpenProject;
import io.plimsoll.server.security.Requires;
import io.plimsoll.workspace.RunRecords.Experiment;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The names under which runs are grouped, as a page; the runs of one are a list of runs. */
@Controller
public final class ExperimentPagesController {
    private final OpenProject project;

    ExperimentPagesController(OpenProject project) {
        this.project = project;
    }

    /**
     * Experiments.
     *
     * @param search what names were to contain; empty for all
     * @param sort {@code name}, or {@code latest} for the one with the latest run first
     */
    record ExperimentList(String search, String sort, List<Experiment> experiments) {}

    @Requires(Role.VIEWER)
    @GetMapping(path = "/experiments", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView list(
            @RequestParam(name = "search", required = false) @Nullable String search,
            @RequestParam(name = "sort", required = false) @Nullable String sort) {
        String wanted = Objects.requireNonNullElse(search, "").strip().toLowerCase(Locale.ROOT);
        boolean isByName = "name".equals(sort);
        List<Experiment> found = project.workspace().runs().experiments().stream()
                .filter(one -> one.name().toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(
                        isByName
                                ? Comparator.comparing(Experiment::name)
                                : Comparator.comparing(Experiment::latest).reversed())
                .toList();
        return new ModelAndView("experiments", "page", new ExperimentList(wanted, isByName ? "name" : "latest", found));
    }
}

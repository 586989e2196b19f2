package io.plimsoll.server.pages.endpoints;

import io.plimsoll.access.Role;
import io.plimsoll.config.Overrides;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.reference.EndpointReference;
import io.plimsoll.project.reference.Experiment;
import io.plimsoll.server.endpoints.Submitting;
import io.plimsoll.server.fault.Problem;
import io.plimsoll.server.fault.Problems;
import io.plimsoll.server.security.Caller;
import io.plimsoll.server.security.FormFields;
import io.plimsoll.server.security.Requires;
import io.plimsoll.worker.Order;
import io.plimsoll.workspace.Endpoint;
import io.plimsoll.workspace.EndpointVersion;
import io.plimsoll.workspace.Endpoints;
import io.plimsoll.workspace.RunQueue.Submitted;
import io.plimsoll.workspace.Submission;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Published trainings as pages, and the form by which runs are submitted. */
@Controller
@RequestMapping(path = "/endpoints", produces = MediaType.TEXT_HTML_VALUE)
public final class EndpointPagesController {
    private static final String PAGE = "page";

    private final OpenProject project;
    private final Problems problems;

    EndpointPagesController(OpenProject project, Problems problems) {
        this.project = project;
        this.problems = problems;
    }

    /** @param search what names or models were to contain; empty for all */
    record EndpointList(String search, List<Row> endpoints) {
        /**
         * An endpoint.
         *
         * @param runs the version that is run where none is named
         */
        record Row(String name, String model, String runs, Instant created, boolean isOpen) {
            static Row of(Endpoint endpoint) {
                boolean isOpen =
                        endpoint.disabled() == null && endpoint.defaultVersion().isPresent();
                String runs = endpoint.defaultVersion().isPresent()
                        ? "@" + endpoint.defaultVersion().getAsInt()
                        : "none";
                return new Row(endpoint.name(), endpoint.model(), runs, endpoint.created(), isOpen);
            }
        }
    }

    @Requires(Role.VIEWER)
    @GetMapping
    ModelAndView list(@RequestParam(name = "search", required = false) @Nullable String search) {
        String wanted = Objects.requireNonNullElse(search, "").strip().toLowerCase(Locale.ROOT);
        List<EndpointList.Row> found = endpoints().list().stream()
                .filter(endpoint ->
                        endpoint.name().contains(wanted) || endpoint.model().contains(wanted))
                .map(EndpointList.Row::of)
                .toList();
        return new ModelAndView("endpoints", PAGE, new EndpointList(wanted, found));
    }

    @Requires(Role.VIEWER)
    @GetMapping("/{endpoint}")
    ModelAndView show(
            @PathVariable("endpoint") String name,
            @RequestParam(name = "version", required = false) @Nullable String version) {
        EndpointVersion chosen = new EndpointReference(name, Objects.requireNonNullElse(version, "")).one(endpoints());
        SubmitForm form = SubmitForm.fresh(UUID.randomUUID().toString());
        return page(chosen, form);
    }

    @Requires(Role.SUBMITTER)
    @PostMapping("/{endpoint}/runs")
    ModelAndView submit(@PathVariable("endpoint") String name, HttpServletRequest request) {
        FormFields fields = FormFields.of(request);
        EndpointVersion chosen = new EndpointReference(name, fields.get("version")).one(endpoints());
        SubmitForm form = SubmitForm.of(fields);
        EndpointPage page = EndpointPage.of(find(name), chosen, form, project);
        String experiment;
        try {
            experiment = form.experiment().isEmpty() ? Experiment.USUAL : Experiment.of(form.experiment());
        } catch (PlimsollException e) {
            return refused(chosen, form.withExperiment(e.faults().get(0).what()), problems.of(e));
        }
        String key =
                Submission.isKey(form.key()) ? form.key() : UUID.randomUUID().toString();
        Order.By by = new Order.By(Caller.current().actor(), experiment, key, form.reuse());
        try {
            Submitted submitted = Submitting.submit(
                    project,
                    chosen.reference(),
                    new Overrides(form.given(page.terms().parameters()), Map.of()),
                    by);
            return new ModelAndView("redirect:/runs/{run}", Map.of("run", submitted.runId()));
        } catch (PlimsollException e) {
            Problem problem = problems.of(e);
            SubmitForm told = problem.errors().size() == e.faults().size()
                    ? form.with(e.faults(), problem.errors(), page.terms().parameters())
                    : form.with(List.of(), List.of(), List.of());
            return refused(chosen, told, problem);
        }
    }

    private ModelAndView refused(EndpointVersion chosen, SubmitForm form, Problem problem) {
        ModelAndView page = page(chosen, form);
        page.addObject("problem", problem);
        page.setStatus(HttpStatusCode.valueOf(problem.status()));
        return page;
    }

    private ModelAndView page(EndpointVersion chosen, SubmitForm form) {
        return new ModelAndView("endpoint", PAGE, EndpointPage.of(find(chosen.endpoint()), chosen, form, project));
    }

    private Endpoint find(String name) {
        return new EndpointReference(name, "").endpoint(endpoints());
    }

    private Endpoints endpoints() {
        return project.workspace().endpoints();
    }
}

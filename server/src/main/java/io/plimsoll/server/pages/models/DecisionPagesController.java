package io.plimsoll.server.pages.models;

import io.plimsoll.access.Role;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.guard.Decision;
import io.plimsoll.pipeline.Promotions.Promotion;
import io.plimsoll.pipeline.Promotions.Word;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.reference.ModelReference;
import io.plimsoll.server.fault.Discretion;
import io.plimsoll.server.fault.GivenReason;
import io.plimsoll.server.fault.Problem;
import io.plimsoll.server.fault.Problems;
import io.plimsoll.server.fault.Refusal;
import io.plimsoll.server.models.ModelState;
import io.plimsoll.server.security.Caller;
import io.plimsoll.server.security.FormFields;
import io.plimsoll.server.security.Requires;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.VersionState;
import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalInt;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What people decide about versions in a browser, each with a reason. What is refused is told beside the form that asked for it. */
@Controller
@RequestMapping(path = "/models/{model}", produces = MediaType.TEXT_HTML_VALUE)
public final class DecisionPagesController {
    private static final String TO_VERSION = "redirect:/models/{model}/versions/{version}";
    private static final int CONFLICT = 409;

    private final OpenProject project;
    private final Discretion discretion;
    private final Problems problems;

    DecisionPagesController(OpenProject project, Discretion discretion, Problems problems) {
        this.project = project;
        this.discretion = discretion;
        this.problems = problems;
    }

    /** Judges a version against the champion of now, and makes it champion if it passes. This is also how one that waits is approved. */
    @Requires(Role.APPROVER)
    @PostMapping("/versions/{version}/promote")
    ModelAndView promote(
            @PathVariable("model") String model, @PathVariable("version") String version, HttpServletRequest request) {
        ModelVersion found = new ModelReference(model, version).one(registry());
        FormFields form = FormFields.of(request);
        return decided(found, () -> {
            Word word = word(found.model(), form);
            Promotion promotion = project.promotions().promote(found, word);
            Decision decision = promotion.judgement().decision();
            if (promotion.move() == null) {
                throw Refusal.of(
                        CONFLICT,
                        "NOT_PROMOTED",
                        "judged again against the champion of now, it did not pass: " + decision.reason(),
                        "nothing was changed; the version goes on as it was");
            }
            return new ModelAndView(TO_VERSION);
        });
    }

    @Requires(Role.APPROVER)
    @PostMapping("/versions/{version}/reject")
    ModelAndView reject(
            @PathVariable("model") String model, @PathVariable("version") String version, HttpServletRequest request) {
        return close(model, version, VersionState.REJECTED, FormFields.of(request));
    }

    @Requires(Role.APPROVER)
    @PostMapping("/versions/{version}/archive")
    ModelAndView archive(
            @PathVariable("model") String model, @PathVariable("version") String version, HttpServletRequest request) {
        return close(model, version, VersionState.ARCHIVED, FormFields.of(request));
    }

    /** Brings a former champion back. */
    @Requires(Role.APPROVER)
    @PostMapping("/rollback")
    ModelAndView rollBack(@PathVariable("model") String model, HttpServletRequest request) {
        FormFields form = FormFields.of(request);
        try {
            Word word = word(new ModelReference(model, "").whole(registry()), form);
            String version = form.get("version");
            boolean isNumber = version.matches("[0-9]{1,9}");
            project.promotions()
                    .rollBack(model, isNumber ? OptionalInt.of(Integer.parseInt(version)) : OptionalInt.empty(), word);
            return new ModelAndView("redirect:/models/{model}");
        } catch (PlimsollException e) {
            return refused("model", ModelPage.of(model, null, registry()), problems.of(e));
        } catch (Refusal e) {
            return refused("model", ModelPage.of(model, null, registry()), e.problem());
        }
    }

    private ModelAndView close(String model, String version, VersionState state, FormFields form) {
        ModelVersion found = new ModelReference(model, version).one(registry());
        return decided(found, () -> {
            Word word = word(found.model(), form);
            registry().close(found.model(), found.version(), state, word.actor(), word.reason());
            return new ModelAndView(TO_VERSION);
        });
    }

    /** A decision that ends in an answer, or is refused. */
    private interface Deciding {
        ModelAndView decide();
    }

    private ModelAndView decided(ModelVersion version, Deciding deciding) {
        try {
            return deciding.decide();
        } catch (PlimsollException e) {
            return refused(version, problems.of(e));
        } catch (Refusal e) {
            return refused(version, e.problem());
        }
    }

    private ModelAndView refused(ModelVersion version, Problem problem) {
        ModelVersion now =
                registry().version(version.model(), version.version()).orElse(version);
        return refused("version", VersionPage.of(now, project.workspace(), discretion), problem);
    }

    private static ModelAndView refused(String view, Object shown, Problem problem) {
        ModelAndView page = new ModelAndView(view, "page", shown);
        page.addObject("problem", problem);
        page.setStatus(HttpStatusCode.valueOf(problem.status()));
        return page;
    }

    /** At whose word, and why, if nothing has changed since the page was made. */
    private Word word(String model, FormFields form) {
        String state = form.get("state");
        ModelState.of(model, registry()).tag().require(state.isEmpty() ? null : state);
        return new Word(Caller.current().actor(), GivenReason.of(form.get("reason")));
    }

    private ModelRegistry registry() {
        return project.workspace().models();
    }
}

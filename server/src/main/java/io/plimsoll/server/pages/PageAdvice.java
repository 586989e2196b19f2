package io.plimsoll.server.pages;

import io.plimsoll.fault.PlimsollException;
import io.plimsoll.project.OpenProject;
import io.plimsoll.server.fault.Problem;
import io.plimsoll.server.fault.Problems;
import io.plimsoll.server.fault.Refusal;
import io.plimsoll.server.security.Caller;
import io.plimsoll.server.security.FormGuard;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What every page is given, and what is shown in place of one that cannot be made. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice("io.plimsoll.server.pages")
public final class PageAdvice {
    private final OpenProject project;
    private final Problems problems;
    private final Words words;

    PageAdvice(OpenProject project, Problems problems, Words words) {
        this.project = project;
        this.problems = problems;
        this.words = words;
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request) {
        Caller caller = Caller.current();
        String folder = Objects.requireNonNullElse(
                        project.folder().toAbsolutePath().normalize().getFileName(), "")
                .toString();
        return new Frame(
                caller.actor(), caller.identity().role(), FormGuard.of(request), request.getRequestURI(), folder);
    }

    @ModelAttribute("words")
    Words words() {
        return words;
    }

    @ExceptionHandler(PlimsollException.class)
    ModelAndView expected(PlimsollException failure, HttpServletRequest request) {
        return page(problems.of(failure), request);
    }

    @ExceptionHandler(Refusal.class)
    ModelAndView refused(Refusal refusal, HttpServletRequest request) {
        return page(refusal.problem(), request);
    }

    private ModelAndView page(Problem problem, HttpServletRequest request) {
        ModelAndView page =
                new ModelAndView("fault", Map.of("frame", frame(request), "words", words, "problem", problem));
        page.setStatus(HttpStatusCode.valueOf(problem.status()));
        return page;
    }
}

package io.plimsoll.server.fault;

import io.plimsoll.fault.PlimsollException;
import io.plimsoll.server.log.RequestId;
import io.plimsoll.server.log.RequestLog;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Makes a problem of whatever ends a request. What is Plimsoll's own fault is told in the log, and to the client only that it happened. */
@RestControllerAdvice
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger("plimsoll.problem");
    private static final Logger REFUSED = LoggerFactory.getLogger("plimsoll.refused");

    private final Discretion discretion;

    public Problems(Discretion discretion) {
        this.discretion = discretion;
    }

    @ExceptionHandler(Refusal.class)
    ResponseEntity<Problem> refused(Refusal refusal, HttpServletRequest request) {
        note(refusal.problem(), request);
        return answer(refusal.problem());
    }

    @ExceptionHandler(PlimsollException.class)
    ResponseEntity<Problem> expected(PlimsollException failure, HttpServletRequest request) {
        Problem problem = of(failure);
        note(problem, request);
        return answer(problem);
    }

    /** What a client is told of a failure. */
    public Problem of(PlimsollException failure) {
        int status = HttpStatusOf.code(failure.code());
        if (status >= HttpStatusOf.BROKEN) {
            return broken(failure);
        }
        List<Problem.Mistake> errors = failure.faults().stream()
                .map(fault -> Problem.error(fault, discretion))
                .toList();
        return Problem.of(status, errors);
    }

    /** What somebody may not is remembered, as it is where his role already tells. */
    private static void note(Problem problem, HttpServletRequest request) {
        if (problem.status() == HttpStatusOf.FORBIDDEN) {
            REFUSED.warn(
                    "{} {} refused with {} to {} at {}",
                    request.getMethod(),
                    problem.code(),
                    problem.status(),
                    request.getAttribute(RequestLog.ACTOR),
                    request.getRemoteAddr());
        }
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException failure) {
        Throwable cause = failure.getCause();
        String help = "docs/server.md and /api/v1/openapi.json tell what a body has";
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return answer(Problem.at(pointer(unknown), "there is no such field here", help));
        }
        if (cause instanceof DatabindException misfit) {
            return answer(Problem.at(pointer(misfit), "the value is not one that this field takes", help));
        }
        String what = cause instanceof JacksonException ? "the body is not whole JSON" : "there is no body";
        return answer(Problem.at("", what, help));
    }

    @ExceptionHandler(TypeMismatchException.class)
    ResponseEntity<Problem> misfit(TypeMismatchException failure) {
        String name =
                failure instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : "a parameter";
        return answer(Problem.of(
                HttpStatusOf.BAD_REQUEST,
                "PARAMETER_MALFORMED",
                "the value of '" + name + "' is not one that it takes",
                "/api/v1/openapi.json tells which it takes"));
    }

    /** A query that is not one, which Tomcat reads when it is asked for the first parameter. */
    @ExceptionHandler(InvalidParameterException.class)
    ResponseEntity<Problem> unreadable(InvalidParameterException failure) {
        return answer(ofHttp(HttpStatusCode.valueOf(HttpStatusOf.BAD_REQUEST)));
    }

    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone() {
        // whoever followed has gone, and is told nothing
    }

    /** What Spring says itself: no such route, method, content type. */
    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<Problem> other(Exception failure) {
        if (failure instanceof ErrorResponse response
                && !response.getStatusCode().is5xxServerError()) {
            return answer(ofHttp(response.getStatusCode()));
        }
        if (failure instanceof IOException && failure.getClass().getName().endsWith("ClientAbortException")) {
            return null;
        }
        return answer(broken(failure));
    }

    private static Problem ofHttp(HttpStatusCode status) {
        int code = status.value();
        String help = "docs/server.md lists the routes and what they take";
        return switch (code) {
            case HttpStatusOf.NOT_FOUND -> Problem.of(code, "NO_SUCH_ROUTE", "there is nothing here", help);
            case 405 -> Problem.of(code, "METHOD_NOT_ALLOWED", "this route has no such method", help);
            case 406 -> Problem.of(code, "NOT_ACCEPTABLE", "this route has no answer of a type that is accepted", help);
            case 415 -> Problem.of(code, "UNSUPPORTED_MEDIA_TYPE", "this route takes no body of this type", help);
            default -> Problem.of(code, "REQUEST_MALFORMED", "the request is not one that this route takes", help);
        };
    }

    private static Problem broken(Exception failure) {
        LOG.error("a request failed", failure);
        return Problem.of(
                HttpStatusOf.BROKEN,
                "INTERNAL",
                "Plimsoll failed",
                "look in the server's log under the id of this request");
    }

    private static String pointer(DatabindException failure) {
        return failure.getPath().stream()
                .map(step -> step.getPropertyName() == null ? String.valueOf(step.getIndex()) : step.getPropertyName())
                .map(name -> "/" + name.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    private static ResponseEntity<Problem> answer(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.in(RequestId.current()));
    }
}

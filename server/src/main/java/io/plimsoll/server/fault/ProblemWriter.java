package io.plimsoll.server.fault;

import io.plimsoll.server.log.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems where no handler of a route is at work: as JSON, or as a page for a browser that asked for one. */
public final class ProblemWriter {
    private final JsonMapper mapper;
    private final WayIn wayIn;

    public ProblemWriter(JsonMapper mapper, WayIn wayIn) {
        this.mapper = mapper;
        this.wayIn = wayIn;
    }

    /** Ends the answer, unless a part of it has gone out already. */
    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        if (ProblemPage.isFor(request)) {
            response.setContentType("text/html;charset=UTF-8");
            response.getOutputStream().write(ProblemPage.of(problem, wayIn).getBytes(StandardCharsets.UTF_8));
        } else {
            response.setContentType("application/problem+json");
            response.getOutputStream().write(mapper.writeValueAsBytes(problem.in(RequestId.current())));
        }
    }
}

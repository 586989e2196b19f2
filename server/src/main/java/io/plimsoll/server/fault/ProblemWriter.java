package io.plimsoll.server.fault;

import io.plimsoll.server.log.RequestId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems where no handler of a route is at work. */
public final class ProblemWriter {
    private final JsonMapper mapper;

    public ProblemWriter(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Ends the answer, unless a part of it has gone out already. */
    public void write(HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType("application/problem+json");
        response.getOutputStream().write(mapper.writeValueAsBytes(problem.in(RequestId.current())));
    }
}

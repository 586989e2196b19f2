package io.plimsoll.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** What is said where a request never came as far as a filter, such as one that is not HTTP. It tells nothing of the program. */
public final class PlainErrors extends ErrorReportValve {
    private static final int FIRST_ERROR = 400;
    private static final int FIRST_BREAKDOWN = 500;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String code = status < FIRST_BREAKDOWN ? "REQUEST_MALFORMED" : "INTERNAL";
        String body = "{\"type\":\"about:blank\",\"status\":" + status + ",\"code\":\"" + code + "\"}";
        try {
            response.setContentType("application/problem+json");
            response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException e) {
            // whoever asked has gone
            return;
        }
    }
}

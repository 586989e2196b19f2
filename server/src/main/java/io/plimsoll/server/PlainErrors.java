package io.plimsoll.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
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
        String body = status < FIRST_BREAKDOWN
                ? problem(
                        status,
                        "REQUEST_MALFORMED",
                        "the request is not one of HTTP",
                        "see how its line and headers are written")
                : problem(status, "INTERNAL", "Plimsoll failed", "look in the server's log at this time");
        try {
            // a problem as everywhere else, of constants: nothing of it has to be escaped
            response.setContentType("application/problem+json");
            response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException e) {
            // whoever asked has gone
            return;
        }
    }

    private static String problem(int status, String code, String detail, String help) {
        String words = code.toLowerCase(Locale.ROOT);
        String mistake = "\"code\":\"" + code + "\",\"detail\":\"" + detail + "\",\"help\":\"" + help + "\"";
        return "{\"type\":\"urn:plimsoll:problem:" + words.replace('_', '-') + "\",\"title\":\""
                + words.replace('_', ' ') + "\",\"status\":" + status + "," + mistake + ",\"errors\":[{" + mistake
                + "}]}";
    }
}

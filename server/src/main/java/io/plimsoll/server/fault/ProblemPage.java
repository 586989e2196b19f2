package io.plimsoll.server.fault;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.web.util.HtmlUtils;

/** A problem as a person in a browser reads it. Whoever is not known is shown the way in. */
public final class ProblemPage {
    private static final int UNAUTHORIZED = 401;
    private static final String PAGES = "/io/plimsoll/server/page/";

    private ProblemPage() {}

    /** Whether a browser asks, and not for something of the programs' interface. */
    public static boolean isFor(HttpServletRequest request) {
        String accepted = Objects.requireNonNullElse(request.getHeader("Accept"), "");
        return accepted.contains("text/html") && !request.getRequestURI().startsWith("/api/");
    }

    static String of(Problem problem, WayIn wayIn) {
        return problem.status() == UNAUTHORIZED
                ? wayIn.html()
                : resource("problem.html")
                        .formatted(HtmlUtils.htmlEscape(problem.detail()), HtmlUtils.htmlEscape(problem.help()));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(ProblemPage.class.getResourceAsStream(PAGES + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

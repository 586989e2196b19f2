package io.plimsoll.server.security;

import io.plimsoll.server.fault.Problem;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** What is shown to whoever comes back from the identity provider. */
final class EntryPage {
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <link rel="icon" href="/mark.svg" type="image/svg+xml">
            <link rel="stylesheet" href="/plimsoll.css">
            """;

    /**
     * Goes on from a page of this server's own: a browser sends no {@code SameSite=Strict} cookie where another site sent it, not even after a
     * redirection.
     */
    private static final String GO_ON = """
            <title>Plimsoll</title>
            <meta http-equiv="refresh" content="0; url=/">
            </head>
            <body>
            <main class="entry">
            <h1>Plimsoll</h1>
            <p>You are signed in. <a href="/">Go on</a></p>
            </main>
            </body>
            </html>
            """;

    private EntryPage() {}

    static String letIn() {
        return HEAD + GO_ON;
    }

    static String refused(Problem problem) {
        return HEAD + """
                <title>Plimsoll: not signed in</title>
                </head>
                <body>
                <main class="entry">
                <h1>Not signed in</h1>
                <p>%s.</p>
                <p>%s.</p>
                <p><a href="/enter/oidc">Try again</a></p>
                <p><code>%s</code></p>
                </main>
                </body>
                </html>
                """.formatted(text(problem.detail()), text(problem.help()), text(problem.code()));
    }

    private static String text(String said) {
        return HtmlUtils.htmlEscape(said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1), "UTF-8");
    }
}

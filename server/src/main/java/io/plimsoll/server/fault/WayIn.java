package io.plimsoll.server.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The page by which people come in, wherever they were asked who they are. */
public record WayIn(String html) {
    private static final String PAGE = "/io/plimsoll/server/page/enter.html";
    private static final String PLACE = "<!-- an identity provider -->";
    private static final String LINK = "<p><a href=\"/enter/oidc\">Sign in by your organisation</a></p>";

    /** @param byProvider whether people may sign in by an identity provider, too */
    public static WayIn of(boolean byProvider) {
        try (InputStream in = Objects.requireNonNull(WayIn.class.getResourceAsStream(PAGE))) {
            String page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new WayIn(page.replace(PLACE, byProvider ? LINK : ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.plimsoll.server.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Looks over a page for what keeps people with other eyes and hands out. */
public final class Axe {
    private static final String PLACE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

    private final String script;

    public Axe() {
        try (InputStream in = Objects.requireNonNull(Axe.class.getResourceAsStream(PLACE))) {
            this.script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The faults that are serious or worse: the rule, and the first place. */
    public List<String> seriousFaultsOf(Tab tab) {
        tab.run(script + "; 'there'");
        String found = tab.run(
                "axe.run().then(r => r.violations.filter(v => v.impact === 'serious' || v.impact === 'critical')"
                        + ".map(v => v.id + ' at ' + v.nodes[0].html.slice(0, 200)).join('\\n'))");
        return found.lines().toList();
    }
}

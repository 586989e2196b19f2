package io.plimsoll.card;

import io.plimsoll.engine.Engine;
import io.plimsoll.engine.EngineLimits;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Writes model cards. A card is one file without scripts or requests, its bytes follow from the record alone, and it tells no key, no group and
 * no single row: it may leave the workspace.
 */
public final class ModelCards {
    private static final String STYLE = "/io/plimsoll/card/card.css";

    private final Workspace workspace;
    private final Engine engine;
    private final EngineLimits limits;

    public ModelCards(Workspace workspace, Engine engine, EngineLimits limits) {
        this.workspace = workspace;
        this.engine = engine;
        this.limits = limits;
    }

    /**
     * The card of a version: HTML that is well-formed XML too. What is gone is said to be gone in its place.
     *
     * @param scratch an empty local folder
     */
    public byte[] card(ModelVersion version, Path scratch) {
        CardFacts facts = CardFacts.of(version, workspace, new TableProfile.Opening(engine, limits, scratch));
        Html html = new Html();
        html.raw("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.element("title", "Model card of " + version.reference());
        html.open("style").raw(style()).close("style");
        html.close("head").open("body").open("main");
        body(facts, html);
        html.close("main").close("body").close("html");
        return html.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void body(CardFacts facts, Html html) {
        PurposeSection purpose = new PurposeSection(facts);
        purpose.headline(html);
        purpose.write(html);
        new FiguresSection(facts).write(html);
        new VerdictSection(facts).write(html);
        new FeatureSection(facts).write(html);
        new DataSection(facts).write(html);
        new LineageSection(facts).write(html);
        html.element(
                "footer",
                "This card tells no key, no group and no single row of any table. It was written from what Plimsoll remembers of the version;"
                        + " the same record gives the same file.");
    }

    private static String style() {
        try (InputStream in = ModelCards.class.getResourceAsStream(STYLE)) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + STYLE);
            }
            return "\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

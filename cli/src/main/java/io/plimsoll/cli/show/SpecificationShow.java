package io.plimsoll.cli.show;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.endpoint.Parameter;
import io.plimsoll.endpoint.Specification;
import io.plimsoll.endpoint.Specification.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** A compiled training, for people and as JSON. */
public final class SpecificationShow {
    private final Style style;

    public SpecificationShow(Style style) {
        this.style = style;
    }

    /** The whole of it, with its digest. */
    public static Map<String, Object> data(Specification specification) {
        return Map.of("sha256", specification.sha256(), "specification", tree(specification));
    }

    private static JsonNode tree(Specification specification) {
        try {
            return CanonicalJson.read(specification.text(), JsonNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a specification that is not JSON", e);
        }
    }

    public String text(Specification specification) {
        return style.bold(specification.model()) + "\n" + facts(specification) + "\n" + parameters(specification);
    }

    String facts(Specification specification) {
        StringBuilder text = new StringBuilder();
        line(text, "digest", specification.sha256());
        line(text, "config", specification.configSha256());
        line(text, "training", specification.trainingSha256());
        line(
                text,
                "code",
                specification.code().version() + " (" + specification.code().commit() + ")");
        line(text, "engine", specification.engine());
        line(
                text,
                "trainer",
                specification.trainer().name() + ", " + specification.trainer().source());
        specification.plugins().forEach((jar, sha256) -> line(text, "plugin", jar + "  sha256 " + sha256));
        specification.sources().forEach(source -> line(text, "source", source.name() + ": " + place(source)));
        return text.toString();
    }

    private static String place(Source source) {
        return source.path() == null ? "rows of the database " + source.database() : source.path();
    }

    String parameters(Specification specification) {
        Table table = new Table(style, "parameter", "default", "takes", "what it is");
        for (Parameter parameter : specification.parameters()) {
            table.row(
                    parameter.name(),
                    parameter.usual() == null ? "-" : parameter.usual(),
                    parameter.expected(),
                    parameter.description());
        }
        return table.text();
    }

    private static void line(StringBuilder text, String what, String value) {
        text.append("  ")
                .append(what)
                .append(" ".repeat(Math.max(1, 10 - what.length())))
                .append(value)
                .append('\n');
    }
}

package io.plimsoll.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.plimsoll.config.bind.Misfit;
import io.plimsoll.config.bind.NearMatch;
import io.plimsoll.config.bind.ValueType;
import io.plimsoll.config.yaml.Node.Scalar;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Encodings of text by the names that people use. */
final class Encodings {
    private static final List<String> USUAL = List.of("utf-8", "utf-16", "latin-1", "windows-1252");
    private static final Map<String, Charset> OUR_NAMES = Map.of("latin-1", StandardCharsets.ISO_8859_1);

    private Encodings() {}

    static ValueType<Charset> valueType() {
        return new ValueType<>(
                Charset.class,
                Encodings::read,
                charset -> TextNode.valueOf(charset.name().toLowerCase(Locale.ROOT)),
                JsonNodeFactory.instance.objectNode().put("type", "string").put("pattern", "\\S"),
                "one of " + String.join(", ", USUAL) + ", or another name of the IANA registry");
    }

    private static Charset read(Scalar scalar) throws Misfit {
        String name = scalar.text().toLowerCase(Locale.ROOT);
        try {
            Charset charset = OUR_NAMES.containsKey(name) ? OUR_NAMES.get(name) : Charset.forName(name);
            if (charset.canEncode()) {
                return charset;
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // said below, as for names of what is no encoding of whole files
        }
        throw new Misfit(scalar.shown() + " is not an encoding" + NearMatch.hint(name, USUAL));
    }
}

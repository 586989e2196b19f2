package io.plimsoll.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.plimsoll.config.bind.Misfit;
import io.plimsoll.config.bind.ValueType;
import io.plimsoll.config.yaml.Node.Scalar;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A secret, known by the environment variable that holds it. It is looked up when it is needed, so that nothing else needs it to be set, and no
 * config ever holds it.
 *
 * @param variable the name of the environment variable
 */
public record Secret(String variable) {
    private static final Pattern FORM = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)\\}");

    static ValueType<Secret> valueType() {
        return new ValueType<>(
                Secret.class,
                Secret::read,
                secret -> TextNode.valueOf("${" + secret.variable() + "}"),
                JsonNodeFactory.instance.objectNode().put("type", "string").put("pattern", "^" + FORM.pattern() + "$"),
                "write ${NAME}, without a default, and set the environment variable NAME");
    }

    /** Empty if it is not set. */
    public Optional<String> in(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isEmpty());
    }

    /** Whether a text is the name of a variable and nothing else. */
    static boolean isNamedBy(String text) {
        return FORM.matcher(text).matches();
    }

    private static Secret read(Scalar scalar) throws Misfit {
        Matcher matcher = FORM.matcher(scalar.text());
        if (!matcher.matches()) {
            throw new Misfit("a secret must not stand in a file");
        }
        return new Secret(matcher.group(1));
    }
}

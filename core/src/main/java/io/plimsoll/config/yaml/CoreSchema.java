package io.plimsoll.config.yaml;

import io.plimsoll.config.yaml.Node.Kind;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

/**
 * Which type an unquoted scalar has.
 *
 * <p><b>Source</b>: YAML 1.2.2, section 10.3.
 */
final class CoreSchema {
    private static final ScalarResolver RESOLVER = new CoreScalarResolver(false);

    private CoreSchema() {}

    static Kind kind(String plain) {
        Tag tag = RESOLVER.resolve(plain, true);
        if (tag.equals(Tag.NULL)) {
            return Kind.NULL;
        }
        if (tag.equals(Tag.BOOL)) {
            return Kind.BOOLEAN;
        }
        if (tag.equals(Tag.INT)) {
            return Kind.INTEGER;
        }
        return tag.equals(Tag.FLOAT) ? Kind.DECIMAL : Kind.TEXT;
    }
}

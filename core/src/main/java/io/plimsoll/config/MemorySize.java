package io.plimsoll.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.plimsoll.config.bind.Misfit;
import io.plimsoll.config.bind.ValueType;
import io.plimsoll.config.yaml.Node.Scalar;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount of memory, written as {@code 4GB} (4,000,000,000 bytes) or {@code 4GiB} (4 × 1024³ bytes). */
public record MemorySize(long bytes) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,15}) ?(B|KB|MB|GB|TB|KiB|MiB|GiB|TiB)");
    private static final Map<String, Long> UNITS = Map.of(
            "B", 1L,
            "KB", 1_000L,
            "MB", 1_000_000L,
            "GB", 1_000_000_000L,
            "TB", 1_000_000_000_000L,
            "KiB", 1L << 10,
            "MiB", 1L << 20,
            "GiB", 1L << 30,
            "TiB", 1L << 40);

    /** What a text such as {@code 4GiB} says; empty if it is not of that form, or more than there can be. */
    public static Optional<MemorySize> of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            long unit = UNITS.getOrDefault(matcher.group(2), 1L);
            return Optional.of(new MemorySize(Math.multiplyExact(Long.parseLong(matcher.group(1)), unit)));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    static ValueType<MemorySize> valueType() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("type", "string").put("pattern", "^" + FORM.pattern() + "$");
        return new ValueType<>(
                MemorySize.class,
                MemorySize::read,
                size -> TextNode.valueOf(size.bytes() + "B"),
                schema,
                "write for example 4GB or 512MiB");
    }

    private static MemorySize read(Scalar scalar) throws Misfit {
        if (!FORM.matcher(scalar.text()).matches()) {
            throw new Misfit(scalar.shown() + " is not an amount of memory");
        }
        return of(scalar.text()).orElseThrow(() -> new Misfit("is too large an amount of memory"));
    }
}

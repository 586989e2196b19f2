package io.plimsoll.config.bind;

import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plimsoll.config.yaml.Node.Kind;
import io.plimsoll.config.yaml.Node.Scalar;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A share, written as {@code 20%} or as {@code 0.2}.
 *
 * @param fraction between 0 and 1
 */
public record Percentage(double fraction) {
    /** What {@link #fractionOf} reads, for schemas. */
    public static final String PATTERN = "^[0-9]{1,9}(\\.[0-9]{1,9})?%$";

    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)%");

    public Percentage {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("a percentage is from 0 to 100");
        }
    }

    /** The exact hundredth of a text such as {@code 5%}; empty if it is not of that form. */
    public static Optional<Double> fractionOf(String text) {
        Matcher matcher = PERCENT.matcher(text);
        return matcher.matches()
                ? Optional.of(new BigDecimal(matcher.group(1)).movePointLeft(2).doubleValue())
                : Optional.empty();
    }

    static ValueType<Percentage> valueType() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.putArray("anyOf")
                .add(JsonNodeFactory.instance
                        .objectNode()
                        .put("type", "number")
                        .put("minimum", 0)
                        .put("maximum", 1))
                .add(JsonNodeFactory.instance.objectNode().put("type", "string").put("pattern", PATTERN));
        return new ValueType<>(
                Percentage.class,
                Percentage::read,
                percentage -> DoubleNode.valueOf(percentage.fraction()),
                schema,
                "write for example 20% or 0.2");
    }

    private static Percentage read(Scalar scalar) throws Misfit {
        Optional<Double> percent = fractionOf(scalar.text());
        if (percent.isEmpty() && scalar.kind() != Kind.INTEGER && scalar.kind() != Kind.DECIMAL) {
            throw new Misfit("needs a percentage, not " + scalar.kindName());
        }
        double fraction = percent.isPresent() ? percent.get() : BasicTypes.decimal(scalar);
        if (fraction < 0 || fraction > 1) {
            throw new Misfit("must be from 0% to 100%, is " + scalar.shown());
        }
        return new Percentage(fraction);
    }
}

package io.plimsoll.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.config.bind.Misfit;
import io.plimsoll.config.bind.Percentage;
import io.plimsoll.config.bind.ValueType;
import io.plimsoll.config.yaml.Node.Kind;
import io.plimsoll.config.yaml.Node.Scalar;
import io.plimsoll.guard.Margin;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A margin's size as written: {@code 0.01} in the metric's own unit, or {@code 5%} of the opponent's loss.
 *
 * @param amount at least 0; percentages as fractions
 */
public record MarginAmount(double amount, Margin.Unit unit) {
    public MarginAmount {
        if (!(amount >= 0) || Double.isInfinite(amount)) {
            throw new IllegalArgumentException("a margin is at least 0");
        }
    }

    Margin margin(Margin.Kind kind) {
        return new Margin(kind, amount, unit);
    }

    static ValueType<MarginAmount> valueType() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        ObjectNode schema = json.objectNode();
        schema.putArray("anyOf")
                .add(json.objectNode().put("type", "number").put("minimum", 0))
                .add(json.objectNode().put("type", "string").put("pattern", Percentage.PATTERN));
        return new ValueType<>(
                MarginAmount.class,
                MarginAmount::read,
                MarginAmount::written,
                schema,
                "write for example 0.01, or 5% of the opponent's loss");
    }

    private static MarginAmount read(Scalar scalar) throws Misfit {
        Optional<Double> percent = Percentage.fractionOf(scalar.text());
        if (percent.isPresent()) {
            return new MarginAmount(percent.get(), Margin.Unit.FRACTION_OF_OPPONENT);
        }
        if (scalar.kind() != Kind.INTEGER && scalar.kind() != Kind.DECIMAL) {
            throw new Misfit("needs a number or a percentage, not " + scalar.kindName());
        }
        double amount = ValueType.number(scalar);
        if (amount < 0) {
            throw new Misfit("must be at least 0, is " + scalar.shown());
        }
        return new MarginAmount(amount, Margin.Unit.METRIC);
    }

    private JsonNode written() {
        if (unit == Margin.Unit.METRIC) {
            return DoubleNode.valueOf(amount);
        }
        BigDecimal percent = new BigDecimal(CanonicalJson.text(amount)).movePointRight(2);
        return TextNode.valueOf(percent.stripTrailingZeros().toPlainString() + "%");
    }
}

package io.plimsoll.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.plimsoll.config.bind.Misfit;
import io.plimsoll.config.bind.NearMatch;
import io.plimsoll.config.bind.ValueType;
import io.plimsoll.config.yaml.Node.Kind;
import io.plimsoll.config.yaml.Node.Scalar;
import java.util.List;

/** The probability from which a row counts as class 1: given, or chosen on out-of-fold predictions of the training rows. */
public sealed interface Threshold {
    /** A probability, above 0 and at most 1. */
    record Given(double probability) implements Threshold {}

    /** The one with the highest F1. */
    record BestF1() implements Threshold {
        static final String WORD = "best_f1";
    }

    static ValueType<Threshold> valueType() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        ObjectNode schema = json.objectNode();
        ArrayNode forms = schema.putArray("anyOf");
        forms.addObject().put("type", "number").put("exclusiveMinimum", 0).put("maximum", 1);
        forms.addObject().putArray("enum").add(BestF1.WORD);
        String help = "write a probability such as 0.5, or " + BestF1.WORD;
        return new ValueType<>(Threshold.class, Threshold::read, Threshold::written, schema, help);
    }

    private static Threshold read(Scalar scalar) throws Misfit {
        if (scalar.text().equals(BestF1.WORD)) {
            return new BestF1();
        }
        if (scalar.kind() != Kind.INTEGER && scalar.kind() != Kind.DECIMAL) {
            throw new Misfit(
                    scalar.shown() + " is not a threshold" + NearMatch.hint(scalar.text(), List.of(BestF1.WORD)));
        }
        double probability = ValueType.number(scalar);
        if (!(probability > 0 && probability <= 1)) {
            throw new Misfit("must be more than 0 and at most 1, is " + scalar.shown());
        }
        return new Given(probability);
    }

    private static JsonNode written(Threshold threshold) {
        return threshold instanceof Given given
                ? DoubleNode.valueOf(given.probability())
                : TextNode.valueOf(BestF1.WORD);
    }
}

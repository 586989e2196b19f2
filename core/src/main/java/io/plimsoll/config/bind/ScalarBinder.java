package io.plimsoll.config.bind;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.config.yaml.Faults;
import io.plimsoll.config.yaml.Node;
import io.plimsoll.config.yaml.Node.Scalar;
import io.plimsoll.config.yaml.Place;
import io.plimsoll.config.yaml.Shown;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Binds single values and the names of a map, within their ranges and forms. */
final class ScalarBinder {
    private final Grammar grammar;
    private final Faults faults;

    ScalarBinder(Grammar grammar, Faults faults) {
        this.grammar = grammar;
        this.faults = faults;
    }

    @Nullable
    Object bind(Node node, Class<?> raw, Slot slot) {
        ValueType<?> type = grammar.valueType(raw).orElseThrow();
        if (!(node instanceof Scalar scalar)) {
            faults.add(node, "needs a single value, not " + node.kindName(), firstOf(type.help(), slot.description()));
            return null;
        }
        try {
            Object value = type.reader().read(scalar);
            if (value instanceof String text && !checkName(text, node.path(), node.place(), slot)) {
                return null;
            }
            return isInRange(value, scalar, slot) ? value : null;
        } catch (Misfit e) {
            faults.add(node, e.sentence(), firstOf(e.help(), firstOf(type.help(), slot.description())));
            return null;
        }
    }

    /** Whether a text, or a key of a map, has the form that the slot demands. */
    boolean checkName(String name, String path, Place place, Slot slot) {
        Optional<Named> form = slot.annotation(Named.class);
        if (form.isPresent() && !name.matches(form.get().pattern())) {
            faults.add(
                    path,
                    place,
                    Shown.quoted(name) + " is not a valid name",
                    "use " + form.get().says());
            return false;
        }
        return true;
    }

    private static String firstOf(String help, String otherwise) {
        return help.isEmpty() ? otherwise : help;
    }

    String shown(Node node) {
        return node instanceof Scalar scalar ? scalar.shown() : "this";
    }

    private boolean isInRange(Object value, Scalar scalar, Slot slot) {
        Optional<Range> range = slot.annotation(Range.class);
        if (range.isEmpty()) {
            return true;
        }
        double number = value instanceof Percentage share ? share.fraction() : ((Number) value).doubleValue();
        Range limits = range.get();
        if (number >= limits.min() && number > limits.above() && number <= limits.max()) {
            return true;
        }
        String sentence = "must be " + limits(limits, value instanceof Percentage) + ", is " + scalar.shown();
        faults.add(scalar, sentence, slot.description());
        return false;
    }

    private static String limits(Range range, boolean percent) {
        String most = Double.isInfinite(range.max()) ? "" : figure(range.max(), percent);
        if (!Double.isInfinite(range.above())) {
            return "more than " + figure(range.above(), percent) + (most.isEmpty() ? "" : " and at most " + most);
        }
        if (Double.isInfinite(range.min())) {
            return "at most " + most;
        }
        String least = figure(range.min(), percent);
        return most.isEmpty() ? "at least " + least : "from " + least + " to " + most;
    }

    private static String figure(double value, boolean percent) {
        BigDecimal exact = new BigDecimal(CanonicalJson.text(value));
        String shown =
                (percent ? exact.movePointRight(2) : exact).stripTrailingZeros().toPlainString();
        return percent ? shown + "%" : shown;
    }
}

package io.plimsoll.endpoint;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.plimsoll.config.bind.NearMatch;
import io.plimsoll.config.bind.Percentage;
import io.plimsoll.config.yaml.Faults;
import io.plimsoll.config.yaml.Node;
import io.plimsoll.config.yaml.Node.Kind;
import io.plimsoll.config.yaml.Node.Scalar;
import io.plimsoll.config.yaml.Place;
import io.plimsoll.config.yaml.Shown;
import io.plimsoll.config.yaml.YamlReader;
import io.plimsoll.fault.PlimsollException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a submission may give. It says by itself what fits it, where the class of the settings that it belongs to is not at hand.
 *
 * @param name as {@code --set} takes it, {@code models.ACTIVATION.settings.trees}; of a {@code PATH} the source's, as {@code --data} takes it
 * @param choices the words of a {@code CHOICE}; else empty
 * @param bounds null where any number fits, or none is meant
 * @param usual what it is where it is not given, as it would be written; null where nothing is written then
 */
public record Parameter(
        String name,
        ParameterType type,
        List<String> choices,
        @Nullable Bounds bounds,
        @JsonProperty("default") @Nullable String usual,
        String description) {
    public Parameter {
        choices = List.copyOf(choices);
    }

    /** What fits, for people: {@code a whole number from 1 to 10000}. */
    public String expected() {
        if (type == ParameterType.CHOICE) {
            return "one of " + String.join(", ", choices);
        }
        String limits = bounds == null ? "" : bounds.shown(type == ParameterType.SHARE);
        return type.shown() + (limits.isEmpty() ? "" : ", " + limits);
    }

    /** What is wrong with a value, as a sentence that follows the parameter's name; empty if it fits. */
    Optional<String> misfit(String text) {
        if (type == ParameterType.PATH) {
            boolean fits = !text.isBlank() && text.chars().noneMatch(Character::isISOControl);
            return fits ? Optional.empty() : Optional.of("needs " + expected());
        }
        Optional<Scalar> written = scalar(text);
        return written.isPresent() && fits(written.get())
                ? Optional.empty()
                : Optional.of("needs " + expected() + ", not " + Shown.quoted(text) + near(text));
    }

    private boolean fits(Scalar value) {
        return switch (type) {
            case INTEGER -> value.kind() == Kind.INTEGER && isWithin(number(value));
            case NUMBER -> isWithin(number(value));
            case SHARE -> isWithin(Percentage.fractionOf(value.text()).or(() -> number(value)));
            case BOOLEAN -> value.kind() == Kind.BOOLEAN;
            case CHOICE -> choices.contains(value.text());
            case TEXT -> value.kind() == Kind.TEXT && !value.text().isBlank();
            case PATH -> throw new IllegalStateException("a path is not read as YAML");
        };
    }

    private boolean isWithin(Optional<Double> number) {
        boolean isShare = type != ParameterType.SHARE
                || number.filter(share -> share >= 0 && share <= 1).isPresent();
        return number.isPresent() && isShare && (bounds == null || bounds.hold(number.get()));
    }

    private static Optional<Double> number(Scalar value) {
        if (value.kind() != Kind.INTEGER && value.kind() != Kind.DECIMAL) {
            return Optional.empty();
        }
        try {
            double number = Double.parseDouble(value.text());
            return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            // hexadecimal and octal numbers are YAML, and nobody's parameter
            return Optional.empty();
        }
    }

    private String near(String text) {
        return type == ParameterType.CHOICE ? NearMatch.hint(text, choices) : "";
    }

    private Optional<Scalar> scalar(String text) {
        Faults faults = new Faults();
        try {
            Node value = new YamlReader(faults).value(text, name, Place.of(name));
            faults.throwIfAny();
            return value instanceof Scalar scalar ? Optional.of(scalar) : Optional.empty();
        } catch (PlimsollException e) {
            return Optional.empty();
        }
    }
}

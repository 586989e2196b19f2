package io.plimsoll.config;

import io.plimsoll.config.bind.Check;
import io.plimsoll.config.bind.Parts;
import io.plimsoll.config.yaml.Faults;
import java.util.List;
import java.util.Optional;

/** Checks of one column that contradict each other, or can never hold. */
final class ColumnChecks implements Check {
    private static final List<ColumnKind> ORDERED = List.of(ColumnKind.NUMBER, ColumnKind.INTEGER);

    @Override
    public void check(Parts parts, Faults faults) {
        boolean required = parts.get("required", Boolean.class).orElse(false);
        if (required && parts.node().get("max_missing").isPresent()) {
            faults.add(
                    parts.at("max_missing"),
                    "required allows no missing value, and max_missing some",
                    "take one of the two away");
        }
        Optional<Double> least = parts.get("at_least", Double.class);
        Optional<Double> most = parts.get("at_most", Double.class);
        if (least.isPresent() && most.isPresent() && least.get() > most.get()) {
            faults.add(parts.at("at_most"), "is less than at_least, so that no value is allowed", "exchange the two");
        }
        boolean bounded = least.isPresent() || most.isPresent();
        parts.get("type", ColumnKind.class)
                .filter(kind -> bounded && !ORDERED.contains(kind))
                .ifPresent(kind -> faults.add(
                        parts.at("type"),
                        "at_least and at_most are for numbers",
                        "take them away, or say number or integer; a rule under data.rules can compare dates"));
    }
}

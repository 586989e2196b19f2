package io.plimsoll.config;

import io.plimsoll.config.bind.Check;
import io.plimsoll.config.bind.Parts;
import io.plimsoll.config.yaml.Faults;
import io.plimsoll.config.yaml.Node;
import io.plimsoll.config.yaml.Node.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A column is one feature, not two. */
final class FeatureChecks implements Check {
    @Override
    public void check(Parts parts, Faults faults) {
        List<Node> columns = new ArrayList<>(parts.itemsAt("numeric"));
        columns.addAll(parts.itemsAt("categorical"));
        Columns.refuseTwice(columns, faults);
        refuseOrders(parts, faults);
    }

    private static void refuseOrders(Parts parts, Faults faults) {
        Optional<Mapping> encode = parts.node().mapping("encode");
        parts.node()
                .mapping("order")
                .ifPresent(all -> all.entries().forEach((column, entry) -> {
                    boolean ordinal = encode.flatMap(ways -> ways.text(column))
                            .filter("ordinal"::equals)
                            .isPresent();
                    if (!ordinal) {
                        faults.add(
                                entry.value(),
                                "an order is for columns that are encoded as ordinal",
                                "write 'encode: {" + column + ": ordinal}' as well, or leave the order out");
                    }
                }));
    }
}

package io.plimsoll.config;

import io.plimsoll.config.bind.Check;
import io.plimsoll.config.bind.Parts;
import io.plimsoll.config.yaml.Faults;
import io.plimsoll.config.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/** A column is one feature, not two. */
final class FeatureChecks implements Check {
    @Override
    public void check(Parts parts, Faults faults) {
        List<Node> columns = new ArrayList<>(parts.itemsAt("numeric"));
        columns.addAll(parts.itemsAt("categorical"));
        Columns.refuseTwice(columns, faults);
    }
}

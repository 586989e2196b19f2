package io.plimsoll.config;

import io.plimsoll.config.yaml.Faults;
import io.plimsoll.config.yaml.Node;
import io.plimsoll.config.yaml.Node.Scalar;
import io.plimsoll.config.yaml.Shown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lists of columns as they were written. */
final class Columns {
    private Columns() {}

    /** Reports every column that a list names again. */
    static void refuseTwice(List<Node> columns, Faults faults) {
        Map<String, Node> seen = new HashMap<>();
        for (Node column : columns) {
            if (column instanceof Scalar scalar) {
                Node first = seen.putIfAbsent(scalar.text(), column);
                if (first != null) {
                    String sentence = Shown.quoted(scalar.text()) + " was already listed at "
                            + first.place().text();
                    faults.add(column, sentence, "leave one of the two out");
                }
            }
        }
    }
}

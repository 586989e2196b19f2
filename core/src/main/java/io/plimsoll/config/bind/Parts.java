package io.plimsoll.config.bind;

import io.plimsoll.config.yaml.Node;
import io.plimsoll.config.yaml.Node.Mapping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of a record that is being bound: what is known of it before it can be made, and even if it cannot. */
public final class Parts {
    private final Class<?> type;
    private final Mapping node;
    private final @Nullable Parts around;
    private final Map<String, @Nullable Object> values = new HashMap<>();

    Parts(Class<?> type, Mapping node, @Nullable Parts around) {
        this.type = type;
        this.node = node;
        this.around = around;
    }

    /** The mapping that is bound. */
    public Mapping node() {
        return node;
    }

    /** What a key is bound to; empty if it is absent, faulty or not bound yet. */
    public <T> Optional<T> get(String key, Class<T> as) {
        return Optional.ofNullable(values.get(key)).filter(as::isInstance).map(as::cast);
    }

    /** Where a key's value was written; the whole mapping if the key was left out. */
    public Node at(String key) {
        return node.get(key).orElse(node);
    }

    /** The items of a list as they were written; none if the key was left out or is not a list. */
    public List<Node> itemsAt(String key) {
        return at(key) instanceof Node.Sequence list ? list.items() : List.of();
    }

    /** The nearest record of a type around this one; its later keys are not bound yet. */
    public Optional<Parts> within(Class<?> record) {
        if (around == null || around.type == record) {
            return Optional.ofNullable(around);
        }
        return around.within(record);
    }

    Class<?> type() {
        return type;
    }

    void put(String key, @Nullable Object value) {
        values.put(key, value);
    }

    Map<String, @Nullable Object> values() {
        return values;
    }
}

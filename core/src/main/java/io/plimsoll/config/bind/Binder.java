package io.plimsoll.config.bind;

import io.plimsoll.config.yaml.Faults;
import io.plimsoll.config.yaml.Node;
import io.plimsoll.config.yaml.Node.Entry;
import io.plimsoll.config.yaml.Node.Mapping;
import io.plimsoll.config.yaml.Node.Refused;
import io.plimsoll.config.yaml.Node.Scalar;
import io.plimsoll.config.yaml.Node.Sequence;
import io.plimsoll.config.yaml.Place;
import io.plimsoll.config.yaml.YamlReader;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of a located tree. Goes on after a fault, so that one walk finds them all: a part that is faulty is replaced by its default
 * or left out, and the result may only be used if the faults are empty.
 */
public final class Binder {
    private final Grammar grammar;
    private final Faults faults;
    private final KeyCheck keys;
    private final ScalarBinder scalars;

    public Binder(Grammar grammar, Faults faults) {
        this.grammar = grammar;
        this.faults = faults;
        this.keys = new KeyCheck(faults);
        this.scalars = new ScalarBinder(grammar, faults);
    }

    /** Binds a whole tree; empty, with faults, if it has no such form. */
    public <T extends Record> Optional<T> bind(Class<T> type, Node root) {
        return Optional.ofNullable(record(RecordShape.of(type), root, null)).map(type::cast);
    }

    private @Nullable Object value(Node node, Type type, Slot slot, Parts around) {
        if (node instanceof Refused) {
            return null;
        }
        if (node instanceof Scalar scalar && scalar.kind() == Node.Kind.NULL) {
            String help = slot.isRequiredInFile()
                    ? "give it one: " + slot.description()
                    : "give it one, or leave the key out";
            faults.add(node, "has no value", help);
            return null;
        }
        if (type instanceof ParameterizedType) {
            return Slot.raw(type) == List.class ? list(node, type, slot, around) : map(node, type, slot, around);
        }
        Class<?> raw = Slot.raw(type);
        if (grammar.valueType(raw).isPresent()) {
            return scalars.bind(node, raw, slot);
        }
        if (raw == Record.class) {
            return chosen(node, slot, around);
        }
        return raw.isSealed()
                ? choice(raw, node, around)
                : record(RecordShape.of(raw.asSubclass(Record.class)), node, around);
    }

    private @Nullable Object list(Node node, Type type, Slot slot, Parts around) {
        if (!(node instanceof Sequence sequence)) {
            mismatch(node, "a list", "write for example [a, b]");
            return null;
        }
        if (sequence.items().isEmpty() && slot.has(NotEmpty.class)) {
            faults.add(node, "is empty", remedy(slot, around, "give at least one entry"));
        }
        List<Object> items = new ArrayList<>();
        for (Node item : sequence.items()) {
            Object value = value(item, Slot.argument(type), slot, around);
            if (value != null) {
                items.add(value);
            }
        }
        return items;
    }

    private @Nullable Object map(Node node, Type type, Slot slot, Parts around) {
        if (!(node instanceof Mapping mapping)) {
            mismatch(node, "a mapping of names to values", "write for example {name: value}");
            return null;
        }
        if (mapping.entries().isEmpty() && slot.has(NotEmpty.class)) {
            faults.add(node, "is empty", remedy(slot, around, "give at least one entry"));
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, Entry> entry : mapping.entries().entrySet()) {
            Node item = entry.getValue().value();
            scalars.checkName(entry.getKey(), item.path(), entry.getValue().key(), slot);
            Object value = value(item, Slot.argument(type), slot, around);
            if (value != null) {
                values.put(entry.getKey(), value);
            }
        }
        return values;
    }

    private @Nullable Object chosen(Node node, Slot slot, Parts around) {
        String key = slot.annotation(ChosenBy.class).map(ChosenBy::value).orElseThrow();
        Optional<String> word = around.get(key, String.class);
        if (word.isEmpty()) {
            return null;
        }
        Class<? extends Record> type = grammar.choices().get(word.get());
        if (type == null) {
            Set<String> words = grammar.choices().keySet();
            String sentence = scalars.shown(around.at(key)) + " is not a " + key + NearMatch.hint(word.get(), words);
            faults.add(around.at(key), sentence, "one of: " + String.join(", ", words));
            return null;
        }
        return record(RecordShape.of(type), node, around);
    }

    private @Nullable Object choice(Class<?> sealed, Node node, Parts around) {
        List<RecordShape> kinds = RecordShape.kindsOf(sealed);
        if (!(node instanceof Mapping mapping)) {
            mismatch(
                    node,
                    "a mapping of keys",
                    "write for example {" + kinds.get(0).tellingKey() + ": …}");
            return null;
        }
        List<RecordShape> meant = meant(kinds, mapping);
        if (meant.size() == 1) {
            return record(meant.get(0), node, around);
        }
        keys.tellOneKind(mapping, kinds, meant);
        return null;
    }

    /** The kinds whose telling key is there; a kind that knows the others' telling keys as keys of its own goes before them. */
    private static List<RecordShape> meant(List<RecordShape> kinds, Mapping mapping) {
        List<RecordShape> told =
                kinds.stream().filter(kind -> mapping.has(kind.tellingKey())).toList();
        return told.stream()
                .filter(kind -> told.stream().allMatch(other -> kind.keys().contains(other.tellingKey())))
                .findFirst()
                .map(List::of)
                .orElse(told);
    }

    private @Nullable Record record(RecordShape shape, Node node, @Nullable Parts around) {
        if (!(node instanceof Mapping) && shape.shorthand().isPresent()) {
            Map<String, Entry> entries = Map.of(shape.shorthand().get(), new Entry(node.place(), node));
            return record(shape, new Mapping(node.path(), node.place(), node.place(), entries), around);
        }
        if (!(node instanceof Mapping mapping)) {
            mismatch(node, "a mapping of keys", "keys here: " + String.join(", ", shape.keys()));
            return null;
        }
        Parts parts = new Parts(shape.type(), mapping, around);
        Set<String> excused = keys.unknownKeys(mapping, shape.keys());
        shape.slots().forEach(slot -> parts.put(slot.key(), part(slot, parts, excused)));
        Check check = grammar.checks().get(shape.type());
        if (check != null) {
            check.check(parts, faults);
        }
        return construct(shape, parts);
    }

    private @Nullable Object part(Slot slot, Parts parts, Set<String> excused) {
        Optional<Node> written = parts.node().get(slot.key());
        Object value =
                written.map(node -> value(node, slot.type(), slot, parts)).orElse(null);
        if (value != null) {
            return value;
        }
        if (slot.defaultText().isPresent()) {
            Binder binder = written.isEmpty() ? this : new Binder(grammar, new Faults());
            return binder.value(defaultOf(slot, parts.node()), slot.type(), slot, parts);
        }
        if (written.isEmpty() && slot.isRequired() && !excused.contains(slot.key())) {
            keys.missing(slot, parts.node(), remedy(slot, parts, "add '" + slot.key() + ": …'"));
        }
        return null;
    }

    private String remedy(Slot slot, Parts parts, String usual) {
        return Optional.ofNullable(grammar.checks().get(parts.type()))
                .flatMap(check -> check.remedy(slot.key(), parts))
                .orElse(usual + ": " + slot.description());
    }

    private Node defaultOf(Slot slot, Mapping mapping) {
        Place place = mapping.key();
        String path = mapping.path().isEmpty() ? slot.key() : mapping.path() + "." + slot.key();
        return new YamlReader(faults).value(slot.defaultText().orElseThrow(), path, place);
    }

    private @Nullable Record construct(RecordShape shape, Parts parts) {
        boolean whole = shape.slots().stream()
                .allMatch(slot -> slot.isNullable() || parts.values().get(slot.key()) != null);
        if (!whole) {
            return null;
        }
        try {
            return shape.construct(parts.values());
        } catch (IllegalArgumentException e) {
            faults.add(parts.node(), String.valueOf(e.getMessage()), "keys here: " + String.join(", ", shape.keys()));
            return null;
        }
    }

    private void mismatch(Node node, String needed, String help) {
        faults.add(node, "needs " + needed + ", not " + node.kindName(), help);
    }
}

package io.plimsoll.config.yaml;

import io.plimsoll.config.yaml.Node.Entry;
import io.plimsoll.config.yaml.Node.Kind;
import io.plimsoll.config.yaml.Node.Mapping;
import io.plimsoll.config.yaml.Node.Refused;
import io.plimsoll.config.yaml.Node.Scalar;
import io.plimsoll.config.yaml.Node.Sequence;
import io.plimsoll.config.yaml.Node.Style;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.common.SpecVersion;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Makes a tree of the parser's events. Events, not the library's own composer: the parser keeps its stack on the heap and stops as soon as
 * we stop asking, so that no nesting, whether of brackets or of dashes, gets deeper than the limit.
 */
final class TreeBuilder {
    private static final int DEEPEST = 50;
    private static final String PLAIN_KEYS = "write keys as plain words";

    private final SourceText source;
    private final Function<Mark, Place> places;
    private final Faults faults;

    TreeBuilder(SourceText source, Function<Mark, Place> places, Faults faults) {
        this.source = source;
        this.places = places;
        this.faults = faults;
    }

    Place place(Mark mark) {
        return places.apply(mark);
    }

    boolean isIndentedByTab(Mark mark) {
        return source.isIndentedByTab(mark.getLine(), mark.getColumn());
    }

    PlimsollException tab(Place place) {
        String what = "a tab indents this line";
        return PlimsollException.of(ErrorCode.CONFIG_SYNTAX, what, place.text(), "indent with spaces");
    }

    /** The one document of the events, at a path; empty if it says nothing. */
    Optional<Node> document(Iterator<Event> events, String path, Place start) {
        events.next();
        Event first = events.next();
        if (!(first instanceof DocumentStartEvent document)) {
            return Optional.empty();
        }
        if (document.getSpecVersion().filter(TreeBuilder::isOld).isPresent()) {
            throw syntax("this is not YAML 1.2", start, "leave out the line that begins with %YAML");
        }
        Node root = node(events.next(), path, start, 0, events);
        events.next();
        Event next = events.next();
        if (next instanceof DocumentStartEvent) {
            Place place = next.getStartMark().map(places).orElse(start);
            throw syntax("a second document begins here", place, "keep one document a file: leave out the line '---'");
        }
        return root instanceof Scalar scalar && scalar.kind() == Kind.NULL ? Optional.empty() : Optional.of(root);
    }

    private Node node(Event event, String path, Place key, int depth, Iterator<Event> events) {
        Place place = checked(event, key);
        if (depth > DEEPEST) {
            throw syntax("nested deeper than " + DEEPEST + " levels", place, "a config file needs no more than eight");
        }
        if (event instanceof MappingStartEvent) {
            Mapping mapping = mapping(path, place, key, depth, events);
            return refused((NodeEvent) event, path, place).orElse(mapping);
        }
        if (event instanceof CollectionStartEvent collection) {
            Sequence sequence = sequence(path, place, depth, events);
            return refused(collection, path, place).orElse(sequence);
        }
        if (event instanceof ScalarEvent scalar) {
            return refused(scalar, path, place).orElseGet(() -> scalar(scalar, path, place));
        }
        return refused((NodeEvent) event, path, place).orElseThrow();
    }

    private Mapping mapping(String path, Place place, Place key, int depth, Iterator<Event> events) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Event event = events.next(); !(event instanceof CollectionEndEvent); event = events.next()) {
            Place at = checked(event, place);
            Optional<String> name = key(event, at, path, depth, events);
            String below = name.map(text -> child(path, text)).orElse(path);
            Node value = node(events.next(), below, at, depth + 1, events);
            if (name.isPresent() && entries.containsKey(name.get())) {
                Place before = entries.get(name.get()).key();
                faults.add(below, at, "the key was already given at " + before.text(), "leave one of the two out");
            } else {
                name.ifPresent(text -> entries.put(text, new Entry(at, value)));
            }
        }
        return new Mapping(path, place, key, entries);
    }

    private Sequence sequence(String path, Place place, int depth, Iterator<Event> events) {
        List<Node> items = new ArrayList<>();
        for (Event event = events.next(); !(event instanceof CollectionEndEvent); event = events.next()) {
            String below = path + "[" + items.size() + "]";
            items.add(node(event, below, checked(event, place), depth + 1, events));
        }
        return new Sequence(path, place, items);
    }

    private Optional<String> key(Event event, Place place, String path, int depth, Iterator<Event> events) {
        Node key = node(event, path, place, depth + 1, events);
        if (key instanceof Scalar scalar) {
            if (scalar.kind() != Kind.NULL && !scalar.text().isBlank()) {
                return Optional.of(scalar.text());
            }
            faults.add(path, place, "a key is empty", PLAIN_KEYS);
        } else if (!(key instanceof Refused)) {
            faults.add(path, place, "a key is " + key.kindName() + ", not a word", PLAIN_KEYS);
        }
        return Optional.empty();
    }

    private Node scalar(ScalarEvent event, String path, Place place) {
        String text = event.getValue();
        Style style = event.isPlain() ? Style.PLAIN : Style.QUOTED;
        Kind kind = style == Style.PLAIN ? CoreSchema.kind(text) : Kind.TEXT;
        Scalar scalar = new Scalar(path, place, text, kind, style);
        if (scalar.kind() == Kind.DECIMAL && text.codePoints().noneMatch(Character::isDigit)) {
            faults.add(scalar, Shown.quoted(text) + " is not a number to reckon with", "give a finite number");
            return new Refused(path, place);
        }
        return scalar;
    }

    /** Anchors, aliases and tags: each makes a file mean something else than it seems to say. */
    private Optional<Node> refused(NodeEvent event, String path, Place place) {
        if (event instanceof AliasEvent) {
            faults.add(path, place, "aliases (*) are not allowed", "write the value out");
        } else if (event.getAnchor().isPresent()) {
            faults.add(path, place, "anchors (&) are not allowed", "leave the anchor out");
        } else if (tag(event).isPresent()) {
            faults.add(
                    path,
                    place,
                    "tags (!) are not allowed",
                    "leave the tag out; put text in quotes if it looks like a number");
        } else {
            return Optional.empty();
        }
        return Optional.of(new Refused(path, place));
    }

    private static Optional<String> tag(NodeEvent event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        return event instanceof CollectionStartEvent collection ? collection.getTag() : Optional.empty();
    }

    private Place checked(Event event, Place otherwise) {
        Place place = event.getStartMark().map(places).orElse(otherwise);
        if (event.getStartMark().filter(this::isIndentedByTab).isPresent()) {
            throw tab(place);
        }
        return place;
    }

    private static boolean isOld(SpecVersion version) {
        return version.getMajor() != 1 || version.getMinor() != 2;
    }

    private static String child(String path, String key) {
        return path.isEmpty() ? Shown.key(key) : path + "." + Shown.key(key);
    }

    private static PlimsollException syntax(String sentence, Place place, String help) {
        return PlimsollException.of(ErrorCode.CONFIG_SYNTAX, sentence, place.text(), help);
    }
}

package io.plimsoll.config.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A part of a file: what it says, where it was written, and the keys that lead to it. */
public sealed interface Node {
    /** The keys that lead here as the file has them: {@code models.ENROLLMENT.metric}; empty for the whole file. */
    String path();

    Place place();

    /** What it is, for people: {@code a list}. */
    String kindName();

    /**
     * Keys with their values, in the order of the file.
     *
     * @param key where the key stands whose value this is; the place itself where it has none
     */
    record Mapping(String path, Place place, Place key, Map<String, Entry> entries) implements Node {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        /** A key and its value. */
        public Optional<Entry> entry(String name) {
            return Optional.ofNullable(entries.get(name));
        }

        /** The value of a key. */
        public Optional<Node> get(String name) {
            return entry(name).map(Entry::value);
        }

        /** The value of a key, if it is a mapping itself. */
        public Optional<Mapping> mapping(String name) {
            return get(name).filter(Mapping.class::isInstance).map(Mapping.class::cast);
        }

        /** The text of a key's value, if it is a scalar. */
        public Optional<String> text(String name) {
            return get(name)
                    .filter(Scalar.class::isInstance)
                    .map(Scalar.class::cast)
                    .map(Scalar::text);
        }

        public boolean has(String name) {
            return entries.containsKey(name);
        }

        /** A copy in which the key has this value; a new key comes last. */
        public Mapping with(String name, Entry entry) {
            Map<String, Entry> changed = new LinkedHashMap<>(entries);
            changed.put(name, entry);
            return new Mapping(path, place, key, changed);
        }

        /** A copy in which the key has this value, written where the value says. */
        public Mapping with(String name, Node value) {
            return with(name, new Entry(value.place(), value));
        }

        /** A copy without the key. */
        public Mapping without(String name) {
            Map<String, Entry> changed = new LinkedHashMap<>(entries);
            changed.remove(name);
            return new Mapping(path, place, key, changed);
        }

        /**
         * A copy in which {@code over} wins, key by key and mapping by mapping; every part keeps the place and the path where it was
         * written.
         */
        public Mapping overlaidBy(Mapping over) {
            Map<String, Entry> merged = new LinkedHashMap<>(entries);
            over.entries.forEach((name, change) -> merged.merge(name, change, Entry::overlaidBy));
            return new Mapping(path, place, key, merged);
        }

        @Override
        public String kindName() {
            return "a mapping";
        }
    }

    /** A key's place and its value. */
    record Entry(Place key, Node value) {
        private Entry overlaidBy(Entry over) {
            if (value instanceof Mapping below && over.value instanceof Mapping above) {
                return new Entry(key, below.overlaidBy(above));
            }
            return over;
        }
    }

    /** Items in the order of the file. */
    record Sequence(String path, Place place, List<Node> items) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kindName() {
            return "a list";
        }
    }

    /** One value, as YAML 1.2's core schema reads it. */
    record Scalar(String path, Place place, String text, Kind kind, Style style) implements Node {
        @Override
        public String kindName() {
            return kind.shown;
        }

        /** A copy with text that was put in from the environment. */
        public Scalar filledWith(String filled) {
            Kind filledKind = style == Style.PLAIN ? CoreSchema.kind(filled) : kind;
            return new Scalar(path, place, filled, filledKind, Style.ENVIRONMENT);
        }

        /** The value in quotes for a message; never what came from the environment, which may be a secret. */
        public String shown() {
            return style == Style.ENVIRONMENT ? "the value of the environment variable" : Shown.quoted(text);
        }
    }

    /** A part that was already found faulty; nothing more is said about it. */
    record Refused(String path, Place place) implements Node {
        @Override
        public String kindName() {
            return "nothing";
        }
    }

    /** The type of a scalar. */
    enum Kind {
        NULL("nothing"),
        BOOLEAN("true or false"),
        INTEGER("a whole number"),
        DECIMAL("a number with decimals"),
        TEXT("text");

        private final String shown;

        Kind(String shown) {
            this.shown = shown;
        }
    }

    /** How a scalar came to be. */
    enum Style {
        PLAIN,
        QUOTED,
        /** With text that was put in from the environment. */
        ENVIRONMENT
    }
}

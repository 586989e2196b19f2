package io.plimsoll.config;

import io.plimsoll.config.bind.NearMatch;
import io.plimsoll.config.yaml.Faults;
import io.plimsoll.config.yaml.Node;
import io.plimsoll.config.yaml.Node.Entry;
import io.plimsoll.config.yaml.Node.Kind;
import io.plimsoll.config.yaml.Node.Mapping;
import io.plimsoll.config.yaml.Node.Scalar;
import io.plimsoll.config.yaml.Node.Style;
import io.plimsoll.config.yaml.Place;
import io.plimsoll.config.yaml.Shown;
import io.plimsoll.config.yaml.YamlReader;
import io.plimsoll.fault.ErrorCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Writes a command line's overrides into the tree of an indication, where they are checked like everything else. */
final class OverrideTree {
    private final Faults faults;

    OverrideTree(Faults faults) {
        this.faults = faults;
    }

    Mapping apply(Overrides overrides, Mapping file) {
        Mapping changed = file;
        for (Map.Entry<String, String> setting : overrides.settings().entrySet()) {
            changed = withSetting(changed, setting.getKey(), setting.getValue());
        }
        for (Map.Entry<String, String> path : overrides.paths().entrySet()) {
            changed = withPath(changed, path.getKey(), path.getValue());
        }
        return changed;
    }

    private Mapping withSetting(Mapping file, String dotted, String text) {
        Place place = Place.of(Overrides.SET + " " + dotted);
        List<String> keys = keys(file, dotted);
        if (keys.stream().anyMatch(String::isBlank)) {
            faults.add(
                    ErrorCode.USAGE,
                    dotted,
                    place,
                    "is not a dotted key",
                    "write for example models.NAME.settings.trees=300");
            return file;
        }
        Set<String> types =
                file.mapping("models").map(models -> models.entries().keySet()).orElse(Set.of());
        if (keys.size() > 1 && keys.get(0).equals("models") && !types.contains(keys.get(1))) {
            String sentence = Shown.quoted(keys.get(1)) + " is not a model type" + NearMatch.hint(keys.get(1), types);
            faults.add("models", place, sentence, "one of: " + String.join(", ", types));
            return file;
        }
        Node value = new YamlReader(faults).value(text, dotted, place);
        Optional<String> guarded = ProtectedKeys.within(keys, value);
        if (guarded.isPresent()) {
            String help = "change it in the file, where the change can be seen and reviewed";
            faults.add(ErrorCode.PROTECTED_SETTING, guarded.get(), place, "cannot be changed by --set", help);
            return file;
        }
        return assigned(file, keys, value, place);
    }

    /** The parts of a dotted key; a model type may have dots of its own. */
    private static List<String> keys(Mapping file, String dotted) {
        List<String> keys = new ArrayList<>();
        String rest = dotted;
        if (dotted.startsWith("models.")) {
            String below = dotted.substring("models.".length());
            Stream<String> types =
                    file.mapping("models").stream().flatMap(models -> models.entries().keySet().stream());
            Optional<String> type = types.filter(name -> below.equals(name) || below.startsWith(name + "."))
                    .max(Comparator.comparingInt(String::length));
            if (type.isPresent()) {
                keys.add("models");
                keys.add(type.get());
                if (below.equals(type.get())) {
                    return keys;
                }
                rest = below.substring(type.get().length() + 1);
            }
        }
        keys.addAll(List.of(rest.split("\\.", -1)));
        return keys;
    }

    private Mapping withPath(Mapping file, String name, String path) {
        Place place = Place.of(Overrides.DATA + " " + name);
        Set<String> known = new LinkedHashSet<>(sources(file));
        Mapping changed = file;
        if (sources(file).contains(name)) {
            List<String> keys = List.of("data", "sources", name);
            changed = assigned(withoutDatabase(changed, keys), keys, source(name, path, place), place);
        }
        Optional<Mapping> models = file.mapping("models");
        for (String type : models.map(all -> all.entries().keySet()).orElse(Set.of())) {
            Set<String> own = models.flatMap(all -> all.mapping(type))
                    .map(OverrideTree::sources)
                    .orElse(Set.of());
            known.addAll(own);
            if (own.contains(name)) {
                List<String> keys = List.of("models", type, "data", "sources", name);
                changed = assigned(withoutDatabase(changed, keys), keys, source(name, path, place), place);
            }
        }
        if (!known.contains(name)) {
            String sentence = Shown.quoted(name) + " is not a source" + NearMatch.hint(name, known);
            faults.add("data.sources", place, sentence, "one of: " + String.join(", ", known));
        }
        return changed;
    }

    /** The tree with a source to which a file may be given: it no longer says which rows of a database it was. */
    private static Mapping withoutDatabase(Mapping around, List<String> keys) {
        if (keys.isEmpty()) {
            return around.without("database").without("table").without("query");
        }
        Entry entry = around.entries().get(keys.get(0));
        return entry != null && entry.value() instanceof Mapping below
                ? around.with(keys.get(0), new Entry(entry.key(), withoutDatabase(below, keys.subList(1, keys.size()))))
                : around;
    }

    private static Set<String> sources(Mapping around) {
        return around.mapping("data")
                .flatMap(data -> data.mapping("sources"))
                .map(sources -> sources.entries().keySet())
                .orElse(Set.of());
    }

    private static Mapping source(String name, String path, Place place) {
        String at = "data.sources." + name;
        Scalar text = new Scalar(at + ".path", place, path, Kind.TEXT, Style.QUOTED);
        return new Mapping(at, place, place, Map.of("path", new Entry(place, text)));
    }

    /** A tree in which the keys lead to the value; mappings are overlaid, everything else is replaced. */
    private static Mapping assigned(Mapping root, List<String> keys, Node value, Place place) {
        Node leaf = value;
        for (int depth = keys.size(); depth > 0; depth--) {
            String path = String.join(".", keys.subList(0, depth - 1));
            Map<String, Entry> entry = new LinkedHashMap<>(Map.of(keys.get(depth - 1), new Entry(place, leaf)));
            leaf = new Mapping(path, place, place, entry);
        }
        return root.overlaidBy((Mapping) leaf);
    }
}

package io.plimsoll.config;

import io.plimsoll.config.yaml.Faults;
import io.plimsoll.config.yaml.Node;
import io.plimsoll.config.yaml.Node.Entry;
import io.plimsoll.config.yaml.Node.Kind;
import io.plimsoll.config.yaml.Node.Mapping;
import io.plimsoll.config.yaml.Node.Refused;
import io.plimsoll.config.yaml.Node.Scalar;
import io.plimsoll.config.yaml.Node.Style;
import io.plimsoll.config.yaml.YamlReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Gives every model type its whole data, split and features: the file's own, overlaid key by key by what the model type says, and with the
 * defaults that follow from other keys. Every part keeps the place where it was written.
 */
final class Inheritance {
    static final String SPLIT = "{holdout: 20%}";
    static final String FEATURES = "{}";
    private static final List<String> KINDS_OF_SPLIT = List.of("column", "folds", "from", "holdout");
    private static final Map<String, Set<String>> KEYS_OF_SPLIT = Map.of(
            "column", Set.of("column", "holdout", "min_groups"),
            "folds", Set.of("folds", "salt", "min_groups"),
            "from", Set.of("from", "on", "gap", "min_groups"),
            "holdout", Set.of("holdout", "salt", "min_groups"));
    private static final List<String> SECTIONS = List.of("data", "split", "features");

    private final Faults faults;

    Inheritance(Faults faults) {
        this.faults = faults;
    }

    Mapping resolve(Mapping file) {
        Mapping common = withDefault(withDefault(file, "split", SPLIT), "features", FEATURES);
        Mapping resolved = withDefaultModel(common);
        Optional<Mapping> models = common.mapping("models");
        if (models.isPresent()) {
            resolved = resolved.with("models", new Entry(models.get().key(), models(models.get(), common)));
        }
        Optional<Mapping> data = common.mapping("data");
        return data.isPresent()
                ? resolved.with("data", new Entry(data.get().key(), withDataDefaults(data.get())))
                : resolved;
    }

    private Mapping withDefault(Mapping file, String section, String text) {
        if (file.has(section)) {
            return file;
        }
        return file.with(section, new YamlReader(faults).value(text, section, file.place()));
    }

    private static Mapping models(Mapping models, Mapping common) {
        Map<String, Entry> resolved = new LinkedHashMap<>(models.entries());
        String indication = common.text("indication").orElse("");
        resolved.replaceAll((type, entry) -> entry.value() instanceof Mapping own
                ? new Entry(entry.key(), model(own, common, IndicationConfig.registeredName(indication, type)))
                : entry);
        return new Mapping(models.path(), models.place(), models.key(), resolved);
    }

    private static Mapping model(Mapping own, Mapping common, String registeredName) {
        Mapping model = own;
        for (String section : SECTIONS) {
            Node whole = overlaid(common.get(section), own.get(section), own);
            if (whole instanceof Mapping mapping && section.equals("data")) {
                whole = withDataDefaults(mapping);
            }
            if (whole instanceof Mapping mapping && section.equals("split") && isSalted(mapping)) {
                whole = withText(mapping, "salt", registeredName);
            }
            model = model.with(section, whole);
        }
        boolean classifies = own.text("task").filter("classification"::equals).isPresent();
        return classifies && !own.has("threshold") ? model.with("threshold", threshold(own)) : model;
    }

    private static boolean isSalted(Mapping split) {
        return !split.has("column") && !split.has("from");
    }

    private static Node overlaid(Optional<Node> common, Optional<Node> own, Mapping model) {
        Node below = common.orElseGet(() -> new Refused(model.path(), model.place()));
        Node above = own.orElse(below);
        if (below instanceof Mapping base && above instanceof Mapping over && own.isPresent()) {
            Mapping whole = withoutOtherKind(base, over).overlaidBy(over);
            boolean choosesKind = KINDS_OF_SPLIT.stream().anyMatch(over::has);
            // what is wrong with a kind is wrong where it was chosen
            return choosesKind ? new Mapping(over.path(), over.place(), over.key(), whole.entries()) : whole;
        }
        return above;
    }

    /** Of a split, what speaks of another kind than the one that a model type chooses. */
    private static Mapping withoutOtherKind(Mapping base, Mapping over) {
        Optional<String> chosen = KINDS_OF_SPLIT.stream().filter(over::has).findFirst();
        if (chosen.isEmpty()) {
            return base;
        }
        Set<String> own = Objects.requireNonNull(KEYS_OF_SPLIT.get(chosen.get()));
        Mapping rest = base;
        for (String key : base.entries().keySet()) {
            rest = own.contains(key) ? rest : rest.without(key);
        }
        return rest;
    }

    private static Mapping withDataDefaults(Mapping data) {
        Mapping complete = data;
        Optional<Mapping> sources =
                data.mapping("sources").filter(some -> !some.entries().isEmpty());
        if (sources.isEmpty()) {
            complete = withNothing(complete, "query");
        } else if (sources.get().entries().size() == 1) {
            String only = sources.get().entries().keySet().iterator().next();
            complete = withText(complete, "query", "SELECT * FROM " + only);
        }
        Optional<String> key = data.text("key");
        return key.isPresent() ? withText(complete, "group", key.get()) : withNothing(complete, "group");
    }

    private static Mapping withDefaultModel(Mapping file) {
        Optional<Mapping> models =
                file.mapping("models").filter(some -> !some.entries().isEmpty());
        if (models.isEmpty()) {
            return withNothing(file, "default_model");
        }
        Set<String> types = models.get().entries().keySet();
        return types.size() == 1
                ? withText(file, "default_model", types.iterator().next())
                : file;
    }

    /** Where a default follows from a key that is missing or faulty, only that key is reported. */
    private static Mapping withNothing(Mapping mapping, String key) {
        return mapping.has(key) ? mapping : mapping.with(key, new Refused(mapping.path(), mapping.key()));
    }

    private static Mapping withText(Mapping mapping, String key, String text) {
        if (mapping.has(key)) {
            return mapping;
        }
        String path = mapping.path().isEmpty() ? key : mapping.path() + "." + key;
        return mapping.with(key, new Scalar(path, mapping.key(), text, Kind.TEXT, Style.QUOTED));
    }

    private static Node threshold(Mapping model) {
        return new Scalar(model.path() + ".threshold", model.key(), "0.5", Kind.DECIMAL, Style.PLAIN);
    }
}

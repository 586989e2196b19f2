package io.plimsoll.config;

import io.plimsoll.config.bind.NearMatch;
import io.plimsoll.config.yaml.Faults;
import io.plimsoll.config.yaml.Node;
import io.plimsoll.config.yaml.Node.Mapping;
import io.plimsoll.config.yaml.Node.Scalar;
import io.plimsoll.config.yaml.Node.Sequence;
import io.plimsoll.config.yaml.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Columns whose treatment is told, under {@code features.encode} and {@code features.rescale}, and which no model type has as a feature. A column may be
 * a feature of one model type only.
 */
final class TreatedColumns {
    private final List<Mapping> features = new ArrayList<>();

    TreatedColumns(Mapping root) {
        root.mapping("features").ifPresent(features::add);
        root.mapping("models")
                .ifPresent(models -> models.entries()
                        .keySet()
                        .forEach(type -> models.mapping(type)
                                .flatMap(model -> model.mapping("features"))
                                .ifPresent(features::add)));
    }

    void refuseUnused(Faults faults) {
        refuseUnused("encode", "categorical", faults);
        refuseUnused("rescale", "numeric", faults);
    }

    private void refuseUnused(String key, String kind, Faults faults) {
        Set<String> used = new HashSet<>();
        features.forEach(some -> used.addAll(columns(some, kind)));
        Set<Place> told = new HashSet<>();
        for (Mapping some : features) {
            some.mapping(key)
                    .ifPresent(all -> all.entries().forEach((column, entry) -> {
                        if (!used.contains(column) && told.add(entry.key())) {
                            faults.add(
                                    entry.value().path(),
                                    entry.key(),
                                    "is not one of features." + kind + NearMatch.hint(column, used),
                                    "list the column there, or leave it out here");
                        }
                    }));
        }
    }

    private static List<String> columns(Mapping some, String kind) {
        Optional<Node> list = some.get(kind);
        return list.isPresent() && list.get() instanceof Sequence sequence
                ? sequence.items().stream()
                        .filter(Scalar.class::isInstance)
                        .map(item -> ((Scalar) item).text())
                        .toList()
                : List.of();
    }
}

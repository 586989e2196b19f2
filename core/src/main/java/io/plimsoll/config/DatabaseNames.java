package io.plimsoll.config;

import io.plimsoll.config.bind.NearMatch;
import io.plimsoll.config.yaml.Faults;
import io.plimsoll.config.yaml.Node.Mapping;
import io.plimsoll.config.yaml.Node.Scalar;
import io.plimsoll.config.yaml.Shown;
import java.util.Set;

/** The databases that {@code plimsoll.yml} names, against which those of sources are held. */
record DatabaseNames(Set<String> known) {
    DatabaseNames {
        known = Set.copyOf(known);
    }

    /** @param indication as it is written */
    void check(Mapping indication, Faults faults) {
        checkData(indication, faults);
        indication
                .mapping("models")
                .ifPresent(models -> models.entries()
                        .keySet()
                        .forEach(type -> models.mapping(type).ifPresent(model -> checkData(model, faults))));
    }

    private void checkData(Mapping around, Faults faults) {
        around.mapping("data")
                .flatMap(data -> data.mapping("sources"))
                .ifPresent(sources -> sources.entries()
                        .keySet()
                        .forEach(name -> sources.mapping(name)
                                .flatMap(source -> source.get("database"))
                                .filter(Scalar.class::isInstance)
                                .map(Scalar.class::cast)
                                .filter(database -> !known.contains(database.text()))
                                .ifPresent(database -> faults.add(
                                        database,
                                        Shown.quoted(database.text()) + " is not a database of plimsoll.yml"
                                                + NearMatch.hint(database.text(), known),
                                        known.isEmpty()
                                                ? "add it there under 'databases'"
                                                : "one of: "
                                                        + String.join(
                                                                ", ",
                                                                known.stream()
                                                                        .sorted()
                                                                        .toList())))));
    }
}

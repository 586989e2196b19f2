package io.plimsoll.config;

import io.plimsoll.config.bind.NearMatch;
import io.plimsoll.config.yaml.Faults;
import io.plimsoll.config.yaml.Node;
import io.plimsoll.config.yaml.Node.Mapping;
import io.plimsoll.config.yaml.Node.Scalar;
import io.plimsoll.config.yaml.Node.Style;
import java.util.Set;

/** The databases that {@code plimsoll.yml} names, against which those of sources and of the workspace are held. */
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
                                .ifPresent(database -> checkName(database, faults))));
    }

    /** @param database where one is named; one that the environment is still to say is passed over */
    void checkName(Node database, Faults faults) {
        boolean isOpen = database instanceof Scalar name && name.text().contains("${");
        if (!isOpen && database instanceof Scalar name && !known.contains(name.text())) {
            faults.add(
                    name,
                    name.shown() + " is not a database of plimsoll.yml" + hint(name),
                    known.isEmpty()
                            ? "add it there under 'databases'"
                            : "one of: "
                                    + String.join(", ", known.stream().sorted().toList()));
        }
    }

    /** None for what came from the environment, of which nothing is told. */
    private String hint(Scalar name) {
        return name.style() == Style.ENVIRONMENT ? "" : NearMatch.hint(name.text(), known);
    }
}

package io.plimsoll.config;

import io.plimsoll.config.yaml.Faults;
import io.plimsoll.config.yaml.Node;
import io.plimsoll.config.yaml.Node.Entry;
import io.plimsoll.config.yaml.Node.Mapping;
import io.plimsoll.config.yaml.Node.Refused;
import io.plimsoll.config.yaml.Node.Scalar;
import io.plimsoll.config.yaml.Node.Sequence;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ${NAME}} and {@code ${NAME:-default}} in the values of a tree. */
final class Substitution {
    private static final String BEGIN = "${";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?\\}");

    private static final Pattern SECRET = Pattern.compile("(profiles\\..+\\.)?databases\\.[^.]+\\.password");

    private final Faults faults;

    Substitution(Faults faults) {
        this.faults = faults;
    }

    /** The tree with every variable replaced; one that is unset or empty, without a default, is a fault. */
    Mapping filled(Mapping tree, Map<String, String> environment) {
        return mapped(tree, scalar -> filled(scalar, environment));
    }

    /** The tree without the values that hang on the environment, for checks that must not need it. */
    Mapping leftOpen(Mapping tree) {
        return mapped(tree, scalar -> new Refused(scalar.path(), scalar.place()));
    }

    /** Reports every variable: files that describe a model mean the same for everybody. */
    void refuse(Mapping tree) {
        String help = "write the value itself; machines and secrets belong in plimsoll.yml";
        mapped(tree, scalar -> {
            faults.add(scalar, "${…} is allowed in plimsoll.yml only", help);
            return scalar;
        });
    }

    private Node filled(Scalar scalar, Map<String, String> environment) {
        Matcher matcher = VARIABLE.matcher(scalar.text());
        String fixed = matcher.replaceAll("");
        if (fixed.contains(BEGIN)) {
            faults.add(scalar, "a variable is not of the form ${NAME} or ${NAME:-default}", "mend or remove '${'");
            return new Refused(scalar.path(), scalar.place());
        }
        Optional<String> unset = matcher.reset()
                .results()
                .filter(variable -> value(variable, environment).isEmpty())
                .map(variable -> variable.group(1))
                .findFirst();
        if (unset.isPresent()) {
            String help = "set it, or write ${" + unset.get() + ":-default}";
            faults.add(scalar, "the environment variable " + unset.get() + " is not set", help);
            return new Refused(scalar.path(), scalar.place());
        }
        return scalar.filledWith(matcher.reset()
                .replaceAll(variable ->
                        Matcher.quoteReplacement(value(variable, environment).orElse(""))));
    }

    private static Optional<String> value(MatchResult variable, Map<String, String> environment) {
        String set = environment.getOrDefault(variable.group(1), "");
        return set.isEmpty() ? Optional.ofNullable(variable.group(2)) : Optional.of(set);
    }

    private static Mapping mapped(Mapping tree, Function<Scalar, Node> change) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        tree.entries().forEach((key, entry) -> entries.put(key, new Entry(entry.key(), node(entry.value(), change))));
        return new Mapping(tree.path(), tree.place(), tree.key(), entries);
    }

    private static Node node(Node node, Function<Scalar, Node> change) {
        if (node instanceof Mapping mapping) {
            return mapped(mapping, change);
        }
        if (node instanceof Sequence list) {
            return new Sequence(
                    list.path(),
                    list.place(),
                    list.items().stream().map(item -> node(item, change)).toList());
        }
        return node instanceof Scalar scalar && scalar.text().contains(BEGIN) && !isSecret(scalar)
                ? change.apply(scalar)
                : node;
    }

    /** A secret stays the name of its variable until it is needed. */
    private static boolean isSecret(Scalar scalar) {
        return SECRET.matcher(scalar.path()).matches() && Secret.isNamedBy(scalar.text());
    }
}

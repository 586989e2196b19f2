package io.plimsoll.config;

import io.plimsoll.config.yaml.Faults;
import io.plimsoll.config.yaml.Node;
import io.plimsoll.config.yaml.Node.Entry;
import io.plimsoll.config.yaml.Node.Mapping;
import io.plimsoll.config.yaml.Place;
import io.plimsoll.config.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What no command line and no parameter may change, because it decides what a model must prove, and against what. */
public final class ProtectedKeys {
    private static final Set<String> SECTIONS =
            Set.of("guardrail", "split", "target", "train_where", "task", "metric", "threshold", "weight", "promotion");
    private static final Set<String> OF_DATA = Set.of("key", "group", "query");

    private ProtectedKeys() {}

    /**
     * The first protected key that a setting of one model type, or of all that model types have in common, would touch.
     *
     * @param dotted as {@code --set} takes it
     * @param yaml the value
     * @throws io.plimsoll.fault.PlimsollException with {@code CONFIG_SYNTAX} if the value is not YAML
     */
    public static Optional<String> touchedBy(String modelType, String dotted, String yaml) {
        List<String> keys = new ArrayList<>();
        String below = "models." + modelType;
        String rest = dotted;
        if (dotted.equals(below) || dotted.startsWith(below + ".")) {
            keys.addAll(List.of("models", modelType));
            rest = dotted.equals(below) ? "" : dotted.substring(below.length() + 1);
        }
        keys.addAll(rest.isEmpty() ? List.of() : List.of(rest.split("\\.", -1)));
        return within(keys, new YamlReader(new Faults()).value(yaml, dotted, Place.of(Overrides.SET + " " + dotted)));
    }

    /** The first protected key that assigning the value there would touch, dotted. */
    static Optional<String> within(List<String> keys, Node value) {
        if (value instanceof Mapping mapping) {
            for (Map.Entry<String, Entry> entry : mapping.entries().entrySet()) {
                List<String> below = new ArrayList<>(keys);
                below.add(entry.getKey());
                Optional<String> found = within(below, entry.getValue().value());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return isProtected(keys) ? Optional.of(String.join(".", keys)) : Optional.empty();
    }

    private static boolean isProtected(List<String> keys) {
        if (keys.isEmpty()) {
            return false;
        }
        boolean inModel = keys.size() > 2 && keys.get(0).equals("models");
        List<String> local = inModel ? keys.subList(2, keys.size()) : keys;
        return SECTIONS.contains(local.get(0))
                || (local.size() > 1 && local.get(0).equals("data") && OF_DATA.contains(local.get(1)));
    }
}

package io.plimsoll.config;

import io.plimsoll.config.bind.Check;
import io.plimsoll.config.bind.NearMatch;
import io.plimsoll.config.bind.Parts;
import io.plimsoll.config.yaml.Faults;
import io.plimsoll.config.yaml.Node;
import io.plimsoll.config.yaml.Node.Entry;
import io.plimsoll.config.yaml.Node.Mapping;
import io.plimsoll.config.yaml.Shown;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names that must agree, and names that must differ. */
final class IndicationChecks implements Check {
    private static final int MOST = 200;

    @Override
    public void check(Parts parts, Faults faults) {
        Optional<Mapping> models = parts.node().mapping("models");
        if (models.isEmpty()) {
            return;
        }
        Set<String> types = models.get().entries().keySet();
        parts.get("default_model", String.class)
                .filter(chosen -> !types.contains(chosen))
                .ifPresent(chosen -> faults.add(
                        parts.at("default_model"),
                        Shown.quoted(chosen) + " is not a model type" + NearMatch.hint(chosen, types),
                        "one of: " + String.join(", ", types)));
        refuseLookAlikes(models.get(), faults);
        parts.get("indication", String.class).ifPresent(name -> refuseLongNames(name, models.get(), faults));
    }

    /** Reports an indication whose name is not that of its file. */
    static void checkFileName(Mapping root, String name, Faults faults) {
        Optional<Node> written = root.get("indication");
        if (written.isPresent()
                && root.text("indication").filter(text -> !text.equals(name)).isPresent()) {
            String sentence = "differs from the name of the file, " + name + ".yml";
            faults.add(written.get(), sentence, "write 'indication: " + name + "', or rename the file");
        }
    }

    /** Every model type is resolved with data and features of its own, so that their number bounds the work of reading a file. */
    static void checkNumber(Mapping root, Faults faults) {
        Optional<Mapping> models = root.mapping("models");
        int number = models.map(all -> all.entries().size()).orElse(0);
        if (models.isPresent() && number > MOST) {
            String sentence = "has " + number + " model types, at most " + MOST + " are allowed";
            faults.add(models.get().path(), models.get().key(), sentence, "divide them among several indications");
            faults.throwIfAny();
        }
    }

    private static void refuseLookAlikes(Mapping models, Faults faults) {
        Map<String, String> seen = new HashMap<>();
        for (Map.Entry<String, Entry> model : models.entries().entrySet()) {
            String other = seen.putIfAbsent(model.getKey().toLowerCase(Locale.ROOT), model.getKey());
            if (other != null) {
                String sentence = "differs from " + other + " in letter case only";
                faults.add(model.getValue().value().path(), model.getValue().key(), sentence, "rename one of the two");
            }
        }
    }

    private static void refuseLongNames(String indication, Mapping models, Faults faults) {
        for (Map.Entry<String, Entry> model : models.entries().entrySet()) {
            String name = IndicationConfig.registeredName(indication, model.getKey());
            if (name.length() > Names.LONGEST) {
                String sentence = "the registered name would have " + name.length() + " characters, at most "
                        + Names.LONGEST + " are allowed";
                faults.add(model.getValue().value().path(), model.getValue().key(), sentence, "choose a shorter name");
            }
        }
    }
}

package io.plimsoll.card;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.artifact.Contract;
import io.plimsoll.guard.Figures;
import java.util.ArrayList;
import java.util.List;

/** What the model takes, what becomes of values that are missing or new, and what it was fitted with. */
final class FeatureSection {
    private final CardFacts facts;

    FeatureSection(CardFacts facts) {
        this.facts = facts;
    }

    void write(Html html) {
        html.open("section").element("h2", "Features");
        Contract contract = facts.contract();
        if (contract == null) {
            html.element("p", "The model's contract cannot be read.", "class", "note");
        } else {
            Grid grid = Grid.ofTexts("Column", "Enters as", "Missing", "A new category");
            contract.inputs().forEach(input -> grid.row(input.column(), kind(input), input.missing(), unseen(input)));
            grid.writeTo(html);
        }
        html.close("section").open("section").element("h2", "Trainer");
        JsonNode config = facts.run().config();
        new Facts()
                .add("Trainer", config.path("trainer").asText())
                .add("Settings", settings(config.path("settings")))
                .add("Seed", config.path("seed").asText())
                .add("Config", facts.version().tags().getOrDefault("config_sha256", ""))
                .add("of which shapes the model", facts.version().tags().getOrDefault("training_config_sha256", ""))
                .writeTo(html);
        html.close("section");
    }

    private static String kind(Contract.Input input) {
        List<String> levels = input.levels();
        return levels == null ? "a number" : "a category, " + Figures.count(levels.size(), "level");
    }

    private static String unseen(Contract.Input input) {
        String unseen = input.unseen();
        return unseen == null ? "–" : unseen;
    }

    private static String settings(JsonNode settings) {
        List<String> all = new ArrayList<>();
        settings.fieldNames()
                .forEachRemaining(
                        name -> all.add(name + " " + settings.get(name).asText()));
        return String.join(", ", all);
    }
}

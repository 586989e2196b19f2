package io.plimsoll.cli.show;

import io.plimsoll.config.bind.ExplainedKey;
import io.plimsoll.train.Trainer;
import java.util.List;
import java.util.Map;

/** Trainers and their settings, for people and as JSON. */
public final class TrainerShow {
    private final Style style;

    public TrainerShow(Style style) {
        this.style = style;
    }

    public String list(List<Trainer<?>> trainers) {
        Table table = new Table(style, "TRAINER", "WHAT IT DOES");
        trainers.forEach(trainer -> table.row(trainer.name(), trainer.description()));
        return table.text() + "\nplimsoll trainers show NAME lists the settings of one.\n";
    }

    public static List<Map<String, String>> data(List<Trainer<?>> trainers) {
        return trainers.stream()
                .map(trainer -> Map.of("name", trainer.name(), "description", trainer.description()))
                .toList();
    }

    public String text(Trainer<?> trainer) {
        StringBuilder text = new StringBuilder(trainer.name() + ": " + trainer.description() + "\n\n");
        for (ExplainedKey key : ExplainedKey.of(trainer.settingsType())) {
            String otherwise = key.otherwise() == null ? "must be given" : "default " + key.otherwise();
            text.append(style.bold(key.key()))
                    .append("  ")
                    .append(style.faint(otherwise + "; " + key.values()))
                    .append("\n    ")
                    .append(key.description())
                    .append('\n');
        }
        return text + "\nIn a config file: trainer: " + trainer.name()
                + ", and what differs from the defaults under settings\n";
    }

    public static Map<String, Object> settings(Trainer<?> trainer) {
        return Map.of(
                "name", trainer.name(),
                "description", trainer.description(),
                "settings", ExplainedKey.of(trainer.settingsType()));
    }
}

package io.plimsoll.project;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A draft as an indication file, with a note at everything that was guessed. */
record DraftText(Draft draft) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    String yaml(String indication, String source, String path) {
        StringBuilder yaml = new StringBuilder();
        yaml.append(
                "# Guessed from the columns of a file. Read every line: a feature that is known only after the fact,\n");
        yaml.append("# or a wrong group, makes a model that looks good and is not.\n");
        yaml.append("indication: ").append(indication).append('\n');
        yaml.append("default_model: ")
                .append(draft.targets().get(0).modelType())
                .append("\n\n");
        yaml.append("data:\n  sources: {")
                .append(source)
                .append(": ")
                .append(quoted(path))
                .append("}\n");
        yaml.append("  query: |\n    SELECT * FROM ").append(source).append('\n');
        yaml.append("  key: ").append(quoted(draft.key())).append('\n');
        yaml.append(draft.group()
                .map(group -> "  group: " + quoted(group) + "    # rows that look alike share its value\n")
                .orElse("  # group: COLUMN    # whose rows look alike: each value stays on one side of the split\n"));
        yaml.append("\nsplit: {holdout: 20%}\n\nfeatures:\n");
        yaml.append("  numeric: ").append(list(draft.numeric())).append('\n');
        yaml.append("  categorical: ").append(list(draft.categorical())).append("\n\nmodels:\n");
        draft.targets().forEach(target -> yaml.append(model(target)));
        return yaml.toString();
    }

    private static String model(Draft.Target target) {
        String head = "  " + target.modelType() + ":\n    target: " + quoted(target.column()) + "\n";
        if (target.classes()) {
            return head + """
                    task: classification
                    trainer: gradient-boosted-trees
                    metric: auc
                    guardrail:
                      rules:
                        - {metric: auc, at_least: 0.55}
                        - {metric: auc, against: champion, worse_by_at_most: 0.01}
                """;
        }
        String scale = target.positive() ? "    target_scale: log1p\n" : "";
        return head + "    task: regression\n" + scale + """
                    trainer: gradient-boosted-trees
                    metric: mae
                    guardrail:
                      rules:
                        - {metric: mae, against: median, better_by: 0}
                        - {metric: mae, against: champion, worse_by_at_most: 2%}
                """;
    }

    private static String list(List<String> names) {
        return names.stream().map(DraftText::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !text.matches("(?i)true|false|null|yes|no|on|off");
        return plain ? text : "'" + text.replace("'", "''") + "'";
    }
}

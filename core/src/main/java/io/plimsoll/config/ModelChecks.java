package io.plimsoll.config;

import io.plimsoll.config.ModelConfig.Calibrate;
import io.plimsoll.config.ModelConfig.TargetScale;
import io.plimsoll.config.TrainerSettings.ModelFacts;
import io.plimsoll.config.bind.Check;
import io.plimsoll.config.bind.Parts;
import io.plimsoll.config.yaml.Faults;
import io.plimsoll.config.yaml.Node;
import io.plimsoll.config.yaml.Node.Mapping;
import io.plimsoll.config.yaml.Node.Scalar;
import io.plimsoll.config.yaml.Node.Sequence;
import io.plimsoll.config.yaml.Shown;
import io.plimsoll.data.TimeSplit;
import io.plimsoll.metric.Task;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a model type's keys say about each other. */
final class ModelChecks implements Check {
    @Override
    public void check(Parts parts, Faults faults) {
        checkRoles(parts, faults);
        parts.get("features", FeaturesConfig.class)
                .filter(features ->
                        features.columns().isEmpty() && writtenColumns(parts).isEmpty())
                .ifPresent(none -> faults.add(
                        parts.at("features"),
                        "no column is named",
                        "list columns under features.numeric or features.categorical"));
        parts.get("task", Task.class).ifPresent(task -> {
            checkTask(task, parts, faults);
            checkSettings(task, parts, faults);
        });
        checkSplit(parts, faults);
    }

    private static void checkSplit(Parts parts, Faults faults) {
        Optional<Mapping> split = parts.node().mapping("split");
        Optional<String> target = parts.node().text("target");
        for (String key : List.of("column", "on")) {
            Optional<String> column = split.flatMap(written -> written.text(key));
            if (column.isPresent() && column.equals(target)) {
                faults.add(
                        split.flatMap(written -> written.get(key)).orElseThrow(),
                        Shown.quoted(column.get()) + " is the target of "
                                + parts.node().path(),
                        "part rows by a column that is known before the target");
            }
        }
        parts.get("split", SplitConfig.Time.class)
                .filter(time -> !TimeSplit.isTime(time.from().text()))
                .ifPresent(time -> faults.add(
                        split.flatMap(written -> written.get("from")).orElseThrow(),
                        "is not a time",
                        "write a number such as 2018, a date such as 2018-06-01, or a timestamp such as"
                                + " 2018-06-01 12:00:00"));
    }

    @Override
    public Optional<String> remedy(String key, Parts parts) {
        return key.equals("guardrail")
                ? Optional.of("add 'guardrail: {rules: [" + GuardrailChecks.example(parts) + "]}'")
                : Optional.empty();
    }

    private static void checkRoles(Parts parts, Faults faults) {
        Mapping model = parts.node();
        Optional<String> target = model.text("target");
        Optional<String> key = model.mapping("data").flatMap(data -> data.text("key"));
        Optional<String> group = model.mapping("data").flatMap(data -> data.text("group"));
        for (Scalar column : writtenColumns(parts)) {
            Optional<String> name = Optional.of(column.text());
            String shown = Shown.quoted(column.text());
            if (name.equals(target)) {
                faults.add(
                        column, shown + " is the target of " + model.path(), "a model must not see what it predicts");
            } else if (name.equals(key)) {
                faults.add(column, shown + " is the key", "leave it out: it says nothing about new rows");
            } else if (name.equals(group)) {
                faults.add(column, shown + " is the group", "leave it out: it says nothing about new groups");
            }
        }
        if (target.isPresent() && (target.equals(key) || target.equals(group))) {
            String role = target.equals(key) ? "key" : "group";
            faults.add(
                    parts.at("target"), Shown.quoted(target.get()) + " is the " + role, "name the column to predict");
        }
    }

    private static void checkTask(Task task, Parts parts, Faults faults) {
        MetricChecks.checkTask(parts, "metric", task, faults);
        MetricChecks.checkTask(parts, "also_report", task, faults);
        boolean scaled = parts.get("target_scale", TargetScale.class)
                .filter(scale -> scale != TargetScale.NONE)
                .isPresent();
        if (task == Task.CLASSIFICATION && scaled) {
            faults.add(parts.at("target_scale"), "a class has no scale", "leave target_scale out");
        }
        boolean calibrated = parts.get("calibrate", Calibrate.class)
                .filter(method -> method != Calibrate.NONE)
                .isPresent();
        if (task == Task.REGRESSION && calibrated) {
            faults.add(parts.at("calibrate"), "is for classification, and this is regression", "leave calibrate out");
        }
        if (task == Task.CLASSIFICATION && parts.node().has("intervals")) {
            faults.add(parts.at("intervals"), "is for regression, and this is classification", "leave intervals out");
        }
        if (task == Task.REGRESSION && parts.node().has("threshold")) {
            faults.add(parts.at("threshold"), "is for classification, and this is regression", "leave threshold out");
        }
        boolean folds = parts.get("split", SplitConfig.Folds.class).isPresent();
        if (folds && parts.get("threshold", Threshold.BestF1.class).isPresent()) {
            // every row that trains judges, too: a figure at a threshold chosen on them would be a picked one
            faults.add(
                    parts.at("threshold"),
                    "cannot be chosen under split.folds, where the rows to choose it on are those that judge",
                    "give a probability such as 0.5, or keep a holdout");
        }
    }

    private static void checkSettings(Task task, Parts parts, Faults faults) {
        TargetScale scale = parts.get("target_scale", TargetScale.class).orElse(TargetScale.NONE);
        List<String> numeric = parts.get("features", FeaturesConfig.class)
                .map(FeaturesConfig::numeric)
                .orElse(List.of());
        parts.get("settings", TrainerSettings.class)
                .map(settings -> settings.objections(new ModelFacts(task, scale, numeric)))
                .orElse(List.of())
                .forEach(objection ->
                        faults.add(written(parts.at("settings"), objection.key()), objection.what(), objection.help()));
    }

    /** Where a key below a node stands, dotted; as far down as there is one. */
    private static Node written(Node node, String key) {
        int dot = key.indexOf('.');
        String first = dot < 0 ? key : key.substring(0, dot);
        Optional<Node> below = node instanceof Mapping mapping ? mapping.get(first) : Optional.empty();
        if (below.isEmpty()) {
            return node;
        }
        return dot < 0 ? below.get() : written(below.get(), key.substring(dot + 1));
    }

    private static List<Scalar> writtenColumns(Parts parts) {
        Optional<Mapping> features = parts.node().mapping("features");
        return Stream.of("numeric", "categorical")
                .flatMap(kind -> features.flatMap(mapping -> mapping.get(kind)).stream())
                .flatMap(node -> node instanceof Sequence list ? list.items().stream() : Stream.<Node>empty())
                .filter(Scalar.class::isInstance)
                .map(Scalar.class::cast)
                .toList();
    }
}

package io.plimsoll.cli.show;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.data.SourceFile;
import io.plimsoll.evaluate.JudgedRows;
import io.plimsoll.guard.Figures;
import io.plimsoll.pipeline.RunReport;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One of two runs that are held against each other.
 *
 * @param report absent while the run runs
 * @param facts single facts by name; what is not known of the run is left out
 * @param files hash and rows of each source file, by source and name
 * @param holdout tells holdouts apart; absent where the evidence does not say
 */
record RunSide(
        RunRecord run,
        @Nullable RunReport report,
        SortedMap<String, String> facts,
        SortedMap<String, String> files,
        @Nullable String holdout) {
    private static final List<String> CODE_TAGS = List.of("code_version", "code_commit", "platform", "java", "engine");

    static RunSide of(RunRecord run, Workspace workspace) {
        RunReport report = run.report() == null ? null : RunReport.read(run.report());
        SortedMap<String, String> facts = new TreeMap<>();
        addRun(run, facts);
        if (report != null) {
            addReport(report, facts);
        }
        workspace.datasets().ofRun(run.id()).ifPresent(dataset -> addDataset(dataset, facts));
        workspace.models().madeBy(run.id()).forEach(version -> addCode(version, facts));
        return new RunSide(
                run,
                report,
                facts,
                files(workspace.datasets().sourcesOf(run.id())),
                JudgedRows.of(run.id(), workspace.artifacts())
                        .map(JudgedRows::sha256)
                        .orElse(null));
    }

    /**
     * The resolved config of the run's model type, each leaf by the path of its keys; a list of texts or numbers is a leaf.
     *
     * @param prefix of every path
     */
    SortedMap<String, String> config(String prefix) {
        return config(run, prefix);
    }

    static SortedMap<String, String> config(RunRecord run, String prefix) {
        try {
            JsonNode whole = CanonicalJson.read(run.config(), JsonNode.class);
            SortedMap<String, String> leaves = new TreeMap<>();
            addLeaves(whole.path("models").path(run.modelType()), prefix, leaves);
            return leaves;
        } catch (IOException e) {
            throw new UncheckedIOException("the config of a run is not what Plimsoll wrote", e);
        }
    }

    Map<String, RunReport.MetricValue> metrics() {
        return report == null ? Map.of() : report.metrics();
    }

    /** Result of each rule, by its sentence. */
    SortedMap<String, String> rules() {
        SortedMap<String, String> rules = new TreeMap<>();
        if (report != null && report.verdict() != null) {
            report.verdict()
                    .rules()
                    .forEach(rule -> rules.put(rule.rule(), rule.result().name()));
        }
        return rules;
    }

    private static void addRun(RunRecord run, SortedMap<String, String> facts) {
        facts.put("model", run.model());
        facts.put("model_type", run.modelType());
        facts.put("experiment", run.experiment());
        facts.put("status", run.status().name());
        put("outcome", run.outcome(), facts);
        put("code", run.code(), facts);
    }

    private static void addReport(RunReport report, SortedMap<String, String> facts) {
        put("version", report.version(), facts);
        put("decision", report.decision(), facts);
        put("decided_by", report.decidedBy(), facts);
        put("judged", report.judged(), facts);
        put("model_sha256", report.modelSha256(), facts);
        put("verdict", report.verdict() == null ? null : report.verdict().result(), facts);
    }

    private static void addDataset(DatasetVersion dataset, SortedMap<String, String> facts) {
        facts.put("dataset", dataset.reference());
        facts.put("dataset_sha256", dataset.sha256());
    }

    private static void addCode(ModelVersion version, SortedMap<String, String> facts) {
        version.tags().forEach((tag, value) -> {
            if (CODE_TAGS.contains(tag) || tag.startsWith("library.")) {
                facts.put(tag, value);
            }
        });
    }

    private static SortedMap<String, String> files(List<SourceFile> sources) {
        SortedMap<String, String> files = new TreeMap<>();
        sources.forEach(file -> files.put(
                file.source() + ": " + file.file(), file.sha256() + ", " + Figures.count(file.rows(), "row")));
        return files;
    }

    private static void addLeaves(JsonNode node, String path, SortedMap<String, String> leaves) {
        boolean isListOfTrees = node.isArray() && !node.isEmpty() && node.get(0).isContainerNode();
        if (node.isObject() && !node.isEmpty()) {
            String stem = path.isEmpty() ? "" : path + ".";
            node.fieldNames().forEachRemaining(name -> addLeaves(node.get(name), stem + name, leaves));
        } else if (isListOfTrees) {
            for (int i = 0; i < node.size(); i++) {
                addLeaves(node.get(i), path + "[" + i + "]", leaves);
            }
        } else if (!node.isMissingNode()) {
            leaves.put(path, node.isTextual() ? node.asText() : CanonicalJson.text(node));
        }
    }

    private static void put(String name, @Nullable Object value, SortedMap<String, String> facts) {
        String text = Objects.toString(value, null);
        if (text != null) {
            facts.put(name, text);
        }
    }
}

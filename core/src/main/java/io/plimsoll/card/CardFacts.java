package io.plimsoll.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.ModelFolder;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.data.SourceFile;
import io.plimsoll.evaluate.JudgedRows;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.guard.VerdictReport;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.Workspace;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a card tells, as it is remembered. What is gone is absent.
 *
 * @param run what made the version
 * @param contract absent where the model's files are gone or damaged
 * @param dataset absent where nothing is known of it
 * @param sources the files that the dataset was made of
 * @param profile absent where the snapshot is gone or damaged
 * @param judged absent where the run's evidence is gone
 */
record CardFacts(
        ModelVersion version,
        Run run,
        @Nullable Contract contract,
        @Nullable DatasetVersion dataset,
        List<SourceFile> sources,
        @Nullable TableProfile profile,
        @Nullable JudgedRows judged) {
    CardFacts {
        sources = List.copyOf(sources);
    }

    /**
     * A run as far as cards tell of it; missing nodes where it is not known.
     *
     * @param description of the indication
     * @param config of the model type
     * @param report as {@code train --json} prints it
     */
    record Run(String indication, String modelType, String description, JsonNode config, JsonNode report) {}

    static CardFacts of(ModelVersion version, Workspace workspace, TableProfile.Opening opening) {
        Contract contract = contract(version, workspace);
        Run run = workspace.runs().find(version.runId()).map(CardFacts::run).orElseGet(CardFacts::unknownRun);
        Optional<DatasetVersion> dataset = workspace.datasets().ofRun(version.runId());
        TableProfile profile = dataset.flatMap(
                        found -> TableProfile.of(found, shown(contract), workspace.artifacts(), opening))
                .orElse(null);
        return new CardFacts(
                version,
                run,
                contract,
                dataset.orElse(null),
                workspace.datasets().sourcesOf(version.runId()),
                profile,
                JudgedRows.of(version.runId(), workspace.artifacts()).orElse(null));
    }

    /** The verdict under which the version was registered; absent where it was registered without one. */
    @Nullable
    VerdictReport verdict() {
        return Ruling.of(version).verdict();
    }

    /** {@code kind}, {@code decided_by} and {@code reason}, each a missing node where the version was registered without it. */
    JsonNode decision() {
        return ruling().path("decision");
    }

    /** Number of the version that was champion when this one was judged; 0 if there was none. */
    int champion() {
        return Ruling.of(version).champion();
    }

    /** Names of the inputs and the target: the columns of which values may be told. */
    private static Set<String> shown(@Nullable Contract contract) {
        Set<String> shown = new HashSet<>();
        if (contract != null) {
            contract.inputs().forEach(input -> shown.add(input.column()));
            shown.add(contract.training().roles().target());
            shown.remove(contract.training().roles().key());
            shown.remove(contract.training().roles().group());
        }
        return shown;
    }

    private JsonNode ruling() {
        return tree(version.verdict());
    }

    private static Run run(RunRecord run) {
        JsonNode config = tree(run.config());
        return new Run(
                run.indication(),
                run.modelType(),
                config.path("description").asText(),
                config.path("models").path(run.modelType()),
                run.report() == null ? MissingNode.getInstance() : tree(run.report()));
    }

    private static Run unknownRun() {
        return new Run("", "", "", MissingNode.getInstance(), MissingNode.getInstance());
    }

    private static JsonNode tree(String json) {
        try {
            return CanonicalJson.read(json, JsonNode.class);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static @Nullable Contract contract(ModelVersion version, Workspace workspace) {
        try {
            return ModelFolder.verify(workspace.artifacts().model(version.sha256()));
        } catch (PlimsollException gone) {
            return null;
        }
    }
}

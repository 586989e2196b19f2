package io.plimsoll.cli.exchange;

import io.plimsoll.artifact.Contract;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.exchange.ImportedModel;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.guard.Decision;
import io.plimsoll.step.Outcome;
import io.plimsoll.step.OutcomeCode;
import io.plimsoll.step.RunKind;
import io.plimsoll.step.RunStatus;
import io.plimsoll.workspace.Admission;
import io.plimsoll.workspace.ModelRegistry.Registration;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.VersionState;
import io.plimsoll.workspace.Workspace;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Registers an imported model under a run of its own, without steps, whose reason tells where the model came from and why. */
public final class FirstVersion {
    private static final String NO_CONFIG = "{}";

    private final Workspace workspace;
    private final InstantSource clock;
    private final Supplier<String> runIds;
    private final String actor;

    /**
     * @param runIds gives a new run's id, never the same twice
     * @param actor who imports it
     */
    public FirstVersion(Workspace workspace, InstantSource clock, Supplier<String> runIds, String actor) {
        this.workspace = workspace;
        this.clock = clock;
        this.runIds = runIds;
        this.actor = actor;
    }

    /** The model that it becomes, and what it answers in the project: {@code lung-activation}, {@code lung}, {@code ACTIVATION}. */
    public record ImportName(String model, String indication, String modelType) {}

    /**
     * Makes it the first version of a model and its champion.
     *
     * @throws PlimsollException with {@code ALREADY_EXISTS} if the model has versions
     */
    public ModelVersion enter(ImportedModel model, ImportName name, String reason) {
        if (!workspace.models().versions(name.model()).isEmpty()) {
            throw taken(name);
        }
        workspace.artifacts().putModel(model.files());
        String runId = runIds.get();
        Instant start = clock.instant();
        workspace.runs().begin(run(runId, name, start, null));
        ModelVersion version;
        try {
            version = register(version(model, name, runId, reason), name, reason);
        } catch (RuntimeException e) {
            workspace.runs().end(failed(run(runId, name, start, "the import did not come to its end")));
            throw e;
        }
        workspace.runs().end(run(runId, name, start, "imported: " + reason));
        return version;
    }

    private ModelVersion register(ModelVersion candidate, ImportName name, String reason) {
        Admission imported = new Admission(Admission.Way.IMPORT, actor, reason);
        Registration result = workspace.models().register(candidate, OptionalInt.empty(), imported);
        if (result instanceof Registration.Registered done) {
            return done.version();
        }
        throw taken(name);
    }

    private ModelVersion version(ImportedModel model, ImportName name, String runId, String reason) {
        Contract contract = model.contract();
        SortedMap<String, String> tags = new TreeMap<>();
        contract.versions()
                .forEach((library, version) ->
                        tags.put(library.equals("plimsoll") ? "code_version" : "library." + library, version));
        tags.put("platform", contract.platform());
        tags.put("split", CanonicalJson.text(contract.training().holdout()));
        tags.put("training_config_sha256", contract.trainingConfigSha256());
        tags.put("imported_as", contract.model());
        tags.put("imported_because", reason);
        Map<String, Object> decision = Map.of("kind", Decision.Kind.REGISTER, "reason", "imported: " + reason);
        String verdict = CanonicalJson.text(Map.of("decision", decision));
        return new ModelVersion(
                name.model(),
                0,
                model.files().sha256(),
                runId,
                clock.instant(),
                tags,
                verdict,
                new TreeSet<>(),
                VersionState.ACTIVE);
    }

    /** @param end why it ended; absent while it goes on */
    private RunRecord run(String id, ImportName name, Instant start, @Nullable String end) {
        boolean isOver = end != null;
        return new RunRecord(
                id,
                RunKind.TRAINING,
                name.indication(),
                name.modelType(),
                name.model(),
                "import",
                isOver ? RunStatus.SUCCEEDED : RunStatus.RUNNING,
                isOver ? Outcome.REGISTERED : null,
                isOver ? OutcomeCode.IMPORTED : null,
                end == null ? "" : end,
                start,
                isOver ? clock.instant() : null,
                NO_CONFIG,
                null,
                List.of(),
                actor);
    }

    private static RunRecord failed(RunRecord run) {
        return new RunRecord(
                run.id(),
                run.kind(),
                run.indication(),
                run.modelType(),
                run.model(),
                run.experiment(),
                RunStatus.FAILED,
                null,
                null,
                run.reason(),
                run.started(),
                run.finished(),
                run.config(),
                null,
                List.of(),
                run.actor());
    }

    private static PlimsollException taken(ImportName name) {
        return PlimsollException.of(
                ErrorCode.ALREADY_EXISTS,
                "the model " + name.model() + " has versions already, and only a first one can be imported",
                "",
                "let a run be judged against its champion with `plimsoll train`, or import under another model's name");
    }
}

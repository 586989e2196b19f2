package io.plimsoll.contracts;

import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.canonical.Sha256;
import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnType;
import io.plimsoll.data.GroupHash;
import io.plimsoll.data.Roles;
import io.plimsoll.data.SourceFile;
import io.plimsoll.endpoint.Bounds;
import io.plimsoll.endpoint.Installation;
import io.plimsoll.endpoint.Parameter;
import io.plimsoll.endpoint.ParameterType;
import io.plimsoll.endpoint.Specification;
import io.plimsoll.metric.Task;
import io.plimsoll.step.Outcome;
import io.plimsoll.step.OutcomeCode;
import io.plimsoll.step.RunKind;
import io.plimsoll.step.RunStatus;
import io.plimsoll.workspace.Admission;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.VersionState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Records and files as runs make them. */
public final class Samples {
    /** When everything here happens. */
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");

    private Samples() {}

    /** A run that has just begun. */
    public static RunRecord run(String id) {
        return runOf("lung-enrollment", id);
    }

    /** A run of this model that has just begun. */
    public static RunRecord runOf(String model, String id) {
        return runOf(RunKind.TRAINING, model, id, NOW);
    }

    /** A run of this model that waits for a worker. */
    public static RunRecord queued(String model, String experiment, String id) {
        RunRecord run = runOf(model, id);
        return new RunRecord(
                id,
                run.kind(),
                run.indication(),
                run.modelType(),
                model,
                experiment,
                RunStatus.QUEUED,
                null,
                null,
                "",
                run.started(),
                null,
                run.config(),
                null,
                List.of(),
                run.actor());
    }

    /** A run of this kind and model that has begun then. */
    static RunRecord runOf(RunKind kind, String model, String id, Instant started) {
        return new RunRecord(
                id,
                kind,
                "lung",
                "ENROLLMENT",
                model,
                "märz-vergleich",
                RunStatus.RUNNING,
                null,
                null,
                "",
                started,
                null,
                "{\"indication\":\"lung\",\"description\":\"Größe ≥ 3, 肺癌\"}",
                null,
                List.of(),
                "ada");
    }

    /** The same run a minute later, with a model registered. */
    public static RunRecord registered(RunRecord run) {
        return ended(run, RunStatus.SUCCEEDED);
    }

    /** The same run a minute later, concluded or not. */
    public static RunRecord ended(RunRecord run, RunStatus status) {
        boolean succeeded = status == RunStatus.SUCCEEDED;
        return new RunRecord(
                run.id(),
                run.kind(),
                run.indication(),
                run.modelType(),
                run.model(),
                run.experiment(),
                status,
                succeeded ? Outcome.REGISTERED : null,
                succeeded ? OutcomeCode.GUARDRAIL_MET : null,
                succeeded ? "wape 0,31 → 0,29: genügt" : "the disk is full",
                run.started(),
                run.started().plusSeconds(60),
                run.config(),
                succeeded ? "{\"seconds\":60}" : null,
                run.steps(),
                run.actor());
    }

    /** The same run a minute later, without a model registered. */
    public static RunRecord notRegistered(RunRecord run, OutcomeCode code) {
        RunRecord ended = ended(run, RunStatus.SUCCEEDED);
        return new RunRecord(
                ended.id(),
                ended.kind(),
                ended.indication(),
                ended.modelType(),
                ended.model(),
                ended.experiment(),
                ended.status(),
                Outcome.NOT_REGISTERED,
                code,
                "",
                ended.started(),
                ended.finished(),
                ended.config(),
                ended.report(),
                ended.steps(),
                ended.actor());
    }

    /** A candidate whose content follows from {@code content}. */
    public static ModelVersion candidate(String model, String runId, String content) {
        Map<String, String> tags = Map.of("wape", "0.29", "experiment", "märz-vergleich", "empty", "");
        return new ModelVersion(
                model,
                0,
                Sha256.of(content),
                runId,
                NOW,
                new TreeMap<>(tags),
                "{\"result\":\"PASS\",\"advice\":\"besser – 肺癌\"}",
                new TreeSet<>(),
                VersionState.ACTIVE);
    }

    /** The word of whoever submitted the {@linkplain #run runs} here. */
    public static Admission admission() {
        return Admission.byVerdict("ada");
    }

    /** A dataset version whose content follows from {@code content}. */
    public static DatasetVersion dataset(String name, String runId, String content) {
        List<Column> columns = List.of(
                new Column("site_row_id", ColumnType.INTEGER),
                new Column("Größe \"m\"", ColumnType.NUMBER),
                new Column("国", ColumnType.TEXT));
        return new DatasetVersion(name, 0, Sha256.of(content), "site_row_id", 5_000_000_000L, columns, runId, NOW);
    }

    /** A file whose content follows from {@code content}. */
    public static SourceFile source(String file, String content) {
        return new SourceFile("sites", file, 5_000_000_000L, 6_000_000_000L, Sha256.of(content));
    }

    /** A specification of this model whose content follows from {@code content}. */
    public static Specification specification(String model, String content) {
        Parameter trees = new Parameter(
                "models.ENROLLMENT.settings.trees",
                ParameterType.INTEGER,
                List.of(),
                new Bounds(1.0, null, 10_000.0),
                "250",
                "Zahl der Bäume");
        return new Specification(
                "lung",
                "ENROLLMENT",
                model,
                "{\"description\":\"肺癌 " + content + "\",\"indication\":\"lung\"}",
                Sha256.of(content),
                new Specification.Code("0.1.0", "unknown"),
                new Specification.Fitter("gradient-boosted-trees", Installation.BUILT_IN),
                "local",
                new TreeMap<>(Map.of("plugins/own.jar", Sha256.of("jar"))),
                List.of(new Specification.Source("sites", "data/sites.csv", null)),
                List.of(trees));
    }

    /** A model folder that is whole, whose bytes follow from {@code content}; its graph cannot be run. */
    public static ModelFiles model(String content) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("model.onnx", content.repeat(100).getBytes(StandardCharsets.UTF_8));
        files.put("contract.json", CanonicalJson.bytes(contract()));
        files.put("native/model.ubj", new byte[] {0, 1, (byte) 0xff});
        Map<String, Object> entries = new TreeMap<>();
        files.forEach((path, bytes) -> entries.put(path, Map.of("sha256", Sha256.of(bytes), "bytes", bytes.length)));
        byte[] manifest = CanonicalJson.bytes(Map.of("format", 1, "files", entries));
        files.put("manifest.json", manifest);
        return new ModelFiles(Sha256.of(manifest), files);
    }

    private static Contract contract() {
        return new Contract(
                Contract.FORMAT,
                "lung-enrollment",
                List.of(),
                new Contract.Output("prediction", "target", null, null),
                "SELECT * FROM sites",
                List.of("sites"),
                null,
                new Contract.Question(
                        Task.REGRESSION,
                        new Roles("site_row_id", "trial_id", "ENROLLMENT"),
                        null,
                        "none",
                        "row",
                        new GroupHash("trial_id", "lung-enrollment", 0.2)),
                Sha256.of("config"),
                new TreeMap<>(),
                "linux-x86_64",
                List.of());
    }
}

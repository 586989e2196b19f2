package io.plimsoll.project;

import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.artifact.ModelFolder;
import io.plimsoll.config.IndicationConfig;
import io.plimsoll.config.Overrides;
import io.plimsoll.config.SourceConfig;
import io.plimsoll.config.SourceFormat;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.pipeline.ScoringPlan;
import io.plimsoll.read.SourceSpec;
import io.plimsoll.score.Delivery;
import io.plimsoll.score.ScoredSources;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.VersionState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out what a scoring run is to read: the rows that are given, and of everything else what the project says. */
public final class ScoringPlans {
    private final OpenProject project;
    private final Path directory;
    private final IndicationConfig config;
    private final Overrides overrides;

    /** @param directory where paths of the command line begin */
    ScoringPlans(OpenProject project, Path directory, IndicationConfig config, Overrides overrides) {
        this.project = project;
        this.directory = directory;
        this.config = config;
        this.overrides = overrides;
    }

    /**
     * @param input the file with the rows to score, as the user wrote it
     * @param reasons how many of the strongest contributions are told of each row
     * @param delivery null where several model types go into one file
     * @throws PlimsollException with {@code VERSION_CLOSED}, {@code USAGE} where a source is not given, or {@code ARTIFACT_DAMAGED}
     */
    public ScoringPlan plan(
            String modelType, ModelVersion version, String input, int reasons, @Nullable Delivery delivery) {
        if (version.state() != VersionState.ACTIVE) {
            throw PlimsollException.of(
                    ErrorCode.VERSION_CLOSED,
                    version.reference() + " is " + version.state(),
                    "",
                    "`plimsoll models show " + version.model() + "` shows what state each version is in");
        }
        ModelFiles files = project.workspace().artifacts().model(version.sha256());
        Contract contract = ModelFolder.verify(files);
        List<String> scored = new ScoredSources(contract, files, config.output().keep(), List.of()).scored();
        return new ScoringPlan(
                config,
                modelType,
                version,
                sources(modelType, scored, input),
                reasons,
                delivery,
                project.actor(),
                project.limits());
    }

    private Map<String, SourceSpec> sources(String modelType, List<String> scored, String input) {
        Map<String, SourceConfig> known = config.model(modelType).data().sources();
        String first = first(known, scored);
        Map<String, SourceSpec> sources = new LinkedHashMap<>();
        for (String name : scored) {
            SourceConfig config = known.get(name);
            if (name.equals(first)) {
                sources.put(name, new SourceSpec(name, directory.resolve(input).normalize(), written(config, input)));
            } else if (config != null) {
                sources.put(name, project.source(name, config, overrides));
            } else {
                throw PlimsollException.of(
                        ErrorCode.USAGE,
                        "the model reads source '" + name + "', which the indication does not have any more",
                        "data.sources",
                        "add it to the indication, or train again without it");
            }
        }
        return sources;
    }

    /** The source that the input stands for: the first of the indication's that is scored. */
    private static String first(Map<String, SourceConfig> known, List<String> scored) {
        if (scored.isEmpty()) {
            throw PlimsollException.of(
                    ErrorCode.USAGE,
                    "all sources of the model are of reference, so that there are no rows to score",
                    "data.sources",
                    "take reference: true away from the source whose rows are to be scored, and train again");
        }
        return known.keySet().stream().filter(scored::contains).findFirst().orElse(scored.get(0));
    }

    /**
     * A file with what really happened, written as the first source is.
     *
     * @param file as the user wrote it
     */
    public SourceSpec actuals(String modelType, String file) {
        SourceConfig first = config.model(modelType).data().sources().values().stream()
                .findFirst()
                .orElse(null);
        return new SourceSpec("actuals", directory.resolve(file).normalize(), written(first, file));
    }

    /** The input is written as the source is, but for its format where its name tells that. */
    private static SourceConfig written(@Nullable SourceConfig source, String input) {
        if (source == null) {
            return SourceConfig.of(input);
        }
        SourceFormat named = SourceFormat.ofName(input);
        boolean tells =
                named != SourceFormat.CSV || input.toLowerCase(Locale.ROOT).endsWith(".csv");
        return SourceConfig.ofFiles(input, tells ? named : source.format(), Map.of(), source.options());
    }

    /**
     * @param output as the user wrote it
     * @throws PlimsollException with {@code USAGE} where its name does not tell a format, it is the input, or it has no folder
     */
    public Delivery delivery(String output, String input) {
        Path file = directory.resolve(output).toAbsolutePath().normalize();
        SourceFormat format = SourceFormat.ofName(output);
        if (format == SourceFormat.CSV && !output.toLowerCase(Locale.ROOT).endsWith(".csv")) {
            throw PlimsollException.of(
                    ErrorCode.USAGE,
                    "the name does not tell how the file is to be written",
                    "-o " + output,
                    "end it with .csv, .parquet or .jsonl");
        }
        if (file.equals(directory.resolve(input).toAbsolutePath().normalize())) {
            throw PlimsollException.of(
                    ErrorCode.USAGE,
                    "the scores would replace the rows that they are for",
                    "-o " + output,
                    "name another file");
        }
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw PlimsollException.of(
                    ErrorCode.USAGE, "the folder of the file is not there", "-o " + output, "make it, or name another");
        }
        String copyTo = config.output().copyTo();
        return new Delivery(
                file,
                output,
                format,
                copyTo == null ? null : project.folder().resolve(copyTo).normalize());
    }

    /** Model types of which a version is meant, in the order of the file. */
    public List<String> modelTypes() {
        return List.copyOf(config.models().keySet());
    }
}

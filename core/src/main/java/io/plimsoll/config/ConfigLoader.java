package io.plimsoll.config;

import io.plimsoll.config.bind.Binder;
import io.plimsoll.config.bind.Grammar;
import io.plimsoll.config.yaml.Faults;
import io.plimsoll.config.yaml.Node;
import io.plimsoll.config.yaml.Node.Entry;
import io.plimsoll.config.yaml.Node.Mapping;
import io.plimsoll.config.yaml.Place;
import io.plimsoll.config.yaml.YamlReader;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.metric.Metric;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of a project. Every method throws a {@link PlimsollException} with all faults that it found, each with its place:
 * {@code CONFIG_SYNTAX} where a file is not YAML 1.2, {@code CONFIG_INVALID} where it says something unknown, wrong or impossible.
 */
public final class ConfigLoader {
    private static final String PROJECT_FILE = "plimsoll.yml";

    private final Grammar grammar;
    private final @Nullable DatabaseNames databases;

    /** @param trainers settings records by the trainer's short name */
    public ConfigLoader(Map<String, Class<? extends Record>> trainers) {
        this(trainers, List.of());
    }

    /**
     * @param trainers settings records by the trainer's short name
     * @param metrics those that plugins bring
     */
    public ConfigLoader(Map<String, Class<? extends Record>> trainers, List<? extends Metric> metrics) {
        this(ConfigGrammar.of(trainers, metrics), null);
    }

    private ConfigLoader(Grammar grammar, @Nullable DatabaseNames databases) {
        this.grammar = grammar;
        this.databases = databases;
    }

    /** The same loader for the indications of a project: their sources may be of the databases that it has, and of no other. */
    public ConfigLoader in(ProjectConfig project) {
        return new ConfigLoader(grammar, new DatabaseNames(project.databases().keySet()));
    }

    /**
     * Reads {@code plimsoll.yml}.
     *
     * @param profile the profile to work in; null for none
     * @param environment what {@code ${NAME}} stands for
     * @throws PlimsollException also with {@code NO_PROJECT} if there is no such file
     */
    public ProjectConfig project(Path projectDir, @Nullable String profile, Map<String, String> environment) {
        Path file = projectDir.resolve(PROJECT_FILE);
        if (!Files.exists(file)) {
            String what = "there is no " + PROJECT_FILE + " in the project folder";
            throw PlimsollException.of(ErrorCode.NO_PROJECT, what, "", "make a project with 'plimsoll init'");
        }
        Faults faults = new Faults();
        Place start = new Place(PROJECT_FILE, 1, 1);
        Node root = new YamlReader(faults).file(file, PROJECT_FILE).orElse(new Mapping("", start, start, Map.of()));
        Mapping tree = mapping(root, faults);
        Substitution substitution = new Substitution(faults);
        Binder binder = new Binder(grammar, faults);
        binder.bind(ProjectConfig.class, substitution.leftOpen(Profiles.withWholeDatabases(tree)));
        WorkspaceChecks.check(tree, faults);
        Mapping chosen = profile == null ? tree : Profiles.chosen(tree, profile, faults);
        Mapping filled = substitution.filled(chosen.without("profiles"), environment);
        WorkspaceChecks.check(filled, faults);
        return finished(binder.bind(ProjectConfig.class, filled), faults);
    }

    /** The indications of a project, sorted. */
    public List<String> indications(Path projectDir) {
        return new IndicationFiles(projectDir).list();
    }

    /**
     * Reads {@code indications/<indication>.yml}.
     *
     * @throws PlimsollException also with {@code UNKNOWN_INDICATION}, and with {@code PROTECTED_SETTING} if the overrides touch what
     *     decides a verdict
     */
    public IndicationConfig load(Path projectDir, String indication, Overrides overrides) {
        Path file = new IndicationFiles(projectDir).file(indication);
        String name = IndicationFiles.name(indication);
        Faults faults = new Faults();
        Mapping written = root(new YamlReader(faults).file(file, name), name, faults);
        IndicationChecks.checkFileName(written, indication, faults);
        return ofProject(new OverrideTree(faults).apply(overrides, written), faults);
    }

    /**
     * Reads {@code indications/<indication>.yml} with the guardrail of one model type replaced by that of another file.
     *
     * @param guardrail a YAML file with the keys of a guardrail
     * @param shown what to call that file
     */
    public IndicationConfig proposing(
            Path projectDir, String indication, String modelType, Path guardrail, String shown) {
        Faults faults = new Faults();
        String name = IndicationFiles.name(indication);
        Path file = new IndicationFiles(projectDir).file(indication);
        Mapping written = root(new YamlReader(faults).file(file, name), name, faults);
        Mapping proposed = root(new YamlReader(faults).file(guardrail, shown), shown, "begin with 'rules: …'", faults);
        Optional<Mapping> models = written.mapping("models");
        Optional<Mapping> model = models.flatMap(all -> all.mapping(modelType));
        if (models.isEmpty() || model.isEmpty()) {
            return ofProject(written, faults);
        }
        Mapping changed = model.get().with("guardrail", new Entry(proposed.key(), proposed));
        Mapping all = models.get().with(modelType, new Entry(model.get().key(), changed));
        return ofProject(written.with("models", new Entry(models.get().key(), all)), faults);
    }

    /** Reads what {@link IndicationConfig#canonicalJson()} wrote. */
    public IndicationConfig stored(String canonicalJson) {
        Faults faults = new Faults();
        String name = "the stored config";
        return indication(root(new YamlReader(faults).text(canonicalJson, name), name, faults), faults);
    }

    /**
     * Reads what {@link IndicationConfig#canonicalJson()} wrote, with what is given changed in it, as {@link #load} changes a file.
     *
     * @throws PlimsollException also with {@code PROTECTED_SETTING} if the overrides touch what decides a verdict
     */
    public IndicationConfig stored(String canonicalJson, Overrides overrides) {
        Faults faults = new Faults();
        String name = "the stored config";
        Mapping stored = root(new YamlReader(faults).text(canonicalJson, name), name, faults);
        return known(new OverrideTree(faults).apply(overrides, stored), faults);
    }

    /**
     * Reads settings of a trainer alone, as they could stand in a file.
     *
     * @param yaml {@code {trees: 3}}; empty braces give the defaults
     */
    public <S extends Record> S settings(Class<S> type, String yaml) {
        Faults faults = new Faults();
        String name = "settings";
        Mapping tree = root(new YamlReader(faults).text(yaml, name), name, faults);
        return finished(new Binder(grammar, faults).bind(type, tree), faults);
    }

    private IndicationConfig ofProject(Mapping tree, Faults faults) {
        if (tree.mapping("models").isPresent()) {
            new TreatedColumns(tree).refuseUnused(faults);
        }
        return known(tree, faults);
    }

    /** With sources of databases that this project has. */
    private IndicationConfig known(Mapping tree, Faults faults) {
        if (databases != null) {
            databases.check(tree, faults);
        }
        return indication(tree, faults);
    }

    private IndicationConfig indication(Mapping tree, Faults faults) {
        IndicationChecks.checkNumber(tree, faults);
        new Substitution(faults).refuse(tree);
        Mapping resolved = new Inheritance(faults).resolve(tree);
        return finished(new Binder(grammar, faults).bind(IndicationConfig.class, resolved), faults);
    }

    private static Mapping root(Optional<Node> root, String name, Faults faults) {
        return root(root, name, "begin with 'indication: …', 'data: …' and 'models: …'", faults);
    }

    /** @param beginning what to write into a file that is empty */
    private static Mapping root(Optional<Node> root, String name, String beginning, Faults faults) {
        if (root.isEmpty()) {
            faults.add("", new Place(name, 1, 1), "the file is empty", beginning);
            faults.throwIfAny();
        }
        return mapping(root.orElseThrow(), faults);
    }

    private static Mapping mapping(Node root, Faults faults) {
        if (root instanceof Mapping mapping) {
            return mapping;
        }
        faults.add(
                root,
                "the file needs a mapping of keys, not " + root.kindName(),
                "write keys with values: 'key: value'");
        faults.throwIfAny();
        throw new IllegalStateException("a fault was added");
    }

    private static <T> T finished(Optional<T> bound, Faults faults) {
        faults.throwIfAny();
        return bound.orElseThrow(() -> new IllegalStateException("nothing bound, and no fault"));
    }
}

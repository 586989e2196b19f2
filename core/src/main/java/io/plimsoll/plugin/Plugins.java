package io.plimsoll.plugin;

import io.plimsoll.canonical.Sha256;
import io.plimsoll.config.ProjectConfig.PluginConfig;
import io.plimsoll.config.bind.ExplainedKey;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.metric.MetricDefinition;
import io.plimsoll.metric.OwnMetric;
import io.plimsoll.metric.StandardMetric;
import io.plimsoll.train.Trainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The jars of a project, loaded. Each is copied before it is hashed, and the copy is what is loaded: no byte of it can change in between. A jar runs with
 * all that this process may do; its hash in {@code plimsoll.yml} says that somebody has looked at it.
 */
public final class Plugins implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern LABEL = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    private final List<Plugin> loaded = new ArrayList<>();
    private final List<URLClassLoader> loaders = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private Plugins() {}

    /**
     * Loads jars.
     *
     * @param project the folder that they are named in
     * @param copies an empty folder, which must stay until these plugins are closed
     * @param taken names of trainers that an engine brings
     * @throws PlimsollException with {@code PLUGIN_REFUSED}, every fault at once
     */
    public static Plugins open(List<PluginConfig> jars, Path project, Path copies, Set<String> taken) {
        Plugins plugins = new Plugins();
        plugins.names.addAll(taken);
        for (StandardMetric metric : StandardMetric.values()) {
            plugins.names.add(metric.label());
        }
        for (PluginConfig jar : jars) {
            plugins.open(jar, project.resolve(jar.jar()), copies.resolve(plugins.loaders.size() + ".jar"));
        }
        if (!plugins.faults.isEmpty()) {
            plugins.close();
            throw new PlimsollException(plugins.faults);
        }
        return plugins;
    }

    public List<Plugin> loaded() {
        return List.copyOf(loaded);
    }

    @Override
    public void close() {
        for (URLClassLoader loader : loaders) {
            try {
                loader.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void open(PluginConfig config, Path file, Path copy) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            refuse(config, "there is no such file", "build the jar and put it there, or take it out of plimsoll.yml");
            return;
        }
        try {
            Files.copy(file, copy);
            String sha256 = Sha256.of(Files.readAllBytes(copy));
            if (config.sha256() == null) {
                refuse(config, "the jar is not pinned", "if you trust it, write 'sha256: " + sha256 + "' beside it");
            } else if (!config.sha256().equals(sha256)) {
                refuse(
                        config,
                        "the jar is not the one that was pinned",
                        "its SHA-256 is " + sha256 + "; if you trust that one, write it");
            } else {
                load(config, copy.toUri().toURL(), sha256);
            }
        } catch (IOException e) {
            refuse(config, "the jar cannot be read", "look at its permissions");
        }
    }

    private void load(PluginConfig config, URL copy, String sha256) {
        URLClassLoader loader = new URLClassLoader(new URL[] {copy}, Trainer.class.getClassLoader());
        loaders.add(loader);
        try {
            int known = faults.size();
            List<Trainer<?>> trainers = trainers(config, loader);
            List<OwnMetric> metrics = metrics(config, loader);
            if (trainers.isEmpty() && metrics.isEmpty() && faults.size() == known) {
                refuse(
                        config,
                        "the jar names no trainer and no metric",
                        "list the class in its META-INF/services/" + Trainer.class.getName() + " or "
                                + MetricDefinition.class.getName());
            }
            loaded.add(new Plugin(config.jar(), sha256, trainers, metrics));
        } catch (ServiceConfigurationError | LinkageError e) {
            refuse(
                    config,
                    "a class of the jar cannot be loaded (" + e.getClass().getSimpleName() + ")",
                    "it needs a public constructor without parameters, Java 17 or older class files, and everything that it uses in"
                            + " the jar itself");
        }
    }

    private List<Trainer<?>> trainers(PluginConfig config, ClassLoader loader) {
        List<Trainer<?>> found = new ArrayList<>();
        for (Trainer<?> trainer : ServiceLoader.load(Trainer.class, loader)) {
            if (trainer.getClass().getClassLoader() == loader && isFit(config, trainer)) {
                found.add(new PluginTrainer<>(config.jar(), trainer));
            }
        }
        return found;
    }

    private List<OwnMetric> metrics(PluginConfig config, ClassLoader loader) {
        List<OwnMetric> found = new ArrayList<>();
        for (MetricDefinition metric : ServiceLoader.load(MetricDefinition.class, loader)) {
            if (metric.getClass().getClassLoader() == loader) {
                metric(config, metric).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<OwnMetric> metric(PluginConfig config, MetricDefinition metric) {
        String name = metric.name();
        if (name == null || !LABEL.matcher(name).matches()) {
            refuse(config, "a metric has no name of lower-case letters, digits and underscores", "rename it");
            return Optional.empty();
        }
        if (!names.add(name)) {
            refuse(config, "there is another metric called " + name, "rename it, or take one of the jars out");
            return Optional.empty();
        }
        try {
            Blame blame = new Blame("the metric " + name, config.jar());
            return Optional.of(OwnMetric.of(metric, new PluginSums(blame, metric)));
        } catch (IllegalArgumentException e) {
            refuse(
                    config,
                    "the range of the metric " + name + " is none, or it is a loss that can be negative",
                    "let least() be below most(), and of a loss not below 0");
            return Optional.empty();
        }
    }

    private boolean isFit(PluginConfig config, Trainer<?> trainer) {
        String name = trainer.name();
        if (name == null || !NAME.matcher(name).matches()) {
            refuse(config, "a trainer has no name of lower-case letters, digits and dashes", "rename it");
            return false;
        }
        if (!names.add(name)) {
            refuse(config, "there is another trainer called " + name, "rename it, or take one of the jars out");
            return false;
        }
        try {
            ExplainedKey.of(trainer.settingsType());
            return true;
        } catch (RuntimeException e) {
            refuse(config, "the settings of " + name + " are not a record", "give settingsType() a record of settings");
            return false;
        }
    }

    private void refuse(PluginConfig config, String what, String help) {
        faults.add(new Fault(ErrorCode.PLUGIN_REFUSED, what, "plimsoll.yml, plugins, " + config.jar(), help));
    }
}

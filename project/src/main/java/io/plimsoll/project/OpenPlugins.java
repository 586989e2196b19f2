package io.plimsoll.project;

import io.plimsoll.config.ProjectConfig.PluginConfig;
import io.plimsoll.engine.Engine;
import io.plimsoll.local.LocalEngine;
import io.plimsoll.plugin.ExtendedEngine;
import io.plimsoll.plugin.Plugin;
import io.plimsoll.plugin.Plugins;
import io.plimsoll.train.Trainer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The engine of a project with the plugins that it names. A project without plugins leaves no trace on the disk. */
final class OpenPlugins implements AutoCloseable {
    private final Engine engine;
    private final @Nullable Plugins plugins;
    private final @Nullable TemporaryFolder copies;

    private OpenPlugins(Engine engine, @Nullable Plugins plugins, @Nullable TemporaryFolder copies) {
        this.engine = engine;
        this.plugins = plugins;
        this.copies = copies;
    }

    /** @throws io.plimsoll.fault.PlimsollException with {@code PLUGIN_REFUSED} */
    static OpenPlugins of(List<PluginConfig> jars, Path project) {
        Engine local = new LocalEngine();
        if (jars.isEmpty()) {
            return new OpenPlugins(local, null, null);
        }
        TemporaryFolder copies = TemporaryFolder.create();
        try {
            Plugins plugins = Plugins.open(
                    jars,
                    project,
                    copies.path(),
                    local.trainers().stream().map(Trainer::name).collect(Collectors.toSet()));
            return new OpenPlugins(new ExtendedEngine(local, plugins.loaded()), plugins, copies);
        } catch (RuntimeException e) {
            copies.close();
            throw e;
        }
    }

    Engine engine() {
        return engine;
    }

    List<Plugin> loaded() {
        return plugins == null ? List.of() : plugins.loaded();
    }

    @Override
    public void close() {
        if (plugins != null && copies != null) {
            plugins.close();
            copies.close();
        }
    }
}

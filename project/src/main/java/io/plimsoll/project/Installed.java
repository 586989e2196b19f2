package io.plimsoll.project;

import io.plimsoll.config.ConfigLoader;
import io.plimsoll.endpoint.Installation;
import io.plimsoll.endpoint.Installation.Jar;
import io.plimsoll.engine.Engine;
import io.plimsoll.metric.OwnMetric;
import io.plimsoll.plugin.Plugin;
import io.plimsoll.train.Trainer;
import java.util.List;
import java.util.stream.Collectors;

/** What this process can train with, as specifications name it. */
final class Installed {
    private Installed() {}

    static Installation of(Engine engine, List<Plugin> plugins, ConfigLoader configs) {
        BuildInfo info = BuildInfo.read();
        return new Installation(
                info.version(),
                info.commit(),
                engine.name(),
                engine.trainers().stream().map(Trainer::name).collect(Collectors.toSet()),
                plugins.stream().map(Installed::jar).toList(),
                configs);
    }

    private static Jar jar(Plugin plugin) {
        return new Jar(
                plugin.jar(),
                plugin.sha256(),
                plugin.trainers().stream().map(Trainer::name).collect(Collectors.toSet()),
                plugin.metrics().stream().map(OwnMetric::label).collect(Collectors.toSet()));
    }
}

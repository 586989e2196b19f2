package io.plimsoll.plugin;

import io.plimsoll.engine.Engine;
import io.plimsoll.engine.EngineAround;
import io.plimsoll.metric.OwnMetric;
import io.plimsoll.train.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** An engine with the trainers and metrics of plugins beside its own. The hash of a plugin is part of what shapes the models that its trainers fit. */
public record ExtendedEngine(Engine rest, List<Plugin> plugins) implements EngineAround {
    public ExtendedEngine {
        plugins = List.copyOf(plugins);
    }

    @Override
    public List<Trainer<?>> trainers() {
        List<Trainer<?>> all = new ArrayList<>(rest.trainers());
        plugins.forEach(plugin -> all.addAll(plugin.trainers()));
        return all;
    }

    @Override
    public List<OwnMetric> metrics() {
        return plugins.stream().flatMap(plugin -> plugin.metrics().stream()).toList();
    }

    @Override
    public SortedMap<String, String> pluginHashes() {
        SortedMap<String, String> hashes = new TreeMap<>(rest.pluginHashes());
        plugins.forEach(plugin -> hashes.put(plugin.jar(), plugin.sha256()));
        return hashes;
    }

    @Override
    public SortedMap<String, String> versions(String trainer) {
        SortedMap<String, String> versions = new TreeMap<>(rest.versions(trainer));
        plugins.stream()
                .filter(plugin ->
                        plugin.trainers().stream().anyMatch(one -> one.name().equals(trainer)))
                .forEach(plugin -> versions.put("plugin." + trainer, plugin.sha256()));
        return versions;
    }
}

package io.plimsoll.cli;

import io.plimsoll.artifact.ModelLoader;
import io.plimsoll.config.ProjectConfig.PluginConfig;
import io.plimsoll.contracts.TrainerContract;
import io.plimsoll.local.onnx.OnnxModelLoader;
import io.plimsoll.plugin.Plugins;
import io.plimsoll.train.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The example keeps what every trainer promises. */
final class ExamplePluginContractTest extends TrainerContract<Record> {
    @TempDir
    static Path project;

    private static Plugins plugins;

    @BeforeAll
    static void load() throws IOException {
        PluginConfig jar = new PluginConfig("plugins/stump.jar", ExamplePlugin.build(project));
        plugins = Plugins.open(List.of(jar), project, Files.createDirectory(project.resolve("copies")), Set.of());
    }

    @AfterAll
    static void close() {
        plugins.close();
    }

    @Override
    @SuppressWarnings("unchecked") // settings are read as the very type that the trainer names
    protected Trainer<Record> trainer() {
        return (Trainer<Record>) plugins.loaded().get(0).trainers().get(0);
    }

    @Override
    protected ModelLoader loader() {
        return new OnnxModelLoader();
    }
}

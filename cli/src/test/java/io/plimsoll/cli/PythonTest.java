package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.cli.sample.SampleProject;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is registered can be used and checked without Plimsoll. */
class PythonTest {
    @TempDir
    Path project;

    @BeforeAll
    static void needPython() {
        PythonCheck.assumePython();
    }

    @Test
    void everyModelTypeOfTheSampleIsScoredAndMeasuredAlikeByPython() throws IOException, InterruptedException {
        SampleProject.writeTo(project);
        JsonNode runs = new Terminal(project)
                .type("train", "lung", "--all", "--json")
                .exits(0)
                .json()
                .get("runs");

        assertThat(runs).hasSize(3);
        for (JsonNode run : runs) {
            Path workspace = project.resolve(".plimsoll");
            PythonCheck.passes(
                    ModelFolders.of(workspace, run.get("model_sha256").asText()),
                    workspace.resolve("runs").resolve(run.get("run").asText()).resolve("07-evaluate"),
                    project.resolve("data/lung_sites.csv"));
        }
    }
}

package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every key of {@code plimsoll.yml}, given and left out. */
class EveryProjectKeyTest {
    @TempDir
    Path dir;

    @Test
    void aProjectFileSaysWhereResultsLiveAndWhatARunMayUse() {
        ProjectFolder project = new ProjectFolder(dir).project("""
                workspace: results
                engine: local
                limits: {threads: 3, memory: 4GB}
                promotion: approval
                audit: {checkpoints: /second/place}
                webhooks: {loopback: true}
                plugins: [{jar: plugins/a.jar, sha256: %s}, {jar: plugins/b.jar}]
                profiles: {}
                """.formatted("0f".repeat(32)));

        ProjectConfig config = new ConfigLoader(SampleTrainers.ALL).project(project.dir(), null, Map.of());

        assertThat(config)
                .isEqualTo(new ProjectConfig(
                        WorkspaceConfig.of("results"),
                        ProjectConfig.Engine.LOCAL,
                        new ProjectConfig.LimitsConfig(3, new MemorySize(4_000_000_000L)),
                        ProjectConfig.Promotion.APPROVAL,
                        new ProjectConfig.AuditConfig("/second/place"),
                        new ProjectConfig.WebhooksConfig(true),
                        List.of(
                                new ProjectConfig.PluginConfig("plugins/a.jar", "0f".repeat(32)),
                                new ProjectConfig.PluginConfig("plugins/b.jar", null)),
                        Map.of(),
                        Map.of()));
    }

    @Test
    void resultsMayLiveInADatabase() {
        ProjectFolder project = new ProjectFolder(dir).project("""
                workspace: {database: results, artifacts: /srv/plimsoll, schema: trials}
                databases: {results: {host: localhost, database: d, user: u}}
                profiles:
                  alone: {workspace: .plimsoll}
                  other: {workspace: {schema: other}}
                  named: {workspace: {database: "${RESULTS}"}}
                """);
        ConfigLoader loader = new ConfigLoader(SampleTrainers.ALL);

        assertThat(loader.project(project.dir(), null, Map.of()).workspace())
                .isEqualTo(new WorkspaceConfig(null, "results", "/srv/plimsoll", "trials"));
        assertThat(loader.project(project.dir(), "alone", Map.of()).workspace())
                .isEqualTo(WorkspaceConfig.of(".plimsoll"));
        assertThat(loader.project(project.dir(), "other", Map.of()).workspace())
                .isEqualTo(new WorkspaceConfig(null, "results", "/srv/plimsoll", "other"));
        assertThat(loader.project(project.dir(), "named", Map.of("RESULTS", "results"))
                        .workspace()
                        .database())
                .isEqualTo("results");
        assertThat(ProjectFolder.faultsOf(() -> loader.project(project.dir(), "named", Map.of("RESULTS", "secret"))))
                .contains("workspace.database: the value of the environment variable is not a database of plimsoll.yml")
                .doesNotContain("secret");
    }

    @Test
    void anEmptyProjectFileHasDefaultsOnly() {
        ProjectFolder project = new ProjectFolder(dir).project("# nothing yet\n");

        ProjectConfig config = new ConfigLoader(SampleTrainers.ALL).project(project.dir(), null, Map.of());

        assertThat(config)
                .isEqualTo(new ProjectConfig(
                        WorkspaceConfig.of(".plimsoll"),
                        ProjectConfig.Engine.LOCAL,
                        new ProjectConfig.LimitsConfig(null, null),
                        ProjectConfig.Promotion.AUTOMATIC,
                        new ProjectConfig.AuditConfig(null),
                        new ProjectConfig.WebhooksConfig(false),
                        List.of(),
                        Map.of(),
                        Map.of()));
    }
}

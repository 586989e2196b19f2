package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.data.ColumnType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseSourcesTest {
    private static final String PROJECT = """
            databases:
              registry: {host: localhost, database: d, user: u, password: "${PASSWORD}"}
            profiles:
              prod: {databases: {registry: {host: db.example.org}}}
            """;

    @TempDir
    Path dir;

    @Test
    void aFileTakesThePlaceOfRows() {
        ProjectFolder project = project("{database: registry, table: a, types: {x: text}}");

        SourceConfig source = project.load("lung", Overrides.parse(List.of(), List.of("rows=new.csv")))
                .data()
                .sources()
                .get("rows");

        assertThat(source)
                .isEqualTo(SourceConfig.ofFiles("new.csv", null, Map.of("x", ColumnType.TEXT), CsvOptions.USUAL));
    }

    @Test
    void aDatabaseThatTheProjectDoesNotHaveIsNamedWithItsPlace() {
        ProjectFolder project = project("{database: registy, table: a}");
        ConfigLoader loader = new ConfigLoader(SampleTrainers.ALL);
        ConfigLoader known = loader.in(loader.project(project.dir(), null, Map.of()));

        assertThat(ProjectFolder.faultsOf(() -> known.load(project.dir(), "lung", Overrides.none())))
                .isEqualTo("""
                        error[CONFIG_INVALID]: data.sources.rows.database: 'registy' is not a database of plimsoll.yml (did you mean 'registry'?), indications/lung.yml:2:35
                        help: one of: registry
                        """);
        assertThat(known.load(project.dir(), "lung", Overrides.parse(List.of(), List.of("rows=a.csv"))))
                .isNotNull();
    }

    @Test
    void whatIsCalledRowsOfADatabase() {
        Map<String, SourceConfig> table = project("{database: registry, table: public.a}")
                .load("lung")
                .data()
                .sources();
        Map<String, SourceConfig> query = project("{database: registry, query: SELECT 1}")
                .load("lung")
                .data()
                .sources();

        assertThat(Objects.requireNonNull(table.get("rows")).shown()).isEqualTo("registry.public.a");
        assertThat(Objects.requireNonNull(query.get("rows")).shown()).isEqualTo("registry.query");
    }

    /** As the environment says when the password is needed, and not before. */
    @Test
    void aProfileChangesAKeyOfADatabase() {
        ProjectFolder project = project("{database: registry, table: a}");

        DatabaseConfig registry = Objects.requireNonNull(new ConfigLoader(SampleTrainers.ALL)
                .project(project.dir(), "prod", Map.of())
                .databases()
                .get("registry"));

        assertThat(registry.host()).isEqualTo("db.example.org");
        assertThat(registry.user()).isEqualTo("u");
        assertThat(registry.password()).isEqualTo(new Secret("PASSWORD"));
    }

    @Test
    void everyKeyOfADatabaseIsTaken() {
        assertThat(database("""
                {host: db.example.org, port: 5433, database: clinical, user: reader@db, password: "${PASSWORD}",
                     schema: trials, tls: require, timeout: 60}
                """))
                .isEqualTo(new DatabaseConfig(
                        "db.example.org",
                        5433,
                        "clinical",
                        "reader@db",
                        new Secret("PASSWORD"),
                        "trials",
                        DatabaseConfig.Tls.REQUIRE,
                        60));
    }

    @Test
    void whatIsNotSaidOfADatabaseIsSafe() {
        DatabaseConfig near = database("{host: localhost, database: d, user: u}");
        DatabaseConfig far = database("{host: db.example.org, database: d, user: u}");

        assertThat(near.encryption()).isEqualTo(DatabaseConfig.Tls.DISABLE);
        assertThat(far.encryption()).isEqualTo(DatabaseConfig.Tls.VERIFY_FULL);
        assertThat(far).isEqualTo(new DatabaseConfig("db.example.org", 5432, "d", "u", null, null, null, 600));
    }

    @Test
    void aSecretIsWhatTheEnvironmentSays() {
        Secret secret = new Secret("PASSWORD");

        assertThat(secret.in(Map.of("PASSWORD", "x"))).contains("x");
        assertThat(secret.in(Map.of("PASSWORD", ""))).isEmpty();
        assertThat(secret.in(Map.of())).isEmpty();
    }

    private DatabaseConfig database(String yaml) {
        ProjectFolder project = new ProjectFolder(dir).project("databases:\n  registry:\n    " + yaml + "\n");
        return Objects.requireNonNull(new ConfigLoader(SampleTrainers.ALL)
                .project(project.dir(), null, Map.of())
                .databases()
                .get("registry"));
    }

    private ProjectFolder project(String source) {
        return new ProjectFolder(dir).project(PROJECT).indication("lung", """
                indication: lung
                data: {sources: {rows: %s}, key: id}
                features: {numeric: [x]}
                models:
                  ANY:
                    target: y
                    task: regression
                    metric: mae
                    guardrail: {rules: [{metric: mae, against: mean, better_by: 0}]}
                """.formatted(source)
                .getBytes(StandardCharsets.UTF_8));
    }
}

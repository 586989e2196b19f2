package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.cli.sample.SampleProject;
import io.plimsoll.contracts.Rounds;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample project with its table in PostgreSQL, every column of a type that fits it. */
class PostgresSourcesTest {
    @TempDir
    Path project;

    private Path newest = Path.of("");

    @BeforeEach
    void writeProject() {
        boolean isThere = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        assumeTrue(isThere, "there is a PostgreSQL for tests on Linux x86-64 only");
        Rounds.onFirstJdkOnly();
        SampleProject.writeTo(project);
    }

    @Test
    void aTableAndAQueryGiveTheModelThatTheFileGives() throws IOException, SQLException {
        JsonNode expected = train(Map.of());
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            load(postgres, project.resolve("data/lung_sites.csv"));
            Files.writeString(project.resolve("plimsoll.yml"), """
                    databases:
                      registry: {host: localhost, port: %d, database: postgres, user: postgres, password: "${SITES}"}
                    """.formatted(postgres.getPort()));

            for (String rows : List.of("table: trials.sites", "query: SELECT * FROM trials.sites ORDER BY random()")) {
                readFrom("{database: registry, " + rows + "}");
                JsonNode run = train(Map.of("SITES", "secret"));

                assertThat(run.at("/dataset/sha256")).as(rows).isEqualTo(expected.at("/dataset/sha256"));
                assertThat(run.get("model_sha256")).as(rows).isEqualTo(expected.get("model_sha256"));
            }
            assertThat(type(Map.of(), "-w", newest.toString(), "datasets", "show", "lung@1", "--json")
                            .exits(0)
                            .out())
                    .contains("registry.query")
                    .doesNotContain("secret", "localhost");
        }
        assertThat(type(Map.of("SITES", "secret"), "check", "lung").exits(3).err())
                .contains("error[SOURCE_UNREACHABLE]: database 'registry' does not answer at localhost:");
        assertThat(type(Map.of(), "check", "lung").exits(3).err())
                .contains("error[CONFIG_INVALID]: the environment variable SITES is not set");
        type(Map.of(), "check", "lung", "--data", "sites=data/lung_sites.csv").exits(0);
    }

    private JsonNode train(Map<String, String> environment) throws IOException {
        newest = Files.createTempDirectory(project, "workspace");
        return new Terminal(project, environment)
                .type("-w", newest.toString(), "--json", "train", "lung")
                .exits(0)
                .json();
    }

    private Terminal.Answer type(Map<String, String> environment, String... arguments) {
        return new Terminal(project, environment).type(arguments);
    }

    private void readFrom(String source) throws IOException {
        Path file = project.resolve("indications/lung.yml");
        Files.writeString(file, Files.readString(file).replaceFirst("sources: .*", "sources: {sites: " + source + "}"));
    }

    private static void load(EmbeddedPostgres postgres, Path csv) throws IOException, SQLException {
        List<List<String>> rows =
                Files.readAllLines(csv).stream().map(CsvLines::fields).toList();
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < rows.get(0).size(); i++) {
            int column = i;
            List<String> values =
                    rows.stream().skip(1).map(row -> row.get(column)).toList();
            columns.add('"' + rows.get(0).get(i) + "\" " + type(values));
        }
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA trials");
            statement.execute("CREATE TABLE trials.sites (" + String.join(", ", columns) + ")");
            statement.execute("COPY trials.sites FROM '" + csv + "' WITH (FORMAT csv, HEADER)");
        }
    }

    private static String type(List<String> values) {
        List<String> present = values.stream().filter(value -> !value.isEmpty()).collect(Collectors.toList());
        if (present.stream().allMatch(value -> value.matches("-?[0-9]{1,9}"))) {
            return present.size() % 2 == 0 ? "integer" : "numeric(20, 4)";
        }
        if (present.stream().allMatch(value -> value.matches("-?[0-9]+(\\.[0-9]+)?"))) {
            return present.size() % 2 == 0 ? "double precision" : "numeric";
        }
        return present.stream().allMatch(value -> value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) ? "date" : "text";
    }
}

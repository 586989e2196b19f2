package io.plimsoll.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.contracts.Samples;
import io.plimsoll.endpoint.EndpointSettings;
import io.plimsoll.endpoint.Specification;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.upkeep.Defect;
import io.plimsoll.upkeep.Doctor;
import io.plimsoll.workspace.Endpoints;
import io.plimsoll.workspace.Publishing;
import io.plimsoll.workspace.Publishing.DefaultVersion;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody with a database tool changes what was published: it is found out, naming where. */
class TamperedEndpointsTest {
    private static final String NAME = "lung-enrollment-training";
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path folder;

    @BeforeEach
    void publish() {
        try (LocalWorkspace workspace = open()) {
            Endpoints endpoints = workspace.endpoints();
            for (String content : List.of("1", "2", "3")) {
                endpoints.publish(new Publishing(
                        NAME, specification(content), EndpointSettings.USUAL, DefaultVersion.USUAL, "ada"));
            }
            endpoints.disable(NAME, OptionalInt.of(3), "grace", "wrong table");
            endpoints.setDefault(NAME, OptionalInt.of(1), "grace");
        }
        assertThat(defects()).isEmpty();
    }

    @Test
    void aVersionThatSomebodyEnabled() throws SQLException {
        execute("update endpoint_versions set disabled_at = null, disabled_by = null, disabled_reason = null");

        assertFound("state of the endpoint " + NAME + "@3: DISABLED", "it is not so");
    }

    @Test
    void anEndpointThatSomebodyDisabled() throws SQLException {
        execute("update endpoints set disabled_at = 1, disabled_by = 'eve', disabled_reason = 'mine'");

        assertFound("state of the endpoint " + NAME + ": DISABLED", "no event tells of it");
    }

    @Test
    void aDefaultThatSomebodyMoved() throws SQLException {
        execute("update endpoint_defaults set version = 2");

        assertThat(defects())
                .extracting(Defect::where)
                .containsExactlyInAnyOrder(
                        "default of the endpoint " + NAME + ": 1", "default of the endpoint " + NAME + ": 2");
    }

    @Test
    void settingsThatSomebodyChanged() throws SQLException {
        execute("update endpoint_versions set settings = replace(settings, '\"priority\":0', '\"priority\":9')"
                + " where version = 2");

        assertThat(defects())
                .hasSize(2)
                .allSatisfy(defect -> assertThat(defect.where()).startsWith("publication of " + NAME + "@2"));
    }

    @Test
    void aSpecificationThatSomebodyChangedIsNotGivenOut() throws SQLException {
        execute("update specifications set body = replace(body, '\"default\":\"250\"', '\"default\":\"1\"')");

        try (LocalWorkspace workspace = open()) {
            assertThatExceptionOfType(PlimsollException.class)
                    .isThrownBy(() -> workspace
                            .endpoints()
                            .specification(specification("1").sha256()))
                    .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.SPECIFICATION_UNREADABLE));
        }
    }

    private void assertFound(String where, String what) {
        assertThat(defects()).singleElement().satisfies(defect -> {
            assertThat(defect.invariant()).isEqualTo("I6");
            assertThat(defect.where()).isEqualTo(where);
            assertThat(defect.what()).contains(what);
        });
    }

    private static Specification specification(String content) {
        return Samples.specification("lung-enrollment", content);
    }

    private List<Defect> defects() {
        try (LocalWorkspace workspace = open()) {
            return new Doctor(workspace, CLOCK).defects();
        }
    }

    private LocalWorkspace open() {
        return LocalWorkspace.open(folder, CLOCK);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("plimsoll.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

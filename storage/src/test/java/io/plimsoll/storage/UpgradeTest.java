package io.plimsoll.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.audit.Chain;
import io.plimsoll.canonical.Sha256;
import io.plimsoll.contracts.Samples;
import io.plimsoll.step.RunKind;
import io.plimsoll.step.StepName;
import io.plimsoll.upkeep.Doctor;
import io.plimsoll.upkeep.Repair;
import io.plimsoll.workspace.AliasMove;
import io.plimsoll.workspace.Event;
import io.plimsoll.workspace.Event.Action;
import io.plimsoll.workspace.ModelRegistry.Registration;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.PromotedBy;
import io.plimsoll.workspace.VersionState;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace that the first released version made is taken over with all that it remembers. */
class UpgradeTest {
    private static final String SCHEMA = "io/plimsoll/storage/schema";

    /** What has been released is never changed: a database that was made by it would be refused. */
    private static final Map<String, String> RELEASED = Map.of(
            "V1__workspace.sql",
            "e9a0dd662257565a02392f6bda1cfbe118941ac86f64554da59540d97fca6146",
            "V2__registry.sql",
            "f682d141ec7fd61d767fce41747b154b15da2cb84bbb63fb5033e0ad5577aa12");

    @TempDir
    private Path folder;

    @BeforeEach
    void makeAnOldWorkspace() throws Exception {
        String url = "jdbc:sqlite:" + folder.resolve("plimsoll.db");
        Flyway.configure(getClass().getClassLoader())
                .loggers("io.plimsoll.storage.metadata.SilentLog")
                .locations("classpath:" + SCHEMA)
                .dataSource(url, null, null)
                .target("1")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    run("run-1", 1_000),
                    run("run-2", 2_000),
                    "insert into models values ('lung', 2, 1100)",
                    version(1, "run-1", 1_100, ""),
                    version(2, "run-2", 2_100, "\"champion\":1,"),
                    "insert into version_tags values ('lung', 2, 'metric', 'wape')",
                    "insert into alias_history values ('lung', 'champion', 1, null, 1, 1100, 'run-1', '')",
                    "insert into alias_history values ('lung', 'champion', 2, 1, 2, 2100, 'run-2', '')",
                    "insert into alias_history values ('lung', 'champion', 3, 2, null, 3000, null, 'the target changed')")) {
                statement.execute(sql);
            }
            for (String id : List.of("run-1", "run-2")) {
                for (StepName step : RunKind.TRAINING.steps()) {
                    statement.execute("insert into run_steps values ('" + id + "', " + (step.number() - 1) + ", '"
                            + step.name() + "', 'SUCCEEDED', 5, 'done')");
                }
            }
        }
        try (LocalWorkspace workspace = open()) {
            workspace.artifacts().putModel(Samples.model("1"));
            workspace.artifacts().putModel(Samples.model("2"));
        }
    }

    @Test
    void everythingIsStillThere() {
        try (LocalWorkspace workspace = open()) {
            List<ModelVersion> versions = workspace.models().versions("lung");
            assertThat(versions).extracting(ModelVersion::version).containsExactly(2, 1);
            assertThat(versions.get(0).tags()).containsEntry("metric", "wape");
            assertThat(versions.get(0).state()).isEqualTo(VersionState.ACTIVE);
            assertThat(workspace.runs().find("run-1").orElseThrow().actor()).isEmpty();
            assertThat(workspace.models().aliasHistory("lung", "champion"))
                    .extracting(AliasMove::promotedBy)
                    .containsExactly(PromotedBy.FIRST, PromotedBy.PASSED, null);
        }
    }

    @Test
    void whatHappenedBeforeThereWasALogIsTakenOverIntoIt() throws Exception {
        try (LocalWorkspace workspace = open()) {
            List<Event> events = workspace.events().events(0, 100);

            assertThat(events).hasSize(5);
            for (Event event : events) {
                assertThat(event.read().action()).isEqualTo(Action.ADOPTED);
            }
            assertThat(events.get(4).read().reason()).isEqualTo("the target changed");
            assertThat(Chain.verify(workspace.events())).isEmpty();
        }
    }

    @Test
    void everyInvariantHoldsAndWorkGoesOn() {
        Clock clock = Clock.systemUTC();
        try (LocalWorkspace workspace = open()) {
            workspace.runs().begin(Samples.runOf("lung", "run-3"));
            Registration next = workspace
                    .models()
                    .register(Samples.candidate("lung", "run-3", "3"), OptionalInt.empty(), Samples.admission());
            assertThat(next).isInstanceOf(Registration.Registered.class);
        }
        try (LocalWorkspace workspace = open()) {
            new Repair(workspace, clock).repair();
            assertThat(new Doctor(workspace, clock).defects())
                    .as("only the files of the version that was registered without any are missing")
                    .allSatisfy(defect -> assertThat(defect.where()).isEqualTo("lung@3"));
        }
    }

    @Test
    void whatWasReleasedIsAsItWas() throws Exception {
        for (Map.Entry<String, String> script : RELEASED.entrySet()) {
            try (InputStream in = Objects.requireNonNull(
                    getClass().getClassLoader().getResourceAsStream(SCHEMA + "/" + script.getKey()))) {
                assertThat(Sha256.of(in.readAllBytes())).as(script.getKey()).isEqualTo(script.getValue());
            }
        }
    }

    private static String run(String id, long started) {
        return "insert into runs values ('" + id + "', 'lung', 'ENROLLMENT', 'lung', 'old', 'SUCCEEDED', 'REGISTERED',"
                + " 'GUARDRAIL_MET', 'met', " + started + ", " + (started + 200) + ", '{}', null)";
    }

    private static String version(int number, String run, long created, String champion) {
        String sha256 = Samples.model(Integer.toString(number)).sha256();
        return "insert into model_versions values ('lung', " + number + ", '" + sha256 + "', '" + run + "', " + created
                + ", '{" + champion + "\"decision\":{\"kind\":\"REGISTER\"}}')";
    }

    private LocalWorkspace open() {
        return LocalWorkspace.open(folder, Clock.systemUTC());
    }
}

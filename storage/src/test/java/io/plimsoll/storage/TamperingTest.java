package io.plimsoll.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.audit.Chain;
import io.plimsoll.contracts.Rounds;
import io.plimsoll.contracts.Samples;
import io.plimsoll.upkeep.Defect;
import io.plimsoll.upkeep.Doctor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody with a database tool changes what was recorded: it is found out, naming where. */
class TamperingTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final int EVENTS = 5;

    @TempDir
    private Path folder;

    @BeforeAll
    static void takeLongOnce() {
        Rounds.onFirstJdkOnly();
    }

    @BeforeEach
    void register() throws Exception {
        try (ChildProcess child = ChildProcess.start(StoringMain.class, folder, "run", EVENTS)) {
            assertThat(child.await()).isZero();
        }
        assertThat(defects()).isEmpty();
    }

    @Test
    void anEventThatWasEdited() throws SQLException {
        execute("update events set body = replace(body, '\"ada\"', '\"eve\"') where sequence = 3");
        assertBreaksAt(3);
    }

    @Test
    void anEventThatWasDeleted() throws SQLException {
        execute("delete from events where sequence = 2");
        assertBreaksAt(2);
    }

    @Test
    void theLastEventsCutOff() throws SQLException {
        execute("delete from events where sequence > 3");
        assertBreaksAt(4);
    }

    @Test
    void theLastEventsCutOffTogetherWithTheHead() throws SQLException {
        execute("delete from events where sequence > 3");
        execute("update event_head set sequence = 3, sha256 = (select sha256 from events where sequence = 3)");
        assertBreaksAt(4);
    }

    @Test
    void allEventsGone() throws SQLException {
        execute("delete from events");
        execute("update event_head set sequence = 0, sha256 = '" + "0".repeat(64) + "'");
        assertBreaksAt(1);
    }

    @Test
    void theCheckpointsGoneOrChanged() throws Exception {
        Path checkpoints = folder.resolve("checkpoints/checkpoints.jsonl");
        String lines = Files.readString(checkpoints);
        Files.writeString(checkpoints, lines.replaceFirst("\"sequence\":5", "\"sequence\":4"));
        assertThat(broken()).contains("signature is wrong");
        Files.writeString(checkpoints, lines.replaceFirst("\"sha256\":\"..", "\"sha256\":\"ff"));
        assertThat(broken()).contains("signature is wrong");
        Files.delete(checkpoints);
        assertThat(defects())
                .singleElement()
                .satisfies(defect -> assertThat(defect.what()).contains("no checkpoint covers it yet"));
    }

    @Test
    void aChampionThatNoEventTellsOf() throws SQLException {
        execute("update aliases set version = 2 where alias = 'champion'");
        assertThat(defects()).extracting(Defect::invariant).containsOnly("I3");
        execute("insert into alias_history (model, alias, sequence, from_version, to_version, moved_at, run_id, reason,"
                + " actor, promoted_by) values ('lung', 'champion', 6, 5, 2, 0, null, 'mine', 'eve', 'ROLLBACK')");
        assertThat(defects()).singleElement().satisfies(defect -> {
            assertThat(defect.invariant()).isEqualTo("I6");
            assertThat(defect.where()).contains("move of champion of lung from 5 to 2");
            assertThat(defect.what()).contains("no event tells of it");
        });
    }

    @Test
    void aVersionThatWasRemovedOrExchanged() throws SQLException {
        execute("update model_versions set sha256 = '"
                + Samples.model("run-0").sha256().replace('a', 'b') + "' where version = 1");
        assertThat(defects()).extracting(Defect::invariant).contains("I1", "I6");
        execute(
                "pragma foreign_keys = off",
                "delete from alias_history",
                "delete from aliases",
                "delete from version_tags",
                "delete from model_versions where version = 3");
        assertThat(defects()).extracting(Defect::invariant).contains("I3", "I6");
    }

    @Test
    void aRunThatDidNotTakeAllSteps() throws SQLException {
        execute("update run_steps set status = 'FAILED' where run_id = 'run-2' and name = 'EVALUATE'");
        assertThat(defects())
                .singleElement()
                .satisfies(defect -> assertThat(defect.invariant()).isEqualTo("I5"));
    }

    private void assertBreaksAt(long sequence) {
        try (LocalWorkspace workspace = LocalWorkspace.open(folder, CLOCK)) {
            assertThat(Chain.verify(workspace.events()))
                    .hasValueSatisfying(broken -> assertThat(broken.sequence()).isEqualTo(sequence));
        }
        assertThat(defects()).singleElement().satisfies(defect -> {
            assertThat(defect.invariant()).isEqualTo("I6");
            assertThat(defect.where()).isEqualTo("event " + sequence);
        });
    }

    private String broken() {
        try (LocalWorkspace workspace = LocalWorkspace.open(folder, CLOCK)) {
            return Chain.verify(workspace.events()).map(Chain.Break::what).orElse("nothing");
        }
    }

    private List<Defect> defects() {
        try (LocalWorkspace workspace = LocalWorkspace.open(folder, CLOCK)) {
            return new Doctor(workspace, CLOCK).defects();
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("plimsoll.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}

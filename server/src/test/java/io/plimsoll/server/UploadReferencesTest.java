package io.plimsoll.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.access.Role;
import io.plimsoll.contracts.Rounds;
import io.plimsoll.server.Served.Answer;
import io.plimsoll.server.Typed.Prompt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** How submissions name tables that were sent, and how long these are kept. */
class UploadReferencesTest {
    private static final String SUBMIT = "/api/v1/endpoints/" + SampleProject.training() + "/runs";

    @TempDir
    private static Path folder;

    private static SampleProject project;
    private static Served served;

    @BeforeAll
    static void serve() {
        Rounds.onFirstJdkOnly();
        project = SampleProject.published(folder);
        served = Served.idle(project);
    }

    @AfterAll
    static void end() {
        if (served != null) {
            served.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd",
                "../../plimsoll.yml",
                "data/lung_sites.csv",
                "upload:",
                "upload:../../x",
                "upload:0123",
                "UPLOAD:0000000000000000000000000000000000000000000000000000000000000000",
                "file:///etc/passwd",
                "*"
            })
    void aSubmissionNamesNoPlace(String path) {
        Answer refused = submit(path);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/data/sites");
    }

    @Test
    void anUploadThatIsNotThereIsMissedAtOnce() {
        Answer missing = submit("upload:" + "0".repeat(64));
        String there = "upload:" + served.sent("e,f\n1,2\n");
        Answer unknown = served.post(SUBMIT, "{\"data\": {\"no-such\": \"" + there + "\"}}")
                .as(Role.SUBMITTER)
                .once()
                .answer();

        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.text("/code")).isEqualTo("SOURCE_MISSING");
        assertThat(unknown.text("/code")).isEqualTo("UNKNOWN_PARAMETER");
        JsonNode version = served.see("/api/v1/endpoints/" + SampleProject.training() + "/versions/1");
        assertThat(version.at("/sources/0").asString()).isEqualTo("sites");
    }

    @Test
    void whatNoRunWaitsForIsGoneAfterADay() throws IOException {
        String waited = served.sent("a,b\n1,2\n");
        String forgotten = served.sent("a,b\n3,4\n");
        Answer submitted = submit("upload:" + waited);
        assertThat(submitted.status()).as(submitted.body()).isEqualTo(202);
        for (String sha256 : List.of(waited, forgotten)) {
            Files.setLastModifiedTime(place(sha256), FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        }

        String listed = Prompt.here(project).type("gc", "--delete").exits(0).out();

        assertThat(listed).contains(forgotten).doesNotContain(waited);
        assertThat(place(waited)).exists();
        assertThat(place(forgotten)).doesNotExist();
    }

    private static Path place(String sha256) {
        return project.folder()
                .resolve(".plimsoll/uploads")
                .resolve(sha256.substring(0, 2))
                .resolve(sha256);
    }

    private static Answer submit(String path) {
        return served.post(SUBMIT, "{\"data\": {\"sites\": \"" + path + "\"}}")
                .as(Role.SUBMITTER)
                .once()
                .answer();
    }
}

package io.plimsoll.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plimsoll.access.Role;
import io.plimsoll.contracts.Rounds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others make of the description of the interface, and whether the server keeps to it. */
class InterfaceTest {
    private static final String PYTHON = "PLIMSOLL_PYTHON";
    private static final int MINUTES = 5;

    @TempDir
    private Path folder;

    private Served served;

    @BeforeEach
    void serve() {
        Rounds.onFirstJdkOnly();
        assumeTrue(
                System.getenv(PYTHON) != null, PYTHON + " names no Python with the pinned libraries; ./verify sets it");
        served = Served.working(SampleProject.published(folder));
    }

    @AfterEach
    void end() {
        if (served != null) {
            served.close();
        }
    }

    /** Schemathesis sends what the description allows and what it does not, and looks at every answer. */
    @Test
    void noAnswerIsABreakdownOrAnotherThanIsDescribed() throws IOException, InterruptedException {
        int examples = Rounds.of(5, 200);

        String said = run(List.of(
                beside("schemathesis"),
                "run",
                served.server().address() + "/api/v1/openapi.json",
                "--header",
                "Authorization: Bearer " + served.token("fuzzer", Role.ADMIN),
                "--checks",
                "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance",
                "--phases",
                "coverage,fuzzing",
                "--max-examples",
                String.valueOf(examples),
                "--seed",
                "1",
                "--generation-with-security-parameters",
                "false",
                "--generation-database",
                "none",
                "--warnings",
                "off",
                "--no-color"));

        assertThat(said).containsPattern("([0-9]{3,}) generated, \\1 passed");
    }

    @Test
    void aClientThatIsMadeOfItSubmitsARunFollowsItAndReadsTheVerdict() throws IOException, InterruptedException {
        String said = run(List.of(
                System.getenv(PYTHON),
                Path.of("src/test/python/client.py").toAbsolutePath().toString(),
                served.server().address(),
                served.token("scheduler", Role.SUBMITTER),
                SampleProject.training(),
                Files.createDirectory(folder.resolve("client")).toString()));

        assertThat(said).contains("ok: SUCCEEDED PASS REGISTER");
    }

    private static String beside(String program) {
        return Path.of(System.getenv(PYTHON)).resolveSibling(program).toString();
    }

    /** What it said, if it ended well. */
    private String run(List<String> command) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        ProcessBuilder python = new ProcessBuilder(command).directory(folder.toFile());
        python.environment().put("PYTHONUTF8", "1");
        Process process =
                python.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        String text = Files.readString(said, StandardCharsets.UTF_8);
        assertThat(ended).as(text).isTrue();
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }
}

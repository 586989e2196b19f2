package io.plimsoll.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plimsoll.access.NewToken;
import io.plimsoll.access.Role;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.project.OpenProject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the server listens, and where not. */
class ListeningTest {
    @TempDir
    private Path folder;

    @Test
    void othersReachItOnlyOnceSomebodyCanSignIn() {
        SampleProject project = SampleProject.in(folder);

        PlimsollException refused = refused(project, "--host", "0.0.0.0", "--port", "0");
        assertThat(refused.code()).isEqualTo(ErrorCode.NOT_ALLOWED);
        assertThat(refused.code().exit()).isEqualTo(2);
        assertThat(refused.faults().get(0).help()).contains("plimsoll tokens create");

        try (OpenProject open = options(project).opening().open(project.surroundings())) {
            open.workspace().access().tokens().create(new NewToken("ci", "ci", Role.SUBMITTER, null), "tester");
        }
        try (RunningServer server =
                RunningServer.start(options(project, "--host", "0.0.0.0", "--port", "0"), project.surroundings())) {
            assertThat(server.link()).isEmpty();
            assertThat(server.address()).startsWith("http://localhost:");
        }
    }

    @Test
    void aPortThatIsTakenIsTold() {
        SampleProject project = SampleProject.in(folder);
        try (Served first = Served.idle(project)) {
            PlimsollException refused = refused(project, "--port", String.valueOf(first.port()));
            assertThat(refused.code()).isEqualTo(ErrorCode.USAGE);
            assertThat(refused.faults().get(0).help()).contains("--port");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port 65536",
                "--port x",
                "--lanes -1",
                "--lanes 65",
                "--lease 2",
                "--lanes",
                "--lanes 1 --lanes 2",
                "--bind 1",
                "extra",
                "--host none.invalid"
            })
    void aFaultyOptionIsTold(String arguments) {
        PlimsollException refused = catchThrowableOfType(
                PlimsollException.class,
                () -> ServerOptions.parse(arguments.split(" ")).address());

        assertThat(refused.code()).isEqualTo(ErrorCode.USAGE);
    }

    private static PlimsollException refused(SampleProject project, String... arguments) {
        return catchThrowableOfType(PlimsollException.class, () -> {
            try (RunningServer server = RunningServer.start(options(project, arguments), project.surroundings())) {
                throw new AssertionError("it listens at " + server.address());
            }
        });
    }

    private static ServerOptions options(SampleProject project, String... arguments) {
        String[] all = new String[arguments.length + 4];
        System.arraycopy(new String[] {"-p", project.folder().toString(), "--lanes", "0"}, 0, all, 0, 4);
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        return ServerOptions.parse(all);
    }
}

package io.plimsoll.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.project.surroundings.Surroundings;
import io.plimsoll.server.oidc.OidcSettings;
import io.plimsoll.server.oidc.SubjectClaim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the client's secret comes from. */
class SignInOptionsTest {
    private static final String ISSUER = "https://id.example.org";

    @TempDir
    private Path folder;

    @Test
    void theSecretStandsInAVariableOrInAFileOrThereIsNone() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), " of the file\n");
        SignInOptions bare = new SignInOptions(ISSUER, "x", SubjectClaim.SUB, null);
        SignInOptions named = new SignInOptions(ISSUER, "x", SubjectClaim.SUB, file);

        assertThat(bare.settings(with(Map.of())).clientSecret()).isNull();
        OidcSettings settings = bare.settings(with(Map.of("PLIMSOLL_OIDC_SECRET", "of the variable")));
        assertThat(settings.clientSecret()).isEqualTo("of the variable");
        assertThat(settings.toString()).doesNotContain("variable");
        assertThat(named.settings(with(Map.of())).clientSecret()).isEqualTo("of the file");
        assertThat(refused(named, Map.of("PLIMSOLL_OIDC_SECRET", "another")))
                .contains("--oidc-secret-file", "PLIMSOLL_OIDC_SECRET")
                .doesNotContain("another");
    }

    @Test
    void aFileThatHasNoSecretIsTold() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        Path large = Files.writeString(folder.resolve("large"), "x".repeat(5_000));

        for (Path file : new Path[] {empty, large, folder, folder.resolve("none")}) {
            assertThat(refused(new SignInOptions(ISSUER, "x", SubjectClaim.SUB, file), Map.of()))
                    .as(file.toString())
                    .contains("--oidc-secret-file");
        }
    }

    private String refused(SignInOptions options, Map<String, String> environment) {
        PlimsollException refused =
                catchThrowableOfType(PlimsollException.class, () -> options.settings(with(environment)));
        assertThat(refused.code()).isEqualTo(ErrorCode.USAGE);
        return refused.faults().get(0).what();
    }

    private Surroundings with(Map<String, String> environment) {
        Surroundings usual = new SampleProject(folder).surroundings();
        return new Surroundings(
                folder, environment, usual.clock(), usual.out(), usual.err(), false, usual.random(), usual.secrets());
    }
}

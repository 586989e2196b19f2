package io.plimsoll.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {
    private static final String TOKEN = "plim_0123456789ab_" + "Aa-_0".repeat(8) + "xyz";

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080, http://127.0.0.1:8080",
        "HTTP://localhost:1/, http://localhost:1",
        "http://[::1]:8080, http://[::1]:8080",
        "http://127.1.2.3, http://127.1.2.3",
        "https://models.example.org, https://models.example.org"
    })
    void anAddressIsSchemeHostAndPort(String given, String read) {
        assertThat(ServerAddress.isOne(given)).isTrue();
        assertThat(ServerAddress.parse(given).root()).hasToString(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://models.example.org",
                "http://10.0.0.1:8080",
                "http://127.0.0.1.example.org",
                "http://0.0.0.0:80"
            })
    void aTokenGoesToNoOtherMachineReadable(String given) {
        PlimsollException refused = catchThrowableOfType(PlimsollException.class, () -> ServerAddress.parse(given));

        assertThat(refused.code()).isEqualTo(ErrorCode.NOT_ALLOWED);
        assertThat(refused.faults().get(0).help()).contains("https");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://",
                "https://user:secret@example.org",
                "https://example.org/plimsoll",
                "https://example.org?x=1",
                "https://example.org#x",
                "https://exa mple.org"
            })
    void moreOrLessIsRefused(String given) {
        PlimsollException refused = catchThrowableOfType(PlimsollException.class, () -> ServerAddress.parse(given));

        assertThat(refused.code()).isEqualTo(ErrorCode.USAGE);
        assertThat(refused).hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {".plimsoll", "http", "https-results", "/http://", "../http:/x"})
    void aFolderIsNoServer(String given) {
        assertThat(ServerAddress.isOne(given)).isFalse();
    }

    @Test
    void whateverIsInANameStaysInItsSegment() {
        assertThat(ServerAddress.segment("a/b c?#%ü..")).isEqualTo("a%2Fb%20c%3F%23%25%C3%BC..");
        assertThat(ServerAddress.query("/runs", Map.of("model", "a&b=c", "status", "", "limit", "2")))
                .isEqualTo("/runs?limit=2&model=a%26b%3Dc");
    }

    @Test
    void aTokenComesFromTheEnvironmentOrAFile(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("token"), TOKEN + "\n");

        assertThat(ServerToken.of(Map.of("PLIMSOLL_TOKEN", " " + TOKEN), folder))
                .isEqualTo(TOKEN);
        assertThat(ServerToken.of(Map.of("PLIMSOLL_TOKEN_FILE", "token"), folder))
                .isEqualTo(TOKEN);
    }

    @Test
    void whatIsNoTokenIsNeitherSentNorShown(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("long"), "x".repeat(2_000));
        Files.writeString(folder.resolve("other"), "hunter2");

        for (Map<String, String> environment : java.util.List.of(
                Map.<String, String>of(),
                Map.of("PLIMSOLL_TOKEN", "hunter2"),
                Map.of("PLIMSOLL_TOKEN_FILE", "none"),
                Map.of("PLIMSOLL_TOKEN_FILE", "long"),
                Map.of("PLIMSOLL_TOKEN_FILE", "other"))) {
            PlimsollException refused =
                    catchThrowableOfType(PlimsollException.class, () -> ServerToken.of(environment, folder));
            assertThat(refused.code()).isEqualTo(ErrorCode.UNAUTHENTICATED);
            assertThat(refused).hasMessageNotContaining("hunter2");
            assertThat(refused.faults().get(0).help()).contains("PLIMSOLL_TOKEN", "tokens create");
        }
        PlimsollException both = catchThrowableOfType(
                PlimsollException.class,
                () -> ServerToken.of(Map.of("PLIMSOLL_TOKEN", TOKEN, "PLIMSOLL_TOKEN_FILE", "other"), folder));
        assertThat(both.code()).isEqualTo(ErrorCode.USAGE);
    }
}

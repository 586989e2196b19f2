package io.plimsoll.storage.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemaTest {
    @Test
    void knowsEveryScriptThatFlywayFinds() throws IOException, URISyntaxException {
        URL folder = Objects.requireNonNull(Schema.class.getResource("/io/plimsoll/storage/schema"));

        try (Stream<Path> scripts = Files.list(Path.of(folder.toURI()))) {
            assertThat(scripts.map(script -> script.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Schema.SCRIPTS.stream()
                            .filter(script -> script.endsWith(".sql"))
                            .toList());
        }
    }
}

package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.fault.PlimsollException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;

/** Whatever becomes of a file: it is read, or it is refused with faults that have places; never anything else, and never slowly. */
class MutationTest {
    private static final List<String> PIECES = List.of(
            "\t",
            "  ",
            "\n",
            "\r\n",
            "\r",
            ": ",
            "- ",
            "? ",
            "&a ",
            "*a",
            "!x ",
            "!!str ",
            "{",
            "}",
            "[",
            "]",
            ",",
            "#",
            "|",
            ">",
            "'",
            "\"",
            "%",
            "@",
            "`",
            "---\n",
            "...\n",
            "~",
            "null",
            ".nan",
            ".inf",
            "${X}",
            "\u0000",
            "\u0085",
            "\u2028",
            "\uFEFF",
            "\uD800",
            "𝒛",
            "é",
            "1e999",
            "99999999999999999999",
            "0x",
            "-",
            "<<: ",
            "models: ",
            "data: ",
            "rules: []",
            "task: regression");

    private @Nullable Path dir;

    /** One edit: from a position on, drop some characters and put in a piece, several times over. */
    record Edit(double position, int dropped, String piece, int times) {
        String of(String text) {
            int at = (int) (position * text.length());
            return text.substring(0, at) + piece.repeat(times) + text.substring(Math.min(text.length(), at + dropped));
        }
    }

    @BeforeProperty
    void makeFolder() throws IOException {
        dir = Files.createTempDirectory("mutation");
    }

    @AfterProperty
    void removeFolder() throws IOException {
        Files.deleteIfExists(folder().resolve("indications/lung.yml"));
        Files.deleteIfExists(folder().resolve("indications"));
        Files.deleteIfExists(folder());
    }

    @Property(tries = 600, seed = "7102089029775745388", edgeCases = EdgeCasesMode.NONE)
    void anEditedFileIsReadOrRefused(@ForAll("edits") List<Edit> edits) throws IOException {
        String text = Files.readString(Golden.file("good/lung.yml"));
        for (Edit edit : edits) {
            text = edit.of(text);
        }
        assertReadOrRefused(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 200, seed = "-610826918108150311")
    void bytesAreReadOrRefused(@ForAll byte[] bytes) {
        assertReadOrRefused(bytes);
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        Arbitrary<String> pieces =
                Arbitraries.oneOf(Arbitraries.of(PIECES), Arbitraries.strings().ofMaxLength(5));
        return Combinators.combine(
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 40),
                        pieces,
                        Arbitraries.frequencyOf(
                                Tuple.of(9, Arbitraries.just(1)),
                                Tuple.of(1, Arbitraries.integers().between(2, 3_000))))
                .as(Edit::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private void assertReadOrRefused(byte[] content) {
        ProjectFolder project = new ProjectFolder(folder()).indication("lung", content);
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> {
            try {
                IndicationConfig config = project.load("lung");
                assertThat(new ConfigLoader(SampleTrainers.ALL).stored(config.canonicalJson()))
                        .isEqualTo(config);
            } catch (PlimsollException e) {
                assertThat(e.faults()).isNotEmpty().allSatisfy(fault -> {
                    assertThat(fault.line()).startsWith("error[CONFIG_").doesNotContainPattern("\\p{Cntrl}");
                    assertThat(fault.where() + fault.what())
                            .contains("lung.yml")
                            .containsPattern("\\d+|fault");
                    assertThat(fault.help()).isNotBlank();
                });
            }
        });
    }

    private Path folder() {
        return Objects.requireNonNull(dir);
    }
}

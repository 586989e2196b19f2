package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.plimsoll.fault.PlimsollException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever becomes of a file: it is read, or it is refused with faults that have places; never anything else, and never slowly. Each mutant
 * follows from its number alone; there are many more of them with {@code -Dplimsoll.full=true}.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MutationTest {
    private static final int ROUNDS = Boolean.getBoolean("plimsoll.full") ? 4_000 : 150;
    private static final Duration LONGEST = Duration.ofSeconds(10);
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

    private static final String PROJECT = """
            # everything that can be said of a project
            workspace: ${HOME_DIR:-results}/all
            engine: local
            limits:
              threads: ${THREADS:-2}
              memory: 4GB
            profiles:
              dev: {limits: {threads: 1}}
              prod:
                workspace: ${PROD_HOME}
            """;

    private final ConfigLoader loader = new ConfigLoader(SampleTrainers.ALL);

    @TempDir
    Path dir;

    /** Each with its own file, so that no mutant is of one file only. */
    @ParameterizedTest
    @ValueSource(strings = {"lung", "everything", "overriding", "minimal"})
    void anEditedIndicationIsReadOrRefused(String name) throws IOException {
        String text = Files.readString(Golden.file("good/" + name + ".yml"));
        assertThatCode(() -> indication(name, text.getBytes(StandardCharsets.UTF_8)))
                .doesNotThrowAnyException();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] content = edited(text, new Random(round)).getBytes(StandardCharsets.UTF_8);
            assertReadOrRefused(name + ".yml", round, content, () -> indication(name, content));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dev", "prod"})
    void anEditedProjectIsReadOrRefused(String profile) {
        assertThatCode(() -> project(profile, PROJECT.getBytes(StandardCharsets.UTF_8)))
                .doesNotThrowAnyException();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] content = edited(PROJECT, new Random(round)).getBytes(StandardCharsets.UTF_8);
            assertReadOrRefused("plimsoll.yml", round, content, () -> project(profile, content));
        }
    }

    @Test
    void spoiltBytesAreReadOrRefused() throws IOException {
        byte[] lung = Files.readAllBytes(Golden.file("good/lung.yml"));
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(round);
            byte[] bytes = round % 2 == 0 ? lung.clone() : new byte[random.nextInt(200)];
            if (round % 2 == 0) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            } else {
                random.nextBytes(bytes);
            }
            assertReadOrRefused("lung.yml", round, bytes, () -> indication("lung", bytes));
        }
    }

    /** One to four edits: from a place on, some characters are dropped and a piece is put in, now and then very often. */
    private static String edited(String text, Random random) {
        String edited = text;
        for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
            int at = random.nextInt(edited.length() + 1);
            int end = Math.min(edited.length(), at + (random.nextInt(3) == 0 ? 0 : random.nextInt(41)));
            String piece = random.nextInt(4) == 0 ? characters(random) : PIECES.get(random.nextInt(PIECES.size()));
            int times = random.nextInt(10) == 0 ? 2 + random.nextInt(3_000) : 1;
            edited = edited.substring(0, at) + piece.repeat(times) + edited.substring(end);
        }
        return edited;
    }

    private static String characters(Random random) {
        StringBuilder characters = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            characters.append((char) random.nextInt(random.nextBoolean() ? 128 : 65_536));
        }
        return characters.toString();
    }

    private void indication(String name, byte[] content) {
        IndicationConfig config =
                new ProjectFolder(dir).indication(name, content).load(name);
        assertThat(loader.stored(config.canonicalJson())).isEqualTo(config);
    }

    private void project(String profile, byte[] content) {
        ProjectFolder folder = new ProjectFolder(dir).file("plimsoll.yml", content);
        loader.project(folder.dir(), profile.isEmpty() ? null : profile, Map.of("PROD_HOME", "/srv"));
    }

    private static void assertReadOrRefused(String file, int round, byte[] content, Executable load) {
        String mutant = "mutant " + round + " of " + file + ":\n" + new String(content, StandardCharsets.UTF_8);
        Assertions.assertTimeout(
                LONGEST,
                () -> {
                    try {
                        load.execute();
                    } catch (PlimsollException e) {
                        assertPlaced(e, file, mutant);
                    } catch (RuntimeException | StackOverflowError e) {
                        throw new AssertionError(mutant, e);
                    }
                },
                mutant);
    }

    private static void assertPlaced(PlimsollException refusal, String file, String mutant) {
        assertThat(refusal.faults()).as(mutant).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.line()).startsWith("error[CONFIG_").doesNotContainPattern("\\p{Cntrl}");
            boolean ofCommand = fault.where().startsWith("--profile");
            assertThat(fault.where() + fault.what()).containsPattern(ofCommand ? "profile" : file);
            assertThat(ofCommand ? "0" : fault.where() + fault.what()).containsPattern("\\d|fault");
            assertThat(fault.help()).isNotBlank();
        });
    }
}

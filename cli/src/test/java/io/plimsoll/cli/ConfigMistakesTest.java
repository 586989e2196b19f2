package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.plimsoll.cli.sample.SampleProject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes that people make in an indication file, as the command line answers them. */
class ConfigMistakesTest {
    @TempDir
    Path project;

    /** Name of the mistake, what stands in the file, what is written instead, and what the answer must say. */
    static Stream<Arguments> mistakes() throws IOException {
        try (InputStream file = ConfigMistakesTest.class.getResourceAsStream("config-mistakes.txt")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> arguments((Object[]) line.translateEscapes().split(" \\| ", -1)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void isAnsweredWithItsPlaceAndNothingHappens(String name, String text, String mistake, String said)
            throws IOException {
        SampleProject.writeTo(project);
        Path config = project.resolve("indications/lung.yml");
        String before = Files.readString(config);
        assertThat(before).as("the sample holds what %s replaces", name).contains(text);
        Files.writeString(config, before.replaceFirst(Pattern.quote(text), mistake));

        Terminal.Answer answer = new Terminal(project).type("train", "lung").exits(2);

        List<String> lines = answer.err().lines().toList();
        assertThat(lines.get(0)).matches("error\\[CONFIG_(INVALID|SYNTAX)]: .*, indications/lung\\.yml:\\d+:\\d+");
        assertThat(answer.err()).contains(said).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(lines).hasSizeGreaterThanOrEqualTo(2).hasSizeLessThanOrEqualTo(8);
        for (int i = 0; i < lines.size(); i += 2) {
            assertThat(lines.get(i)).startsWith("error[");
            assertThat(lines.get(i + 1)).startsWith("help: ");
        }
        assertThat(answer.out()).isEmpty();
        assertThat(project.resolve(".plimsoll")).as("the workspace").doesNotExist();
    }

    @Test
    void severalMistakesAreAnsweredAtOnce() throws IOException {
        SampleProject.writeTo(project);
        Path config = project.resolve("indications/lung.yml");
        Files.writeString(
                config,
                Files.readString(config)
                        .replace("trees: 250", "trees: 0")
                        .replace("metric: wape\n", "metric: mpae\n")
                        .replace("unseen: all_zeros", "unseen: zeros"));

        Terminal.Answer answer =
                new Terminal(project).type("train", "lung", "--all").exits(2);

        assertThat(answer.err()).contains("settings.trees", "'mpae' is not a metric (did you mean 'mape'?)", "unseen");
    }
}

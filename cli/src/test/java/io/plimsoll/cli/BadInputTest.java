package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contracts.Rounds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bad input as the command line answers it, word for word, one golden file for each. {@code -Dplimsoll.golden=write} writes them anew, for a
 * person to read.
 */
class BadInputTest {
    private static final Path GOLDEN = Path.of("src/test/resources/io/plimsoll/cli/bad-input");
    private static final Map<String, byte[]> INPUTS = BadInputs.all();

    @TempDir
    Path project;

    private Terminal terminal;

    @BeforeEach
    void makeProject() throws IOException {
        Rounds.onFirstJdkOnly();
        Files.createDirectories(project.resolve("indications"));
        Files.createDirectories(project.resolve("data"));
        Files.writeString(project.resolve("plimsoll.yml"), "engine: local\n");
        Files.writeString(project.resolve("data/other.csv"), "id,arm\n1,2\n");
        Files.writeString(project.resolve("indications/small.yml"), """
                indication: small
                default_model: AMOUNT
                data:
                  sources: {t: data/good.csv}
                  query: SELECT * FROM t WHERE trial IS DISTINCT FROM 'none'
                  key: id
                  group: trial
                features: {numeric: [arms], categorical: [phase]}
                models:
                  AMOUNT:
                    target: y
                    task: regression
                    target_scale: log1p
                    settings: {trees: 5}
                    metric: mae
                    guardrail: {rules: [{metric: mae, at_most: 100}]}
                  OPEN:
                    target: open
                    task: classification
                    settings: {trees: 5}
                    metric: auc
                    guardrail: {rules: [{metric: auc, at_least: 0.1}]}
                """);
        Files.writeString(project.resolve("data/good.csv"), BadInputs.good());
        terminal = new Terminal(project);
    }

    static Stream<String> names() {
        return INPUTS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isAnsweredInTheSameWordsAndNothingIsRegistered(String name) throws IOException {
        Files.write(project.resolve("data/bad.csv"), INPUTS.get(name));

        check(name, "AMOUNT", "t=data/bad.csv");
    }

    @ParameterizedTest
    @MethodSource("sources")
    void namesWhatIsWrongWithAPath(String name, String path) throws IOException {
        check(name, "AMOUNT", "t=" + path);
    }

    static Stream<Arguments> sources() {
        return Stream.of(
                Arguments.of("path-missing", "data/no.csv"),
                Arguments.of("path-of-a-folder", "data"),
                Arguments.of("pattern-of-nothing", "data/no-*.csv"),
                Arguments.of("pattern-of-different-files", "data/*.csv"));
    }

    @ParameterizedTest
    @MethodSource("classes")
    void namesWhatIsWrongWithClasses(String name, String table) throws IOException {
        Files.writeString(project.resolve("data/bad.csv"), table);

        check(name, "OPEN", "t=data/bad.csv");
    }

    static Stream<Arguments> classes() {
        return Stream.of(
                Arguments.of("one-class", BadInputs.table(i -> i + ",t" + i % 30 + ",1,P1,1,1")),
                Arguments.of(
                        "rarer-class-too-rare",
                        BadInputs.table(i -> i + ",t" + i % 30 + ",1,P1,1," + (i < 19 ? 1 : 0))),
                Arguments.of("three-classes", BadInputs.table(i -> i + ",t" + i % 30 + ",1,P1,1," + i % 3)));
    }

    @Test
    void whatIsNotWrongIsAccepted() throws IOException {
        String good = BadInputs.good();
        String crlf = "\ufeff" + good.replace("\n", "\r\n");
        Files.writeString(project.resolve("data/bad.csv"), crlf);
        terminal.type("check", "small", "--data", "t=data/bad.csv").exits(0);
        Files.writeString(
                project.resolve("data/bad.csv"),
                good.replace("open\n", "open,more\n").replaceAll("(?m)(\\d)$", "$1,x"));
        terminal.type("check", "small", "--data", "t=data/bad.csv").exits(0);
    }

    private void check(String name, String modelType, String data) throws IOException {
        Terminal.Answer answer =
                terminal.type("train", "small", modelType, "--data", data).exits(2);

        Path golden = GOLDEN.resolve(name + ".txt");
        String errors = answer.err()
                .lines()
                .filter(line -> line.startsWith("error[") || line.startsWith("help: "))
                .map(line -> line + "\n")
                .reduce("", String::concat);
        if ("write".equals(System.getProperty("plimsoll.golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, errors, StandardCharsets.UTF_8);
        }
        assertThat(errors).isEqualTo(Files.readString(golden));
        assertThat(errors).startsWith("error[").doesNotContain("s3cret");
        assertThat(answer.err())
                .doesNotContain("\tat ")
                .doesNotContain("Exception")
                .doesNotContain("s3cret");
        assertThat(terminal.type("--json", "models", "list").json().get("models"))
                .isEmpty();
    }
}

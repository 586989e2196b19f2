package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tables that can be read and should not be as they are, as {@code check} answers them, word for word, one golden file for each.
 * {@code -Dplimsoll.golden=write} writes them anew, for a person to read.
 */
class DataMistakesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/io/plimsoll/cli/bad-input");
    private static final String FEATURES = "{numeric: [arms, year], categorical: [phase]}";
    private static final int ROWS = 300;

    @TempDir
    Path project;

    private Terminal terminal;

    @BeforeEach
    void makeProject() throws IOException {
        Files.createDirectories(project.resolve("indications"));
        Files.writeString(project.resolve("plimsoll.yml"), "engine: local\n");
        terminal = new Terminal(project);
    }

    static Stream<Arguments> declared() {
        return Stream.of(
                Arguments.of("allowed-violated", "columns: {phase: {allowed: [P0, P1]}}"),
                Arguments.of("range-violated", "columns: {arms: {at_least: 1.5, at_most: 5}}"),
                Arguments.of("missing-too-often", "columns: {seen: {max_missing: 5%}}"),
                Arguments.of("required-missing", "columns: {seen: {required: true, severity: warning}}"),
                Arguments.of("rule-not-held", "rules: {recent: year > 2005}"));
    }

    @ParameterizedTest
    @MethodSource("declared")
    void namesWhatWasDeclaredAndIsNotSo(String name, String data) throws IOException {
        write(data, FEATURES, DataMistakesTest::row);
        requireAnswer(name);
    }

    static Stream<Arguments> suspect() {
        IntFunction<String> copied = i -> row(i < 290 ? i : i - 290).replaceFirst("^[0-9]+", String.valueOf(i));
        return Stream.of(
                Arguments.of("columns-all-missing-or-constant", FEATURES, row("s3cret", "")),
                Arguments.of("column-unique-in-every-row", FEATURES, numbered("s3cret")),
                Arguments.of(
                        "categories-unique-in-every-row", "{numeric: [arms], categorical: [note]}", numbered("s3cret")),
                Arguments.of("categories-alike", "{numeric: [arms], categorical: [note]}", (IntFunction<String>)
                        DataMistakesTest::alike),
                Arguments.of("dates-impossible", FEATURES, dated("1899-12-31")),
                Arguments.of("dates-of-no-calendar", FEATURES, dated("2021-02-30")),
                Arguments.of(
                        "years-impossible", FEATURES, (IntFunction<String>) i -> row(i).replace(",2003,", ",9999,")),
                Arguments.of("feature-is-the-target", "{numeric: [arms, copy], categorical: [phase]}", copy("")),
                Arguments.of(
                        "feature-recodes-the-target", "{numeric: [arms], categorical: [phase, copy]}", copy("s3cret")),
                Arguments.of(
                        "feature-gives-the-target-away",
                        "{numeric: [arms, near], categorical: [phase]}",
                        (IntFunction<String>) DataMistakesTest::near),
                Arguments.of("rows-twice", FEATURES, copied),
                Arguments.of("labels-at-odds", FEATURES, (IntFunction<String>) DataMistakesTest::atOdds));
    }

    @ParameterizedTest
    @MethodSource("suspect")
    void namesWhatNobodyHadToDeclare(String name, String features, IntFunction<String> row) throws IOException {
        write("", features, row);
        requireAnswer(name);
    }

    @Test
    void namesWhatIsUnlikeTheChampionsData() throws IOException {
        write("", FEATURES, DataMistakesTest::row);
        terminal.type("train", "small").exits(0);
        IntFunction<String> drifted = i -> row(i).replace(",P0,", ",s3cret,");

        write("", FEATURES, drifted);
        requireAnswer("drift");
        write("drift: {severity: error}", FEATURES, drifted);
        requireAnswer("drift-as-an-error");
        assertThat(terminal.type("train", "small").exits(2).err()).contains("error[DATA_DRIFT]: ");
    }

    /** A row without a fault: the year, at random, tells most rows apart, and the class depends on nothing. */
    private static String row(int i) {
        return row("n" + i % 3, i % 10 == 0 ? "" : "2020-01-1" + i % 10).apply(i);
    }

    /** The last two columns before the class: a note and the day when it was seen. */
    private static IntFunction<String> row(String note, String seen) {
        return i -> i + ",t" + i % 30 + "," + (1 + i * 31 % 97 / 16.0) + ",P" + i % 4 + "," + (1980 + i * 17 % 41) + ","
                + note + "," + seen + "," + label(i);
    }

    private static int label(int i) {
        return i * 5 % 7 < 3 ? 1 : 0;
    }

    private static IntFunction<String> numbered(String note) {
        return i -> row(note + i, "2020-01-1" + i % 10).apply(i);
    }

    private static String alike(int i) {
        return row(i % 3 == 0 ? "s3cret" : i % 3 == 1 ? "S3cret" : "s3\u0441ret", "2020-01-1" + i % 10)
                .apply(i);
    }

    private static IntFunction<String> dated(String wrong) {
        return i ->
                row("n" + i % 3, i % 100 == 7 ? wrong : "2020-01-1" + i % 10).apply(i);
    }

    /** A column called copy instead of the note. */
    private static IntFunction<String> copy(String prefix) {
        return i -> row(prefix + label(i), "2020-01-1" + i % 10).apply(i);
    }

    private static String near(int i) {
        return row(String.valueOf(label(i) * 10 + i % 9 / 2.0), "2020-01-1" + i % 10)
                .apply(i);
    }

    /** Every tenth row is like the one before it but for its class. */
    private static String atOdds(int i) {
        String before = row(i - 1 + i % 2).replaceFirst("^[0-9]+", String.valueOf(i));
        return i % 10 > 1 ? row(i) : before.replaceFirst("[01]$", String.valueOf(i % 2));
    }

    private void write(String data, String features, IntFunction<String> row) throws IOException {
        String note = features.contains("copy") ? "copy" : features.contains("near") ? "near" : "note";
        Files.writeString(
                project.resolve("t.csv"),
                "id,trial,arms,phase,year," + note + ",seen,open\n"
                        + IntStream.range(0, ROWS).mapToObj(row).collect(Collectors.joining("\n", "", "\n")));
        Files.writeString(project.resolve("indications/small.yml"), """
                indication: small
                data:
                  sources: {t: t.csv}
                  key: id
                  group: trial
                  %s
                features: %s
                models:
                  OPEN:
                    target: open
                    task: classification
                    settings: {trees: 2}
                    metric: auc
                    guardrail: {min_groups: 2, min_groups_of_rarer_class: 2, rules: [{metric: auc, at_least: 0.01}]}
                """.formatted(data, features));
    }

    private void requireAnswer(String name) throws IOException {
        Terminal.Answer answer = terminal.type("check", "small");
        String said = answer.err()
                .lines()
                .filter(line -> line.matches("(error|warning)\\[.*|help: .*"))
                .map(line -> line + "\n")
                .reduce("", String::concat);
        Path golden = GOLDEN.resolve(name + ".txt");
        if ("write".equals(System.getProperty("plimsoll.golden"))) {
            Files.writeString(golden, said, StandardCharsets.UTF_8);
        }
        assertThat(said).isEqualTo(Files.readString(golden)).contains("help: ");
        assertThat(answer.exit()).isEqualTo(said.contains("error[") ? 3 : 0);
        assertThat(answer.err()).doesNotContain("s3cret").doesNotContain("Exception");
        assertThat(answer.out()).doesNotContain("s3cret");
    }
}

package io.plimsoll.config.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.config.yaml.Node.Kind;
import io.plimsoll.config.yaml.Node.Mapping;
import io.plimsoll.config.yaml.Node.Scalar;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
    @TempDir
    Path dir;

    @Test
    void everythingKnowsWhereItWasWritten() {
        Mapping root = read("a: 1\nb:\n  c: [x, 'yé', 𝒛, last]\n");

        assertThat(place(root, "a")).isEqualTo("f.yml:1:4");
        assertThat(root.entry("b").orElseThrow().key().text()).isEqualTo("f.yml:2:1");
        Node.Sequence list =
                (Node.Sequence) root.mapping("b").orElseThrow().get("c").orElseThrow();
        assertThat(list.items())
                .extracting(item -> item.place().text())
                .containsExactly("f.yml:3:7", "f.yml:3:10", "f.yml:3:16", "f.yml:3:19");
        assertThat(list.items()).extracting(Node::path).startsWith("b.c[0]", "b.c[1]");
    }

    @Test
    void windowsLineEndsAndAByteOrderMarkChangeNothing() throws IOException {
        String text = "a: 1\nq: |\n  SELECT *\n  FROM t\nb: x\n";
        Mapping unix = file(text.getBytes(UTF_8));
        Mapping windows = file(("\uFEFF" + text.replace("\n", "\r\n")).getBytes(UTF_8));

        assertThat(windows).isEqualTo(unix);
        assertThat(place(windows, "b")).isEqualTo("f.yml:5:4");
        assertThat(windows.text("q")).hasValue("SELECT *\nFROM t\n");
    }

    @ParameterizedTest
    @CsvSource({
        "NO, TEXT",
        "yes, TEXT",
        "on, TEXT",
        "22:22, TEXT",
        "2024-01-31, TEXT",
        "1_000, TEXT",
        "20%, TEXT",
        "true, BOOLEAN",
        "False, BOOLEAN",
        "07, INTEGER",
        "0o14, INTEGER",
        "0x1F, INTEGER",
        "-3, INTEGER",
        "1e3, DECIMAL",
        ".5, DECIMAL",
        "'''5''', TEXT",
        "\"true\", TEXT",
        "~, NULL",
        "null, NULL"
    })
    void scalarsHaveTheTypesOfYaml12(String written, Kind kind) {
        Node value = read("a: " + written.replace("'''", "'") + "\n").get("a").orElseThrow();

        assertThat(value).isInstanceOf(Scalar.class);
        assertThat(((Scalar) value).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? ", "- - ? - ", "[{a: [", "!x [", "&a [", "{? "})
    void nestingCannotExhaustTheStack(String opening) {
        Assertions.assertTimeout(
                Duration.ofSeconds(10),
                () -> assertThatThrownBy(() -> read(opening.repeat(20_000)))
                        .isInstanceOf(PlimsollException.class)
                        .hasMessageContaining("nested deeper than 50 levels"));
    }

    @Test
    void fiftyLevelsAreAllowed() {
        assertThat(read("a: " + "[".repeat(49) + "]".repeat(49) + "\n").entries())
                .containsOnlyKeys("a");
    }

    @Test
    void bracketsInTextAreNoNesting() {
        Mapping root = read("q: |\n  " + "(".repeat(200) + "[{".repeat(200) + "\ns: '" + "[".repeat(300) + "'\n");

        assertThat(root.entries()).containsOnlyKeys("q", "s");
    }

    @Test
    void tabsMayStandInsideTextButNotBeforeAnything() {
        assertThat(read("a: |\n  x\n  \ty\nb: 'c\td'\n").text("a")).hasValue("x\n\ty\n");
        assertThat(read("a:\t1\n").text("a")).hasValue("1");
        for (String indented : new String[] {"a:\n\tb: 1\n", "a: [1,\n\t2]\n", "a:\n  - 1\n \t- 2\n", "\ta: 1\n"}) {
            assertThatThrownBy(() -> read(indented)).as(indented).hasMessageContaining("a tab indents this line");
        }
    }

    @Test
    void largeFilesAndLongLinesAreRefusedBeforeTheyAreParsed() throws IOException {
        byte[] large = "# comment\n".repeat(200_000).getBytes(UTF_8);
        byte[] lengthy = ("a: 1\nb: " + "x".repeat(200_000)).getBytes(UTF_8);

        assertThatThrownBy(() -> file(large)).hasMessageContaining("larger than 1 MiB");
        assertThatThrownBy(() -> file(lengthy)).hasMessageContaining("more than 100,000 characters, f.yml:2:1");
    }

    @Test
    void aBadCharacterIsNamedWithItsPlaceEvenFarIntoTheFile() throws IOException {
        byte[] text = ("# é comment\n".repeat(5_000) + "a: x\u0007y\n").getBytes(UTF_8);

        assertThatThrownBy(() -> file(text)).hasMessageContaining("U+0007").hasMessageEndingWith("f.yml:5001:5");
    }

    @Test
    void aFileThatIsNotThereOrNotAFileIsRefused() throws IOException {
        Files.createDirectory(dir.resolve("folder"));

        assertThatThrownBy(() -> new YamlReader(new Faults()).file(dir.resolve("none"), "none"))
                .hasMessageContaining("the file does not exist, none");
        assertThatThrownBy(() -> new YamlReader(new Faults()).file(dir.resolve("folder"), "folder"))
                .hasMessageContaining("the file is not a regular file, folder");
    }

    @Test
    void syntaxFaultsCarryTheirCode() {
        assertThatThrownBy(() -> read("a: b: c\n"))
                .isInstanceOfSatisfying(
                        PlimsollException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIG_SYNTAX));
    }

    @Test
    void whatIsWrongIsToldOnceAndInReadingOrder() {
        Faults faults = new Faults();
        faults.add("b", new Place("f.yml", 2, 9), "second", "help");
        faults.add("b", new Place("f.yml", 2, 9), "second", "help");
        faults.add("a", new Place("f.yml", 2, 3), "first", "help");

        assertThatThrownBy(faults::throwIfAny)
                .hasMessage("error[CONFIG_INVALID]: a: first, f.yml:2:3\nerror[CONFIG_INVALID]: b: second, f.yml:2:9");
    }

    @Test
    void aFloodOfFaultsIsCounted() {
        String text = "{" + "a: 1, ".repeat(3_000) + "}";

        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(PlimsollException.class, e -> {
            assertThat(e.faults()).hasSize(1_001);
            assertThat(e.faults().get(1_000).what()).isEqualTo("1999 more faults are not shown");
        });
    }

    @Test
    void whatAUserWroteIsShownOnOneLineWithoutControlCharacters() {
        assertThat(Shown.quoted("a\nb\u001b[31m\u202e")).isEqualTo("'a b\\u{1b}[31m\\u{202e}'");
        assertThat(Shown.quoted("x".repeat(100))).hasSize(67).endsWith("x…'");
        assertThat(Shown.key("a b")).isEqualTo("'a b'");
    }

    private static String place(Mapping root, String key) {
        return root.get(key).orElseThrow().place().text();
    }

    private static Mapping read(String text) {
        Faults faults = new Faults();
        Mapping root = (Mapping) new YamlReader(faults).text(text, "f.yml").orElseThrow();
        faults.throwIfAny();
        return root;
    }

    private Mapping file(byte[] content) throws IOException {
        Faults faults = new Faults();
        Path file = Files.write(dir.resolve("f.yml"), content);
        Mapping root = (Mapping) new YamlReader(faults).file(file, "f.yml").orElseThrow();
        faults.throwIfAny();
        return root;
    }
}

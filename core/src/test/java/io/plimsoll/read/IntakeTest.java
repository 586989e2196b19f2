package io.plimsoll.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.canonical.Sha256;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IntakeTest {
    private static final String UTF8 = "help: save it as uncompressed UTF-8 text, or name its encoding under options";
    private static final String NUL = "holds 1 NUL byte, so it is not text, ";
    private static final String UTF16 = "help: save it as UTF-8, or set options: {encoding: utf-16} on the source";
    private static final String NO_NUL = "help: write the file anew as text; a NUL stands in no value";
    private static final String SECRET = "s3cret";

    @TempDir
    Path dir;

    static Stream<Arguments> otherFormats() throws IOException {
        String export = "help: export it as CSV";
        return Stream.of(
                bad("is empty (0 bytes), x.csv", "help: give a file with a header and rows", ""),
                bad("is gzip-compressed, x.csv", "help: decompress it first", gzip()),
                bad("is a ZIP archive or a spreadsheet, not text, x.csv", export, "PK\u0003\u0004…"),
                bad(
                        "is a Parquet file, not text, x.csv",
                        "help: call it .parquet, or set format: parquet on the source",
                        "PAR1\u0015\u0000"));
    }

    static Stream<Arguments> otherEncodings() throws IOException {
        String marked = "\ufeffa,b\n1,2\n";
        String rows = "a,b\n" + "1,肺\n".repeat(300_000);
        return Stream.of(
                bad("is UTF-16 text, not UTF-8, x.csv", UTF16, marked.getBytes(StandardCharsets.UTF_16BE)),
                bad("is UTF-16 text, not UTF-8, x.csv", UTF16, marked.getBytes(StandardCharsets.UTF_16LE)),
                bad(
                        "holds 4 NUL bytes, so it is not text, x.csv:1",
                        NO_NUL,
                        "a,bx".getBytes(StandardCharsets.UTF_16LE)),
                bad(NUL + "x.csv:3", NO_NUL, "a,b\n1,2\n3,\u0000" + SECRET),
                bad(NUL + "x.csv:300002", NO_NUL, rows + "\u0000"),
                bad("is not UTF-8, x.csv:3", UTF8, ("a,b\n1,2\n3,ü" + SECRET).getBytes(StandardCharsets.ISO_8859_1)),
                bad("is not UTF-8, x.csv:300002", UTF8, join(rows, "ü")),
                bad("is not UTF-8: it ends inside a character, x.csv:2", UTF8, cut("a,b\n1,肺")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"otherFormats", "otherEncodings"})
    void refusesWhatIsNotCsvInOneLineWithPlaceAndHelp(String line, String help, byte[] content) throws IOException {
        Fault fault = faultsOf(content).get(0);

        assertThat(fault.line()).isEqualTo("error[SOURCE_MALFORMED]: source 'sites' " + line);
        assertThat(fault.advice()).isEqualTo(help);
        assertThat(fault.line()).doesNotContain(SECRET);
    }

    /** In each content an ↵ stands for a line feed and a ⇥ for a tab. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '/',
            value = {
                "\ufeff                     / column 1 has no name / name every column",
                "↵a,b↵1,2↵                  / column 1 has no name / name every column",
                "a,'  ',c↵                  / column 2 has no name / name every column",
                "a,b,↵1,2,↵                 / column 3 has no name / name every column",
                "a,b,a↵                     / column 3 repeats the name 'a' / name every column once",
                "Straße,b,STRASSE,strasse ↵ / column 4 is 'strasse ', which differs from 'STRASSE' only by"
                        + " case or spaces / SQL does not tell such names apart; rename one",
                "a,\"b↵1,s3cret↵            / has a quote in its header that is not closed / close it, or leave it out",
                "a;b↵1;2↵                   / has one column only, with semicolons in its name: they seem to separate the"
                        + " fields / set options: {delimiter: semicolon} on the source",
                "a⇥b|c↵1⇥2↵                 / has one column only, with tabs in its name: they seem to separate the fields"
                        + " / set options: {delimiter: tab} on the source",
                "a|b↵1|2↵                   / has one column only, with vertical bars in its name: they seem to separate"
                        + " the fields / set options: {delimiter: pipe} on the source",
            })
    void refusesAHeaderThatBindsWrongly(String content, String what, String help) throws IOException {
        String text = content.replace('↵', '\n').replace('⇥', '\t').replace("'", "");
        List<Fault> faults = faultsOf(text.getBytes(StandardCharsets.UTF_8));

        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).line()).isEqualTo("error[SOURCE_MALFORMED]: source 'sites' " + what + ", x.csv:1");
        assertThat(faults.get(0).help()).isEqualTo(help);
    }

    @Test
    void namesEveryFaultOfAHeaderAtOnce() throws IOException {
        assertThat(faultsOf("a,,A,a,\n".getBytes(StandardCharsets.UTF_8)))
                .extracting(Fault::what)
                .containsExactly(
                        "source 'sites' column 2 has no name",
                        "source 'sites' column 3 is 'A', which differs from 'a' only by case or spaces",
                        "source 'sites' column 4 is 'a', which differs from 'A' only by case or spaces",
                        "source 'sites' column 5 has no name");
    }

    @Test
    void saysHowToNameAFileThatIsMissing() {
        Fault fault = faultsOf(dir.resolve("absent.csv")).get(0);

        assertThat(fault.line()).isEqualTo("error[SOURCE_MISSING]: source 'sites' does not exist, x.csv");
        assertThat(fault.advice()).isEqualTo("help: give the path of a file, or --data sites=PATH");
    }

    @Test
    void wantsAFileAndNotAFolder() {
        Fault fault = faultsOf(dir).get(0);

        assertThat(fault.line()).isEqualTo("error[SOURCE_UNREADABLE]: source 'sites' is not a file, x.csv");
        assertThat(fault.advice()).isEqualTo("help: give the path of one file, or a pattern");
    }

    static Stream<Arguments> goodHeaders() {
        return Stream.of(
                Arguments.of("a,b\n", List.of("a", "b")),
                Arguments.of("a,b", List.of("a", "b")),
                Arguments.of("a,b\r\n1,2\r\n", List.of("a", "b")),
                Arguments.of("a,b\r1,2\r", List.of("a", "b")),
                Arguments.of("\ufeffa,b\n", List.of("a", "b")),
                Arguments.of("\ufeff\"a\",\"b\"\n", List.of("a", "b")),
                Arguments.of("\"a,1\",\"say \"\"b\"\"\"\n", List.of("a,1", "say \"b\"")),
                Arguments.of("\"a\nsecond line\",b\n1,2\n", List.of("a\nsecond line", "b")),
                Arguments.of("size 5\", size 6\"\n", List.of("size 5\"", " size 6\"")),
                Arguments.of("größe,国,🚢\n", List.of("größe", "国", "🚢")),
                Arguments.of("only\n1\n", List.of("only")),
                Arguments.of("a;b,c\n", List.of("a;b", "c")));
    }

    @ParameterizedTest
    @MethodSource("goodHeaders")
    void readsAHeaderAsItIsMeant(String content, List<String> header) throws IOException {
        String end = content.endsWith("\n") || content.endsWith("\r") ? "" : "\n";
        String row = String.join(",", Collections.nCopies(header.size(), "7"));

        TakenFile file = taken((content + end + row).getBytes(StandardCharsets.UTF_8));

        assertThat(file.names()).isEqualTo(header);
        assertThat(Files.readString(file.copy())).endsWith(row + "\n");
    }

    @Test
    void knowsTheBytesOfTheFile() throws IOException {
        byte[] content = ("a,b\n" + "1,肺\n".repeat(300_000)).getBytes(StandardCharsets.UTF_8);

        TakenFile file = taken(content);

        assertThat(file.bytes()).isEqualTo(content.length);
        assertThat(file.sha256()).isEqualTo(Sha256.of(content));
    }

    private TakenFile taken(byte[] content) throws IOException {
        return new Intake(copies())
                .take(source(Files.write(dir.resolve("x"), content)))
                .get(0);
    }

    private Path copies() throws IOException {
        return Files.createTempDirectory(dir, "copies");
    }

    private List<Fault> faultsOf(byte[] content) throws IOException {
        return faultsOf(Files.write(dir.resolve("x"), content));
    }

    private List<Fault> faultsOf(Path path) {
        return assertThatExceptionOfType(PlimsollException.class)
                .isThrownBy(() -> new Intake(dir).take(source(path)))
                .actual()
                .faults();
    }

    private static SourceSpec source(Path path) {
        return new SourceSpec("sites", path, "x.csv");
    }

    private static Arguments bad(String line, String help, String content) {
        return bad(line, help, content.getBytes(StandardCharsets.UTF_8));
    }

    private static Arguments bad(String line, String help, byte[] content) {
        return Arguments.of(line, help, content);
    }

    private static byte[] join(String utf8, String latin1) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(utf8.getBytes(StandardCharsets.UTF_8));
        bytes.write(latin1.getBytes(StandardCharsets.ISO_8859_1));
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private static byte[] cut(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(bytes, bytes.length - 1);
    }

    private static byte[] gzip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}

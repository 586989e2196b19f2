package io.plimsoll.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.access.Role;
import io.plimsoll.canonical.Sha256;
import io.plimsoll.contracts.Rounds;
import io.plimsoll.server.Served.Answer;
import io.plimsoll.server.Typed.Prompt;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables that are sent: taken in whole and as declared, or not at all; and read by runs under no other name than their hash. */
class UploadsTest {
    private static final String UPLOADS = "/api/v1/uploads";
    private static final String CSV = "text/csv";
    private static final String PARQUET = "application/vnd.apache.parquet";
    private static final int LARGEST = 2 << 20;
    private static final String SECRET = "4711-secret-cell";

    @TempDir
    private static Path folder;

    @TempDir
    private static Path elsewhere;

    private static SampleProject project;
    private static Served served;

    @BeforeAll
    static void serve() {
        Rounds.onFirstJdkOnly();
        project = SampleProject.published(folder);
        served = Served.taking(project, "2MiB");
    }

    @AfterAll
    static void end() {
        if (served != null) {
            served.close();
        }
    }

    @Test
    void aTableIsTakenInOnceHoweverOftenItIsSent() throws IOException {
        byte[] table = "site,trials\nA,1\nB,2\n".getBytes(StandardCharsets.UTF_8);
        Answer first = send(table, CSV);
        Answer again = send(table, "text/csv; charset=utf-8");

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(first.text("/upload")).isEqualTo("upload:" + Sha256.of(table));
        assertThat(first.json().at("/rows").asInt()).isEqualTo(2);
        assertThat(first.json().at("/bytes").asInt()).isEqualTo(table.length);
        assertThat(first.json().at("/columns/1")).hasToString("{\"name\":\"trials\",\"type\":\"INTEGER\"}");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(kept(Sha256.of(table))).containsExactly(Sha256.of(table) + ".csv");
        assertThat(scratch()).isEmpty();
    }

    @Test
    void aRunReadsWhatWasSentFromElsewhere() throws IOException {
        Prompt prompt = Prompt.at(served.server().address(), elsewhere, served.token("from-elsewhere", Role.SUBMITTER));
        List<String> lines = Files.readAllLines(project.folder().resolve("data/lung_sites.csv"));
        Files.write(elsewhere.resolve("new.csv"), lines.subList(0, lines.size() - 3));

        Typed followed = prompt.type(
                "submit", "lung-activation", "--data", "sites=new.csv", "--idempotency-key", "sent", "--follow");
        Typed again = prompt.type("submit", "lung-activation", "--data", "sites=new.csv", "--idempotency-key", "sent");
        Typed made = prompt.type("--json", "datasets", "list", "--input", "new.csv");

        assertThat(followed.exits(0).out()).contains("REGISTERED lung-activation@1");
        assertThat(again.exits(0).out()).contains("was submitted under this key before");
        assertThat(made.exits(0).json().at("/datasets/0/name").asString()).isEqualTo("lung");
        byte[] rows = served.get("/api/v1/datasets/lung/versions/1/rows")
                .as(Role.APPROVER)
                .send(BodyHandlers.ofByteArray())
                .body();
        Answer parquet = send(rows, PARQUET);
        assertThat(parquet.status()).as(parquet.body()).isEqualTo(201);
        assertThat(parquet.json().at("/rows").asLong())
                .isEqualTo(made.json().at("/datasets/0/rows").asLong());
        assertThat(prompt.type("submit", "lung-activation", "--data", "sites=none.csv")
                        .exits(2)
                        .err())
                .startsWith("error[SOURCE_MISSING]: ");
        assertThat(prompt.type("submit", "lung-activation", "--data", "sites=x.jsonl")
                        .exits(2)
                        .err())
                .startsWith("error[SOURCE_MISSING]: ");
    }

    static Stream<byte[]> noTables() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(("a,b\n1," + SECRET + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return Stream.concat(
                Stream.of(
                                "",
                                "a,b\n",
                                "a,a\n1," + SECRET + "\n",
                                "a,b\n1,2,3," + SECRET + "\n",
                                "a,b\n1,\"" + SECRET + "\n",
                                "a,\n1," + SECRET + "\n",
                                "PAR1" + SECRET)
                        .map(text -> text.getBytes(StandardCharsets.UTF_8)),
                Stream.of(zipped.toByteArray(), ("a,b\n1," + SECRET).getBytes(StandardCharsets.UTF_16)));
    }

    @ParameterizedTest
    @MethodSource("noTables")
    void whatIsNoTableIsRefusedWithoutAValue(byte[] bytes) throws IOException {
        for (String type : List.of(CSV, PARQUET)) {
            Answer refused = send(bytes, type);

            assertThat(refused.status()).as(refused.body()).isEqualTo(422);
            assertThat(refused.text("/code")).startsWith("SOURCE_");
            assertThat(refused.body()).doesNotContain(SECRET, folder.toString(), "/tmp", Sha256.of(bytes));
        }
        assertThat(kept(Sha256.of(bytes))).isEmpty();
        assertThat(scratch()).isEmpty();
    }

    @Test
    void whatIsNotAsDeclaredIsRefused() throws IOException {
        byte[] table = "c,d\n5,6\n".getBytes(StandardCharsets.UTF_8);
        Answer other = send(BodyPublishers.ofByteArray(table), digest(Sha256.of("else")), CSV);
        Answer none = served.post(UPLOADS, BodyPublishers.ofByteArray(table))
                .as(Role.SUBMITTER)
                .with("Content-Type", CSV)
                .answer();
        Answer weak = send(BodyPublishers.ofByteArray(table), "md5=:1B2M2Y8AsgTpgAmY7PhCfg==:", CSV);
        Answer json = send(BodyPublishers.ofByteArray(table), digest(Sha256.of(table)), "application/json");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("/code")).isEqualTo("DIGEST_MISMATCH");
        assertThat(none.text("/code")).isEqualTo("DIGEST_MISSING");
        assertThat(weak.text("/code")).isEqualTo("DIGEST_MISSING");
        assertThat(json.status()).isEqualTo(415);
        assertThat(kept(Sha256.of(table))).isEmpty();
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItHasCome() {
        byte[] large = ("a,b\n" + "1,2\n".repeat(LARGEST / 4)).getBytes(StandardCharsets.UTF_8);
        String digest = digest(Sha256.of(large));
        String announced = RawRequest.send(served.port(), head(digest, 900_000_000_000L) + "a,b\n");
        Answer unannounced = send(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)), digest, CSV);

        assertThat(announced).startsWith("HTTP/1.1 413").contains("UPLOAD_TOO_LARGE");
        assertThat(unannounced.status()).isEqualTo(413);
        assertThat(unannounced.text("/code")).isEqualTo("UPLOAD_TOO_LARGE");
        Typed typed = typedLarge(large);
        assertThat(typed.exits(2).err())
                .startsWith("error[SERVER_REFUSED]: the table is larger than " + LARGEST + " bytes");
    }

    private static Typed typedLarge(byte[] large) {
        try {
            Files.write(elsewhere.resolve("large.csv"), large);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return Prompt.at(served.server().address(), elsewhere, served.token("sender", Role.SUBMITTER))
                .type("submit", "lung-activation", "--data", "sites=large.csv");
    }

    @Test
    void whatBreaksOffIsNotKept() throws IOException {
        String table = "a,b\n1,2\n3,4\n";
        String answer =
                RawRequest.cutShort(served.port(), head(digest(Sha256.of(table)), table.length()) + "a,b\n1,2\n");

        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(kept(Sha256.of(table))).isEmpty();
        assertThat(scratch()).isEmpty();
    }

    @Test
    void onlySubmittersSendTables() {
        byte[] table = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
        BodyPublisher body = BodyPublishers.ofByteArray(table);

        assertThat(served.post(UPLOADS, body).with("Content-Type", CSV).answer().status())
                .isEqualTo(401);
        assertThat(served.post(UPLOADS, body)
                        .as(Role.VIEWER)
                        .with("Content-Type", CSV)
                        .with("Content-Digest", digest(Sha256.of(table)))
                        .answer()
                        .status())
                .isEqualTo(403);
    }

    private static Answer send(byte[] table, String type) {
        return send(BodyPublishers.ofByteArray(table), digest(Sha256.of(table)), type);
    }

    private static Answer send(BodyPublisher body, String digest, String type) {
        return served.post(UPLOADS, body)
                .as(Role.SUBMITTER)
                .with("Content-Type", type)
                .with("Content-Digest", digest)
                .answer();
    }

    static String digest(String sha256) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256)) + ":";
    }

    private static String head(String digest, long length) {
        return "POST " + UPLOADS + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + served.token("raw", Role.SUBMITTER) + "\r\nContent-Type: text/csv\r\nContent-Digest: " + digest
                + "\r\nContent-Length: " + length + "\r\nConnection: close\r\n\r\n";
    }

    private static List<String> kept(String sha256) throws IOException {
        Path place = project.folder().resolve(".plimsoll/uploads/" + sha256.substring(0, 2) + "/" + sha256);
        return Files.isDirectory(place) ? names(place) : List.of();
    }

    /** What is left of tables that were looked at. */
    private static List<String> scratch() throws IOException {
        try (Stream<Path> tree = Files.walk(project.folder().resolve(".plimsoll/staging"))) {
            return tree.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".csv") || name.endsWith(".parquet"))
                    .toList();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}

package io.plimsoll.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.access.Role;
import io.plimsoll.canonical.Sha256;
import io.plimsoll.contracts.Rounds;
import io.plimsoll.server.Served.Asking;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Files of the workspace over HTTP: the bytes that lie there, whole or in parts, and nothing else. */
class FilesTest {
    private static final String FILES = "/api/v1/models/lung-activation/versions/1/files";
    private static final String GRAPH = FILES + "/content?path=model.onnx";
    private static final String ROWS = "/api/v1/datasets/lung/versions/1/rows";

    @TempDir
    private static Path folder;

    private static Served served;
    private static SampleProject project;
    private static String run = "";

    @BeforeAll
    static void serve() {
        Rounds.onFirstJdkOnly();
        project = SampleProject.in(folder);
        project.type("train", "lung", "ACTIVATION");
        served = Served.idle(project);
        run = served.see("/api/v1/runs").at("/items/0/run").asString();
    }

    @AfterAll
    static void end() {
        if (served != null) {
            served.close();
        }
    }

    @Test
    void everyFileOfAVersionIsGivenAsItWasRegistered() {
        JsonNode files = served.see(FILES).at("/items");

        assertThat(files.valueStream().map(file -> file.at("/path").asString()))
                .contains("model.onnx", "contract.json", "manifest.json", "MLmodel");
        for (JsonNode file : files) {
            HttpResponse<byte[]> given =
                    get(FILES + "/content?path=" + file.at("/path").asString());
            String sha256 = file.at("/sha256").asString();
            assertThat(given.statusCode()).isEqualTo(200);
            assertThat(Sha256.of(given.body())).isEqualTo(sha256);
            assertThat(given.body()).hasSize(file.at("/bytes").asInt());
            assertThat(header(given, "ETag")).isEqualTo("\"" + sha256 + "\"");
            assertThat(header(given, "Repr-Digest"))
                    .isEqualTo("sha-256=:"
                            + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256)) + ":");
            assertThat(header(given, "Content-Disposition"))
                    .matches("attachment; filename=\"lung-activation-1-[A-Za-z0-9._-]+\"");
            assertThat(header(given, "Content-Type")).isEqualTo("application/octet-stream");
            assertThat(header(given, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(given, "Accept-Ranges")).isEqualTo("bytes");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, 0, 10",
        "bytes=5-5, 5, 6",
        "bytes=100-, 100, -1",
        "bytes=-7, -7, -1",
        "bytes=10-99999999, 10, -1"
    })
    void aPartIsThatPart(String range, int from, int end) {
        byte[] whole = get(GRAPH).body();
        int first = from < 0 ? whole.length + from : from;
        int last = end < 0 ? whole.length : end;

        HttpResponse<byte[]> part = asking(GRAPH, range).send(BodyHandlers.ofByteArray());

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, first, last));
        assertThat(header(part, "Content-Range")).isEqualTo("bytes " + first + "-" + (last - 1) + "/" + whole.length);
        assertThat(header(part, "ETag")).isEqualTo("\"" + Sha256.of(whole) + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=99999999-", "bytes=99999999-100000000", "bytes=-0"})
    void aPartThatIsNotThereIsRefused(String range) {
        HttpResponse<String> refused = asking(GRAPH, range).send(BodyHandlers.ofString());

        assertThat(refused.statusCode()).isEqualTo(416);
        assertThat(header(refused, "Content-Range"))
                .isEqualTo("bytes */" + get(GRAPH).body().length);
        assertThat(refused.body()).contains("RANGE_NOT_SATISFIABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=", "bytes=9-2", "bytes=a-b", "rows=1-2", "bytes=0-1,5-6", "bytes=0-0,0-0,0-0", "x"})
    void whatIsNoSinglePartIsTheWhole(String range) {
        HttpResponse<byte[]> whole = asking(GRAPH, range).send(BodyHandlers.ofByteArray());

        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(get(GRAPH).body());
    }

    @Test
    void aPartOfAnotherStateIsTheWholeOfThisOne() {
        String tag = header(get(GRAPH), "ETag");
        String other = "\"" + "0".repeat(64) + "\"";

        assertThat(asking(GRAPH, "bytes=0-3")
                        .with("If-Range", tag)
                        .send(BodyHandlers.ofByteArray())
                        .body())
                .hasSize(4);
        assertThat(asking(GRAPH, "bytes=0-3")
                        .with("If-Range", other)
                        .send(BodyHandlers.ofByteArray())
                        .statusCode())
                .isEqualTo(200);
        assertThat(asking(GRAPH, "bytes=0-3")
                        .with("If-Range", "W/" + tag)
                        .send(BodyHandlers.ofByteArray())
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<byte[]> known = served.get(GRAPH)
                .as(Role.VIEWER)
                .with("If-None-Match", other + ", W/" + tag)
                .send(BodyHandlers.ofByteArray());
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(header(known, "ETag")).isEqualTo(tag);
    }

    @Test
    void headTellsTheSameWithoutTheBytes() {
        HttpResponse<byte[]> whole = get(GRAPH);
        HttpResponse<byte[]> head =
                served.ask("HEAD", GRAPH, null).as(Role.VIEWER).send(BodyHandlers.ofByteArray());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "Content-Length")).isEqualTo(String.valueOf(whole.body().length));
        assertThat(header(head, "ETag")).isEqualTo(header(whole, "ETag"));
        assertThat(served.ask("HEAD", GRAPH, null).answer().status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../manifest.json",
                "..%2F..%2Fmetadata.db",
                "%2Fetc%2Fpasswd",
                "model.onnx%00",
                "plan.json",
                "08-register/findings.json",
                "./model.onnx",
                "model.onnx%2F",
                "native/../model.onnx",
                "MODEL.ONNX",
                "file:%2F%2F%2Fetc%2Fpasswd",
                "..%5C..%5Cplimsoll.yml",
                "%25",
                ""
            })
    void onlyWhatIsListedIsThere(String path) {
        for (String place : new String[] {FILES, "/api/v1/runs/" + run + "/evidence"}) {
            HttpResponse<String> refused =
                    served.get(place + "/content?path=" + path).as(Role.ADMIN).send(BodyHandlers.ofString());

            assertThat(refused.statusCode()).as(place).isIn(400, 404);
            assertThat(refused.body()).contains("\"code\"").doesNotContain(folder.toString());
        }
    }

    @Test
    void figuresOfARunAreForEverybodyAndRowsForApprovers() throws IOException {
        String evidence = "/api/v1/runs/" + run + "/evidence";
        JsonNode files = served.see(evidence).at("/items");
        int rows = 0;
        for (JsonNode file : files) {
            String path = evidence + "/content?path=" + file.at("/path").asString();
            byte[] stored = Files.readAllBytes(project.folder()
                    .resolve(".plimsoll/runs")
                    .resolve(run)
                    .resolve(file.at("/path").asString()));
            boolean holdsRows = file.at("/holds_rows").asBoolean();
            rows += holdsRows ? 1 : 0;

            assertThat(file.at("/bytes").asInt()).isEqualTo(stored.length);
            assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain(folder.toString());
            assertThat(served.get(path).as(Role.SUBMITTER).answer().status())
                    .as(path)
                    .isEqualTo(holdsRows ? 403 : 200);
            assertThat(served.get(path)
                            .as(Role.APPROVER)
                            .send(BodyHandlers.ofByteArray())
                            .body())
                    .isEqualTo(stored);
        }
        assertThat(rows).isPositive().isLessThan(files.size());
    }

    @Test
    void theRowsOfADatasetAreForApprovers() {
        HttpResponse<byte[]> given = served.get(ROWS).as(Role.APPROVER).send(BodyHandlers.ofByteArray());

        assertThat(given.statusCode()).isEqualTo(200);
        assertThat(Arrays.copyOf(given.body(), 4)).asString().isEqualTo("PAR1");
        assertThat(header(given, "ETag")).isEqualTo("\"" + Sha256.of(given.body()) + "\"");
        assertThat(header(given, "Content-Disposition")).isEqualTo("attachment; filename=\"lung-1.parquet\"");
        assertThat(served.get(ROWS).as(Role.SUBMITTER).answer().status()).isEqualTo(403);
    }

    @Test
    void aDamagedFileIsNotGivenOut(@TempDir Path other) throws IOException {
        SampleProject damaged = SampleProject.in(other);
        damaged.type("train", "lung", "ACTIVATION");
        flip(damaged.folder().resolve(".plimsoll/models"), "contract.json");
        flip(damaged.folder().resolve(".plimsoll/datasets"), "data.parquet");
        try (Served serving = Served.idle(damaged)) {
            HttpResponse<String> model = serving.get(FILES + "/content?path=contract.json")
                    .as(Role.VIEWER)
                    .send(BodyHandlers.ofString());
            HttpResponse<String> rows = serving.get(ROWS).as(Role.APPROVER).send(BodyHandlers.ofString());

            assertThat(model.statusCode()).isEqualTo(500);
            assertThat(model.body()).contains("\"INTERNAL\"").doesNotContain("contract", other.toString());
            assertThat(rows.statusCode()).isEqualTo(500);
            assertThat(serving.get(GRAPH).as(Role.VIEWER).answer().status()).isEqualTo(200);
        }
    }

    private static void flip(Path root, String name) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            Path file = tree.filter(path -> path.endsWith(name)).findFirst().orElseThrow();
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
        }
    }

    private static HttpResponse<byte[]> get(String path) {
        return served.get(path).as(Role.VIEWER).send(BodyHandlers.ofByteArray());
    }

    private static Asking asking(String path, String range) {
        return served.get(path).as(Role.VIEWER).with("Range", range);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}

package io.plimsoll.storage.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.canonical.Sha256;
import io.plimsoll.contracts.Samples;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileArtifactStoreTest {
    private static final Clock CLOCK = Clock.fixed(Samples.NOW, ZoneOffset.UTC);
    private static final ModelFiles MODEL = Samples.model("a");
    private static final String SHA256 = Sha256.of("rows");
    private static final byte[] PROFILE = "{\"rows\": 1}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Path root;
    private FileArtifactStore store;

    @BeforeEach
    void open() {
        root = folder.resolve("workspace");
        store = new FileArtifactStore(root, CLOCK);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void putsAModelUnderItsAddress() {
        store.putModel(MODEL);

        String sha256 = MODEL.sha256();
        Path address = root.resolve("models").resolve(sha256.substring(0, 2)).resolve(sha256);
        assertThat(address.resolve("native/model.ubj")).hasBinaryContent(MODEL.file("native/model.ubj"));
    }

    @Test
    void putsADatasetUnderItsAddressWithTheSumOfItsBytes() throws IOException {
        Path source = Files.writeString(folder.resolve("table"), "PAR1");

        store.putDataset(SHA256, source, PROFILE);

        Path address = root.resolve("datasets").resolve(SHA256.substring(0, 2)).resolve(SHA256);
        assertThat(address.resolve("data.parquet")).hasContent("PAR1");
        assertThat(address.resolve("data.parquet.sha256")).hasContent(Sha256.of("PAR1") + "  data.parquet\n");
    }

    @Test
    void neverReplacesDamagedFiles() throws IOException {
        store.putModel(MODEL);
        Path graph = address("models", MODEL.sha256()).resolve("model.onnx");
        Files.write(graph, new byte[] {1});
        assertRefused(ErrorCode.ARTIFACT_DAMAGED, () -> store.putModel(MODEL));
        assertThat(graph).hasBinaryContent(new byte[] {1});
        Files.delete(graph);
        assertRefused(ErrorCode.ARTIFACT_DAMAGED, () -> store.putModel(MODEL));

        Path source = Files.writeString(folder.resolve("table"), "PAR1");
        store.putDataset(SHA256, source, PROFILE);
        Files.writeString(address("datasets", SHA256).resolve("data.parquet"), "PAR2");
        assertRefused(ErrorCode.ARTIFACT_DAMAGED, () -> store.putDataset(SHA256, source, PROFILE));
        Files.delete(address("datasets", SHA256).resolve("data.parquet"));
        assertRefused(ErrorCode.ARTIFACT_DAMAGED, () -> store.putDataset(SHA256, source, PROFILE));
    }

    @Test
    void neverGivesOutAProfileOfWhichOneBitHasFlipped() throws IOException {
        store.putDataset(SHA256, Files.writeString(folder.resolve("table"), "PAR1"), PROFILE);
        for (String name : List.of("profile.json", "profile.json.sha256")) {
            Path file = address("datasets", SHA256).resolve(name);
            byte[] whole = Files.readAllBytes(file);
            for (int bit = 0; bit < whole.length * Byte.SIZE; bit++) {
                byte[] flipped = whole.clone();
                flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
                Files.write(file, flipped);
                assertRefused(ErrorCode.ARTIFACT_DAMAGED, () -> store.datasetProfile(SHA256));
                assertRefused(ErrorCode.ARTIFACT_DAMAGED, () -> store.verifyDataset(SHA256));
            }
            Files.write(file, whole);
        }
        assertThat(store.datasetProfile(SHA256)).hasValue(PROFILE);
    }

    @Test
    void aDatasetOfAnEarlierVersionHasNoProfileAndIsWhole() throws IOException {
        store.putDataset(SHA256, Files.writeString(folder.resolve("table"), "PAR1"), PROFILE);
        Files.delete(address("datasets", SHA256).resolve("profile.json"));
        assertRefused(ErrorCode.ARTIFACT_DAMAGED, () -> store.verifyDataset(SHA256));
        Files.delete(address("datasets", SHA256).resolve("profile.json.sha256"));

        store.verifyDataset(SHA256);
        assertThat(store.datasetProfile(SHA256)).isEmpty();
    }

    @Test
    void neverGivesOutADatasetOfWhichOneBitHasFlipped() throws IOException {
        Path source = Files.writeString(folder.resolve("table"), "PAR1 and what follows PAR1");
        store.putDataset(SHA256, source, PROFILE);
        Path copy = folder.resolve("copy");
        for (String name : List.of("data.parquet", "data.parquet.sha256")) {
            Path file = address("datasets", SHA256).resolve(name);
            byte[] whole = Files.readAllBytes(file);
            for (int bit = 0; bit < whole.length * Byte.SIZE; bit++) {
                byte[] flipped = whole.clone();
                flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
                Files.write(file, flipped);
                assertRefused(ErrorCode.ARTIFACT_DAMAGED, () -> store.copyDataset(SHA256, copy));
                assertThat(copy).doesNotExist();
            }
            Files.delete(file);
            assertRefused(ErrorCode.ARTIFACT_DAMAGED, () -> store.copyDataset(SHA256, copy));
            assertThat(copy).doesNotExist();
            Files.write(file, whole);
        }
        store.copyDataset(SHA256, copy);
        assertThat(copy).hasContent("PAR1 and what follows PAR1");
    }

    @Test
    void findsAManifestThatIsNotTheOneAddressed() throws IOException {
        store.putModel(MODEL);
        Path manifest = address("models", MODEL.sha256()).resolve("manifest.json");

        Files.writeString(manifest, "{}");
        assertRefused(ErrorCode.ARTIFACT_DAMAGED, () -> store.model(MODEL.sha256()));
        Files.delete(manifest);
        assertRefused(ErrorCode.ARTIFACT_DAMAGED, () -> store.model(MODEL.sha256()));
    }

    @Test
    void leavesNothingBehindWhateverHappens() throws IOException {
        store.putModel(MODEL);
        store.putEvidence("run-1", "card.html", new byte[1]);
        assertRefused(ErrorCode.STORAGE, () -> store.putDataset(SHA256, folder.resolve("absent"), PROFILE));
        assertRefused(ErrorCode.STORAGE, () -> store.putDataset(SHA256, folder, PROFILE));
        Files.createDirectories(root.resolve("runs/run-1/a/b"));
        assertRefused(ErrorCode.STORAGE, () -> store.putEvidence("run-1", "a", new byte[1]));

        assertThat(staged()).containsExactly("lock");
        assertThat(root.resolve("datasets")).doesNotExist();
        store.close();
        assertThat(root.resolve("staging")).isEmptyDirectory();
    }

    @Test
    void neverFollowsALinkOutOfARun() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "x");
        Files.createDirectories(root.resolve("runs/run-1"));
        Files.createSymbolicLink(root.resolve("runs/run-1/card.html"), secret);

        assertThat(store.evidence("run-1", "card.html")).isEmpty();
        store.putEvidence("run-1", "card.html", new byte[] {1});
        assertThat(secret).hasContent("x");
        assertThat(store.evidence("run-1", "card.html")).contains(new byte[] {1});
    }

    @Test
    void saysWhatAFolderNeedsThatCannotBeWritten() throws IOException {
        Files.createDirectory(root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
        assumeFalse(Files.isWritable(root), "this user may write everywhere");

        assertThatExceptionOfType(PlimsollException.class)
                .isThrownBy(() -> store.putModel(MODEL))
                .withMessageContaining("cannot be written")
                .withMessageContaining(root.toString());
    }

    @Test
    void saysHowMuchAFullDiskNeeds() {
        PlimsollException refusal = FileFaults.writing(new IOException("No space left on device"), root, 12_345);

        assertThat(refusal.code()).isEqualTo(ErrorCode.STORAGE);
        assertThat(refusal)
                .hasMessageContaining("the disk is full: 12,345 bytes are needed and ")
                .hasMessageContaining(root.toString());
    }

    private Path address(String kind, String sha256) {
        return root.resolve(kind).resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private List<String> staged() throws IOException {
        try (Stream<Path> tree = Files.walk(root.resolve("staging"), 2)) {
            return tree.filter(path -> root.resolve("staging").relativize(path).getNameCount() == 2)
                    .map(path -> path.getFileName().toString())
                    .toList();
        }
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable call) {
        assertThatExceptionOfType(PlimsollException.class)
                .isThrownBy(call)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}

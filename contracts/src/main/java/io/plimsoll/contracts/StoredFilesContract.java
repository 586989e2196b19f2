package io.plimsoll.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.canonical.Sha256;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.workspace.ArtifactStore;
import io.plimsoll.workspace.StoredContent;
import io.plimsoll.workspace.StoredContent.Kind;
import io.plimsoll.workspace.StoredFile;
import io.plimsoll.workspace.Upload;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ArtifactStore} does for those who read its files piece by piece, and send it theirs. */
public abstract class StoredFilesContract extends WorkspaceContract {
    private static final String SHA256 = Sha256.of("rows");
    private static final byte[] PROFILE = "{}".getBytes(StandardCharsets.UTF_8);

    private ArtifactStore artifacts;

    @BeforeEach
    final void findStore() {
        artifacts = workspace().artifacts();
    }

    @Test
    final void opensFilesFromAnyPlaceOn() throws IOException {
        ModelFiles model = Samples.model("opened");
        artifacts.putModel(model);
        artifacts.putEvidence("run-1", "07-evaluate/metrics.json", "0123456789".getBytes(StandardCharsets.UTF_8));
        Path file = Files.writeString(artifacts.scratch().resolve("table.parquet"), "PAR1");
        artifacts.putDataset(SHA256, file, PROFILE);

        for (String path : model.files().keySet()) {
            assertThat(read(artifacts.openModel(model.sha256(), path), 0)).isEqualTo(model.file(path));
        }
        assertThat(read(artifacts.openDataset(SHA256), 3)).asString().isEqualTo("1");
        Optional<StoredFile> opened = artifacts.openEvidence("run-1", "07-evaluate/metrics.json");
        artifacts.eraseEvidence("run-1", "07-evaluate/metrics.json");
        assertThat(read(opened, 7)).asString().isEqualTo("789");
        assertThat(artifacts.openEvidence("run-1", "07-evaluate/metrics.json")).isEmpty();
        assertThat(artifacts.openEvidence("run-9", "report.json")).isEmpty();
        assertThat(artifacts.openModel(model.sha256(), "no-such-file")).isEmpty();
        assertThat(artifacts.openModel(SHA256, "manifest.json")).isEmpty();
        assertThat(artifacts.openDataset(model.sha256())).isEmpty();
    }

    private static byte[] read(Optional<StoredFile> opened, long from) throws IOException {
        try (StoredFile file = opened.orElseThrow()) {
            ByteBuffer rest = ByteBuffer.allocate((int) (file.bytes() - from));
            file.channel().position(from);
            while (rest.hasRemaining() && file.channel().read(rest) >= 0) {
                assertThat(rest.position()).isPositive();
            }
            return rest.array();
        }
    }

    @Test
    final void opensNothingOutsideOfIt() {
        for (String path : List.of("../x", "/etc/passwd", "a/../../b", "a//b", ".hidden", "a\\b", "")) {
            assertThatThrownBy(() -> artifacts.openEvidence("run-1", path))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> artifacts.openModel(SHA256, path)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> artifacts.openEvidence("../run", "a")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> artifacts.openDataset("../x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    final void keepsWhatWasSent() throws IOException {
        Path file = Files.writeString(artifacts.scratch().resolve("sent"), "a,b\n1,2\n");
        Upload upload = new Upload(Sha256.of(file), "csv");
        assertRefused(ErrorCode.SOURCE_MISSING, () -> artifacts.uploads().file(upload.sha256()));

        artifacts.uploads().put(upload, file);
        artifacts.uploads().put(upload, file);

        assertThat(artifacts.uploads().file(upload.sha256()))
                .hasFileName(upload.sha256() + ".csv")
                .hasContent("a,b\n1,2\n");
        StoredContent found = artifacts.contents().get(0);
        assertThat(found.kind()).isEqualTo(Kind.UPLOAD);
        assertThat(found.id()).isEqualTo(upload.sha256());
        assertThat(artifacts.remove(found)).isTrue();
        assertRefused(ErrorCode.SOURCE_MISSING, () -> artifacts.uploads().file(upload.sha256()));
    }
}

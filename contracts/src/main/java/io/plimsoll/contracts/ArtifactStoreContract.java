package io.plimsoll.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.canonical.Sha256;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.workspace.ArtifactStore;
import io.plimsoll.workspace.StoredContent;
import io.plimsoll.workspace.StoredContent.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ArtifactStore} does. */
public abstract class ArtifactStoreContract extends WorkspaceContract {
    private static final String SHA256 = Sha256.of("rows");
    private static final byte[] PROFILE = "{}".getBytes(StandardCharsets.UTF_8);
    private static final List<String> UNSAFE_PATHS =
            List.of("", "/a", "../a", "a/../b", "a/..", "a//b", "a/", "a\\b", "C:a", ".a", "a/.b", "a\nb", "ä");

    private ArtifactStore artifacts;

    @BeforeEach
    final void findStore() {
        artifacts = workspace().artifacts();
    }

    @Test
    final void givesBackAModelByteForByte() {
        ModelFiles model = Samples.model("a");

        artifacts.putModel(model);

        ModelFiles stored = artifacts.model(model.sha256());
        assertThat(stored.sha256()).isEqualTo(model.sha256());
        assertThat(stored.files()).containsExactlyEntriesOf(model.files());
    }

    @Test
    final void storesTheSameModelTwiceWithoutChange() {
        artifacts.putModel(Samples.model("a"));
        artifacts.putModel(Samples.model("a"));

        String address = Samples.model("a").sha256();
        assertThat(artifacts.model(address).files())
                .containsExactlyEntriesOf(Samples.model("a").files());
    }

    @Test
    final void refusesAModelUnderAnAddressThatIsNotItsOwn() {
        ModelFiles model = Samples.model("a");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> artifacts.putModel(new ModelFiles(SHA256, model.files())));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> artifacts.putModel(new ModelFiles(SHA256, new TreeMap<>())));
        assertRefused(ErrorCode.ARTIFACT_DAMAGED, () -> artifacts.model(SHA256));
    }

    @Test
    final void findsAnotherModelUnderTheSameAddress() {
        artifacts.putModel(Samples.model("a"));
        SortedMap<String, byte[]> changed = new TreeMap<>(Samples.model("a").files());
        changed.put("contract.json", "{\"format\":2}".getBytes(StandardCharsets.UTF_8));

        assertRefused(
                ErrorCode.ARTIFACT_DAMAGED,
                () -> artifacts.putModel(new ModelFiles(Samples.model("a").sha256(), changed)));
        assertThat(artifacts.model(Samples.model("a").sha256()).files())
                .containsExactlyEntriesOf(Samples.model("a").files());
    }

    @Test
    final void saysThatAModelIsMissing() {
        assertRefused(ErrorCode.ARTIFACT_DAMAGED, () -> artifacts.model(SHA256));
    }

    @Test
    final void refusesModelFilesThatLeadOutOfTheirFolder() {
        for (String path : UNSAFE_PATHS) {
            SortedMap<String, byte[]> files = new TreeMap<>(Samples.model("a").files());
            files.put(path, new byte[0]);
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            artifacts.putModel(new ModelFiles(Samples.model("a").sha256(), files)));
        }
    }

    @Test
    final void keepsADatasetAndLeavesTheFileItCameFrom() throws IOException {
        Path file = Files.writeString(artifacts.scratch().resolve("table.parquet"), "PAR1");

        assertThat(artifacts.keepDataset(SHA256)).isFalse();
        artifacts.putDataset(SHA256, file, PROFILE);
        assertThat(artifacts.keepDataset(SHA256)).isTrue();

        artifacts.putDataset(SHA256, Files.writeString(file, "the same rows, packed otherwise"), PROFILE);
        assertThat(artifacts.keepDataset(SHA256)).isTrue();
        assertThat(file).exists();
    }

    @Test
    final void saysThatADatasetToStoreIsMissing() {
        assertRefused(
                ErrorCode.STORAGE,
                () -> artifacts.putDataset(SHA256, artifacts.scratch().resolve("none.parquet"), PROFILE));
        assertThat(artifacts.keepDataset(SHA256)).isFalse();
    }

    @Test
    final void givesOutADatasetAsItWasStored() throws IOException {
        Path folder = artifacts.scratch();
        artifacts.putDataset(
                SHA256, Files.write(folder.resolve("table.parquet"), new byte[] {'P', 0, (byte) 0xff}), PROFILE);

        artifacts.copyDataset(SHA256, folder.resolve("copy.parquet"));

        assertThat(folder.resolve("copy.parquet")).hasBinaryContent(new byte[] {'P', 0, (byte) 0xff});
        assertThat(artifacts.datasetPlace(SHA256)).contains(SHA256);
        assertThat(artifacts.datasetProfile(SHA256)).hasValue(PROFILE);
    }

    @Test
    final void keepsTheProfileThatCameWithTheRows() throws IOException {
        assertThat(artifacts.datasetProfile(SHA256)).isEmpty();
        Path file = Files.writeString(artifacts.scratch().resolve("table.parquet"), "PAR1");
        artifacts.putDataset(SHA256, file, PROFILE);

        artifacts.putDataset(SHA256, file, new byte[] {1});

        assertThat(artifacts.datasetProfile(SHA256)).hasValue(PROFILE);
        StoredContent stored = artifacts.contents().get(0);
        assertThat(artifacts.remove(stored)).isTrue();
        assertThat(artifacts.datasetProfile(SHA256)).isEmpty();
    }

    @Test
    final void neverWritesADatasetOverAFileThatIsThere() throws IOException {
        Path there = Files.writeString(artifacts.scratch().resolve("table.parquet"), "PAR1");
        artifacts.putDataset(SHA256, there, PROFILE);
        Files.writeString(there, "mine");

        assertThatIllegalArgumentException().isThrownBy(() -> artifacts.copyDataset(SHA256, there));
        assertThat(there).hasContent("mine");
    }

    @Test
    final void saysThatADatasetToGiveOutIsMissing() {
        Path file = artifacts.scratch().resolve("copy.parquet");

        assertRefused(ErrorCode.ARTIFACT_DAMAGED, () -> artifacts.copyDataset(SHA256, file));
        assertThat(file).doesNotExist();
    }

    @Test
    final void refusesAddressesThatAreNone() {
        for (String sha256 : List.of("", "..", "ab", SHA256.substring(1) + "G", SHA256 + "0", "../" + SHA256)) {
            assertThatIllegalArgumentException().isThrownBy(() -> artifacts.model(sha256));
            assertThatIllegalArgumentException().isThrownBy(() -> artifacts.keepDataset(sha256));
            assertThatIllegalArgumentException().isThrownBy(() -> artifacts.putDataset(sha256, Path.of("a"), PROFILE));
            assertThatIllegalArgumentException().isThrownBy(() -> artifacts.copyDataset(sha256, Path.of("a")));
            assertThatIllegalArgumentException().isThrownBy(() -> artifacts.datasetPlace(sha256));
            assertThatIllegalArgumentException().isThrownBy(() -> artifacts.datasetProfile(sha256));
        }
    }

    @Test
    final void keepsAndReplacesEvidence() {
        byte[] first = "{}".getBytes(StandardCharsets.UTF_8);
        byte[] second = new byte[100_000];

        assertThat(artifacts.evidence("run-1", "07-evaluate/metrics.json")).isEmpty();
        artifacts.putEvidence("run-1", "07-evaluate/metrics.json", first);
        artifacts.putEvidence("run-2", "07-evaluate/metrics.json", new byte[0]);
        assertThat(artifacts.evidence("run-1", "07-evaluate/metrics.json")).contains(first);

        artifacts.putEvidence("run-1", "07-evaluate/metrics.json", second);
        assertThat(artifacts.evidence("run-1", "07-evaluate/metrics.json")).contains(second);
        assertThat(artifacts.evidence("run-2", "07-evaluate/metrics.json")).contains(new byte[0]);
        assertThat(artifacts.evidence("run-1", "07-evaluate")).isEmpty();
        assertThat(artifacts.evidence("run-1", "07-evaluate/metrics.json/a")).isEmpty();
        assertThat(artifacts.evidencePlace("run-1")).contains("run-1");
    }

    @Test
    final void refusesEvidenceOutsideItsRun() {
        for (String path : UNSAFE_PATHS) {
            assertThatIllegalArgumentException().isThrownBy(() -> artifacts.evidence("run-1", path));
            assertThatIllegalArgumentException().isThrownBy(() -> artifacts.putEvidence("run-1", path, new byte[0]));
        }
        for (String id : List.of("", ".", "..", "a/b", "../models", "A")) {
            assertThatIllegalArgumentException().isThrownBy(() -> artifacts.evidence(id, "card.html"));
            assertThatIllegalArgumentException().isThrownBy(() -> artifacts.putEvidence(id, "card.html", new byte[0]));
            assertThatIllegalArgumentException().isThrownBy(() -> artifacts.evidencePlace(id));
        }
    }

    @Test
    final void lendsEmptyFoldersUntilItIsClosed() throws IOException {
        Path one = artifacts.scratch();
        Path other = artifacts.scratch();
        Files.writeString(one.resolve("spill"), "x");

        assertThat(one).isNotEqualTo(other);
        assertThat(other).isEmptyDirectory();
        workspace().close();
        assertThat(one).doesNotExist();
        assertThat(other).doesNotExist();
    }

    @Test
    final void takesTheSameModelFromTwoAtOnce() throws Exception {
        for (int i = 0; i < Rounds.of(10, 500); i++) {
            ModelFiles model = Samples.model("content " + i);
            Callable<ModelFiles> store = () -> {
                artifacts.putModel(model);
                return artifacts.model(model.sha256());
            };
            together(List.of(store, store))
                    .forEach(stored -> assertThat(stored.files()).containsExactlyEntriesOf(model.files()));
        }
    }

    @Test
    final void listsWhatIsThereAndRemovesItUnlessItWasStoredAgain() throws IOException {
        ModelFiles model = Samples.model("a");
        artifacts.putModel(model);
        artifacts.putEvidence("run-1", "07-evaluate/holdout.csv", new byte[] {1, 2, 3});

        List<StoredContent> found = artifacts.contents();
        assertThat(found)
                .extracting(StoredContent::kind, StoredContent::id)
                .containsExactly(tuple(Kind.MODEL, model.sha256()), tuple(Kind.EVIDENCE, "run-1"));
        artifacts.putModel(model);

        assertThat(artifacts.remove(found.get(0))).as("it was stored again").isFalse();
        assertThat(artifacts.model(model.sha256()).files())
                .hasSize(model.files().size());
        assertThat(artifacts.remove(artifacts.contents().get(0))).isTrue();
        assertThat(artifacts.remove(found.get(0))).as("it is gone").isFalse();
        assertThat(artifacts.remove(found.get(1))).isTrue();
        assertThat(artifacts.contents()).isEmpty();
        assertRefused(ErrorCode.ARTIFACT_DAMAGED, () -> artifacts.model(model.sha256()));
        artifacts.putModel(model);
        assertThat(artifacts.contents()).hasSize(1);
    }

    @Test
    final void erasesOneFileOfARun() {
        artifacts.putEvidence("run-1", "07-evaluate/holdout.csv", new byte[] {1});
        artifacts.putEvidence("run-1", "07-evaluate/metrics.json", new byte[] {2});

        artifacts.eraseEvidence("run-1", "07-evaluate/holdout.csv");
        artifacts.eraseEvidence("run-1", "07-evaluate/holdout.csv");

        assertThat(artifacts.evidencePaths("run-1")).containsExactly("07-evaluate/metrics.json");
        assertThat(artifacts.evidencePaths("run-9")).isEmpty();
    }

    @Test
    final void verifiesADataset() throws IOException {
        assertRefused(ErrorCode.ARTIFACT_DAMAGED, () -> artifacts.verifyDataset(SHA256));
        Path file = Files.writeString(artifacts.scratch().resolve("table.parquet"), "PAR1");
        artifacts.putDataset(SHA256, file, PROFILE);

        artifacts.verifyDataset(SHA256);
        assertThat(artifacts.keepDataset(SHA256)).isTrue();
    }
}

package io.plimsoll.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.canonical.Sha256;
import io.plimsoll.data.SourceFile;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.workspace.DatasetCatalog;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.Erasure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link DatasetCatalog} does. */
public abstract class DatasetCatalogContract extends WorkspaceContract {
    private static final List<SourceFile> SOURCES =
            List.of(Samples.source("Größe 1.csv", "file 1"), Samples.source("国.csv", "file 2"));

    private DatasetCatalog datasets;

    @BeforeEach
    final void beginRuns() {
        datasets = workspace().datasets();
        workspace().runs().begin(Samples.run("run-1"));
        workspace().runs().begin(Samples.run("run-2"));
    }

    @Test
    final void knowsNothingAtFirst() {
        assertThat(datasets.versions("lung")).isEmpty();
        assertThat(datasets.version("lung", 1)).isEmpty();
        assertThat(datasets.names()).isEmpty();
        assertThat(datasets.newest()).isEmpty();
        assertThat(datasets.ofRun("run-1")).isEmpty();
        assertThat(datasets.sourcesOf("run-1")).isEmpty();
        assertThat(datasets.runsOf("lung", 1)).isEmpty();
        assertThat(datasets.ofSource(Sha256.of("file 1"))).isEmpty();
    }

    @Test
    final void givesBackWhatWasRegistered() {
        DatasetVersion candidate = Samples.dataset("lung", "run-1", "a");

        DatasetVersion version = datasets.register(candidate, "run-1", SOURCES);

        assertThat(version).isEqualTo(asVersion(candidate, 1));
        assertThat(datasets.versions("lung")).containsExactly(version);
        assertThat(datasets.version("lung", 1)).contains(version);
        assertThat(datasets.version("lung", 2)).isEmpty();
        assertThat(datasets.ofRun("run-1")).contains(version);
    }

    @Test
    final void erasedRowsLeaveATombstoneAndDoNotComeBack() {
        DatasetVersion version = datasets.register(Samples.dataset("lung", "run-1", "a"), "run-1", SOURCES);
        assertThat(datasets.erasure("lung", 1)).isEmpty();

        Erasure erasure = datasets.erase("lung", 1, "grace", "request 17");

        assertThat(erasure).isEqualTo(new Erasure(CLOCK.instant(), "grace", "request 17"));
        assertThat(datasets.erase("lung", 1, "ada", "again")).isEqualTo(erasure);
        assertThat(datasets.erasure("lung", 1)).contains(erasure);
        assertThat(datasets.version("lung", 1)).contains(version);
        assertThat(datasets.sourcesOf("run-1")).isEqualTo(SOURCES);
        assertThat(workspace().events().head().sequence()).isEqualTo(1);
        assertRefused(ErrorCode.DATASET_ERASED, () -> datasets.refuseErased(version.sha256()));
        assertRefused(
                ErrorCode.DATASET_ERASED,
                () -> datasets.register(Samples.dataset("other", "run-2", "a"), "run-2", SOURCES));
        assertRefused(ErrorCode.UNKNOWN_DATASET, () -> datasets.erase("lung", 9, "grace", "?"));
        datasets.refuseErased(Sha256.of("b"));
    }

    @Test
    final void namesDatasetsAndTheNewestVersionOfEach() {
        datasets.register(Samples.dataset("lung", "run-1", "a"), "run-1", SOURCES);
        DatasetVersion newest = datasets.register(Samples.dataset("lung", "run-1", "b"), "run-1", SOURCES);
        datasets.register(Samples.dataset("lung", "run-2", "a"), "run-2", SOURCES);
        DatasetVersion other = datasets.register(Samples.dataset("hematology", "run-2", "a"), "run-2", SOURCES);

        assertThat(datasets.names()).containsExactly("hematology", "lung");
        assertThat(datasets.newest()).containsExactly(other, newest);
    }

    @Test
    final void walksFromAFileToTheVersionsMadeOfItAndBack() {
        SourceFile shared = Samples.source("a.csv", "file 1");
        SourceFile own = Samples.source("b.csv", "file 2");
        DatasetVersion first = datasets.register(Samples.dataset("lung", "run-1", "a"), "run-1", List.of(own, shared));
        DatasetVersion second = datasets.register(Samples.dataset("lung", "run-2", "b"), "run-2", List.of(shared));

        assertThat(datasets.sourcesOf("run-1")).containsExactly(own, shared);
        assertThat(datasets.sourcesOf("run-2")).containsExactly(shared);
        assertThat(datasets.ofSource(shared.sha256())).containsExactly(first, second);
        assertThat(datasets.ofSource(own.sha256())).containsExactly(first);
        assertThat(datasets.ofSource(Sha256.of("file 3"))).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> datasets.ofSource("file 1"));
    }

    @Test
    final void keepsTheFilesOfARunThatUsedThemTwice() {
        SourceFile twice = Samples.source("a.csv", "file 1");

        DatasetVersion version =
                datasets.register(Samples.dataset("lung", "run-1", "a"), "run-1", List.of(twice, twice));

        assertThat(datasets.sourcesOf("run-1")).containsExactly(twice, twice);
        assertThat(datasets.ofSource(twice.sha256())).containsExactly(version);
    }

    @Test
    final void namesTheRunsOfAVersionInTheOrderInWhichTheyStarted() {
        workspace().runs().begin(Samples.run("run-0"));
        datasets.register(Samples.dataset("lung", "run-2", "a"), "run-2", SOURCES);
        datasets.register(Samples.dataset("lung", "run-1", "a"), "run-1", SOURCES);
        datasets.register(Samples.dataset("lung", "run-0", "b"), "run-0", SOURCES);

        assertThat(datasets.runsOf("lung", 1)).containsExactly("run-1", "run-2");
        assertThat(datasets.runsOf("lung", 2)).containsExactly("run-0");
        assertThat(datasets.runsOf("lung", 3)).isEmpty();
    }

    @Test
    final void givesTheSameContentTheSameVersion() {
        DatasetVersion first = datasets.register(Samples.dataset("lung", "run-1", "a"), "run-1", SOURCES);

        assertThat(datasets.register(Samples.dataset("lung", "run-2", "a"), "run-2", SOURCES))
                .isEqualTo(first);
        assertThat(datasets.versions("lung")).containsExactly(first);
        assertThat(datasets.ofRun("run-2")).contains(first);
    }

    @Test
    final void numbersTheVersionsOfEachNameByThemselves() {
        DatasetVersion first = datasets.register(Samples.dataset("lung", "run-1", "a"), "run-1", SOURCES);
        datasets.register(Samples.dataset("hematology", "run-1", "a"), "run-1", SOURCES);

        DatasetVersion second = datasets.register(Samples.dataset("lung", "run-2", "b"), "run-2", SOURCES);

        assertThat(second.version()).isEqualTo(2);
        assertThat(datasets.versions("lung")).containsExactly(second, first);
        assertThat(datasets.versions("hematology").stream().map(DatasetVersion::version))
                .containsExactly(1);
    }

    @Test
    final void linksARunWithWhatItUsedLast() {
        SourceFile last = Samples.source("c.csv", "file 3");
        datasets.register(Samples.dataset("lung", "run-1", "a"), "run-1", SOURCES);
        DatasetVersion second = datasets.register(Samples.dataset("lung", "run-1", "b"), "run-1", List.of(last));

        assertThat(datasets.ofRun("run-1")).contains(second);
        assertThat(datasets.sourcesOf("run-1")).containsExactly(last);
        assertThat(datasets.runsOf("lung", 1)).isEmpty();
        assertThat(datasets.ofSource(SOURCES.get(0).sha256())).isEmpty();
    }

    @Test
    final void refusesWhatNoRunUsed() {
        assertRefused(
                ErrorCode.UNKNOWN_RUN,
                () -> datasets.register(Samples.dataset("lung", "run-1", "a"), "run-9", SOURCES));
        assertRefused(
                ErrorCode.UNKNOWN_RUN,
                () -> datasets.register(Samples.dataset("lung", "run-9", "a"), "run-1", SOURCES));
        assertThat(datasets.versions("lung")).isEmpty();
    }

    @Test
    final void refusesNamesThatCouldNotBeFolders() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> datasets.register(Samples.dataset("Lung/1", "run-1", "a"), "run-1", SOURCES));
    }

    @Test
    final void givesTheSameVersionToAllWhoMeetTheSameContentAtOnce() throws Exception {
        int contents = Rounds.of(20, 500);

        List<List<DatasetVersion>> met = together(List.of(meeting("run-1", contents), meeting("run-2", contents)));

        assertThat(met.get(0)).isEqualTo(met.get(1));
        assertThat(datasets.versions("lung").stream().map(DatasetVersion::version))
                .containsExactlyElementsOf(IntStream.range(0, contents)
                        .map(i -> contents - i)
                        .boxed()
                        .toList());
    }

    private Callable<List<DatasetVersion>> meeting(String runId, int contents) {
        return () -> {
            List<DatasetVersion> versions = new ArrayList<>();
            for (int i = 0; i < contents; i++) {
                // The run that was first differs by chance, the rest may not
                DatasetVersion version =
                        datasets.register(Samples.dataset("lung", runId, "content " + i), runId, SOURCES);
                versions.add(asVersion(Samples.dataset("lung", "run-1", "content " + i), version.version()));
            }
            return versions;
        };
    }

    private static DatasetVersion asVersion(DatasetVersion candidate, int version) {
        return new DatasetVersion(
                candidate.name(),
                version,
                candidate.sha256(),
                candidate.key(),
                candidate.rows(),
                candidate.columns(),
                candidate.firstRun(),
                candidate.created());
    }
}

package io.plimsoll.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.workspace.DatasetCatalog;
import io.plimsoll.workspace.DatasetVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link DatasetCatalog} does. */
public abstract class DatasetCatalogContract extends WorkspaceContract {
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
        assertThat(datasets.ofRun("run-1")).isEmpty();
    }

    @Test
    final void givesBackWhatWasRegistered() {
        DatasetVersion candidate = Samples.dataset("lung", "run-1", "a");

        DatasetVersion version = datasets.register(candidate, "run-1");

        assertThat(version).isEqualTo(asVersion(candidate, 1));
        assertThat(datasets.versions("lung")).containsExactly(version);
        assertThat(datasets.ofRun("run-1")).contains(version);
    }

    @Test
    final void givesTheSameContentTheSameVersion() {
        DatasetVersion first = datasets.register(Samples.dataset("lung", "run-1", "a"), "run-1");

        assertThat(datasets.register(Samples.dataset("lung", "run-2", "a"), "run-2"))
                .isEqualTo(first);
        assertThat(datasets.versions("lung")).containsExactly(first);
        assertThat(datasets.ofRun("run-2")).contains(first);
    }

    @Test
    final void numbersTheVersionsOfEachNameByThemselves() {
        DatasetVersion first = datasets.register(Samples.dataset("lung", "run-1", "a"), "run-1");
        datasets.register(Samples.dataset("hematology", "run-1", "a"), "run-1");

        DatasetVersion second = datasets.register(Samples.dataset("lung", "run-2", "b"), "run-2");

        assertThat(second.version()).isEqualTo(2);
        assertThat(datasets.versions("lung")).containsExactly(second, first);
        assertThat(datasets.versions("hematology").stream().map(DatasetVersion::version))
                .containsExactly(1);
    }

    @Test
    final void linksARunWithWhatItUsedLast() {
        datasets.register(Samples.dataset("lung", "run-1", "a"), "run-1");
        DatasetVersion second = datasets.register(Samples.dataset("lung", "run-1", "b"), "run-1");

        assertThat(datasets.ofRun("run-1")).contains(second);
    }

    @Test
    final void refusesWhatNoRunUsed() {
        assertRefused(ErrorCode.UNKNOWN_RUN, () -> datasets.register(Samples.dataset("lung", "run-1", "a"), "run-9"));
        assertRefused(ErrorCode.UNKNOWN_RUN, () -> datasets.register(Samples.dataset("lung", "run-9", "a"), "run-1"));
        assertThat(datasets.versions("lung")).isEmpty();
    }

    @Test
    final void refusesNamesThatCouldNotBeFolders() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> datasets.register(Samples.dataset("Lung/1", "run-1", "a"), "run-1"));
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
                DatasetVersion version = datasets.register(Samples.dataset("lung", runId, "content " + i), runId);
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
                candidate.rows(),
                candidate.columns(),
                candidate.firstRun(),
                candidate.created());
    }
}

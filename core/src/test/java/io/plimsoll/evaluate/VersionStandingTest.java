package io.plimsoll.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.ModelLoader;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.GroupFolds;
import io.plimsoll.data.GroupHash;
import io.plimsoll.data.MemoryDataset;
import io.plimsoll.data.Roles;
import io.plimsoll.data.TimeSplit;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.guard.FindingCode;
import io.plimsoll.guard.Standing;
import io.plimsoll.metric.Task;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.VersionState;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionStandingTest {
    private static final GroupHash LINE = new GroupHash("trial", "salt", 0.5);
    private static final String OTHER_QUERY = "SELECT * FROM sites JOIN trials USING (trial)";
    private static final MemoryDataset TABLE = Candidates.table(200);
    private static final FakeModel CANDIDATE = FakeModel.of(Candidates.QUERY, LINE);
    private static final ModelVersion CHAMPION = champion("another");

    @Test
    void isScoredOnTheCandidatesHoldoutFromItsOwnFiles() {
        Candidate candidate = candidate(Map.of());
        FakeModel champion = FakeModel.of(Candidates.QUERY, LINE).predicting(7);

        Standing.Scored scored = (Standing.Scored) standing(champion, candidate);

        assertThat(scored.prediction())
                .hasSize(candidate.holdout().key().length)
                .containsOnly(7);
        assertThat(scored.comparable()).containsOnly(true);
        assertThat(champion.open()).hasValue(0);
    }

    @Test
    void theCandidateItselfIsNotScoredAgain() {
        Candidate candidate = candidate(Map.of());
        ModelLoader none = files -> {
            throw new IllegalStateException("loaded");
        };

        Standing.Scored scored = (Standing.Scored) new VersionStanding(sha256 -> FakeModel.files(), none, candidate)
                .of(champion(FakeModel.files().sha256(), "another"));

        assertThat(scored.prediction()).isEqualTo(candidate.holdout().rows().prediction());
        assertThat(scored.comparable()).hasSameSizeAs(scored.prediction()).containsOnly(true);
    }

    @Test
    void rowsThatItsOwnSplitTrainedOnAreNotComparable() {
        Candidate candidate = candidate(Map.of());
        GroupHash smaller = new GroupHash("trial", "salt", 0.2);

        Standing.Scored scored = (Standing.Scored) standing(FakeModel.of(Candidates.QUERY, smaller), candidate);

        String[] groups = candidate.holdout().rows().group();
        for (int i = 0; i < groups.length; i++) {
            assertThat(scored.comparable()[i]).isEqualTo(smaller.holdsOut(groups[i]));
        }
        assertThat(scored.comparable()).contains(true, false);
    }

    /** Judged in folds, it was fitted on every labelled row in the end. */
    @Test
    void noRowIsComparableToAChampionThatWasJudgedInFolds() {
        FakeModel champion = FakeModel.of(Candidates.QUERY, new GroupFolds("trial", "salt", 5));

        Standing.Scored scored = (Standing.Scored) standing(champion, candidate(Map.of()));

        assertThat(scored.comparable()).isNotEmpty().containsOnly(false);
    }

    /** Trials of ten rows, a year each from 2000 on: every trial of t0 to t4 has rows on both sides of 2005, and t5 to t9 have later ones only. */
    @Test
    void rowsWhoseGroupHasEarlierRowsAreNotComparableToAModelThatWasSplitByTime() {
        MemoryDataset table = MemoryDataset.of(
                        "id:INTEGER", "trial:TEXT", "x:NUMBER", "land:TEXT", "y:NUMBER", "year:INTEGER")
                .with(
                        100, i -> new Object[] {
                            (long) i, "t" + i / 10, i / 4.0, "IT", i / 2.0, (i < 50 ? 2000L : 2005L) + i % 10
                        });
        Candidate candidate = Candidates.candidate(table, CANDIDATE, Map.of());
        FakeModel champion = FakeModel.of(Candidates.QUERY, new TimeSplit("2005", "year", 0, "trial"));
        String[] groups = candidate.holdout().rows().group();

        Standing.Scored unknown = (Standing.Scored) standing(champion, candidate);
        Standing.Scored known =
                (Standing.Scored) new VersionStanding(sha256 -> FakeModel.files(), champion.loader(), candidate)
                        .of(champion("0".repeat(64)));

        for (int i = 0; i < groups.length; i++) {
            assertThat(unknown.comparable()[i]).isEqualTo(groups[i].compareTo("t5") >= 0);
        }
        assertThat(unknown.comparable()).contains(true, false);
        assertThat(known.comparable())
                .as("of the same rows, it is known that such groups trained nothing")
                .containsOnly(true);
    }

    @Test
    void aTimeThatIsNoLongerOneMakesNoRowComparable() {
        MemoryDataset table = MemoryDataset.of(
                        "id:INTEGER", "trial:TEXT", "x:NUMBER", "land:TEXT", "y:NUMBER", "year:TEXT")
                .with(100, i -> new Object[] {(long) i, "t" + i, i / 4.0, "IT", i / 2.0, "in 2020"});
        FakeModel champion = FakeModel.of(Candidates.QUERY, new TimeSplit("2005", "year", 0, "trial"));

        Standing.Scored scored = (Standing.Scored) standing(champion, Candidates.candidate(table, CANDIDATE, Map.of()));

        assertThat(scored.comparable()).isNotEmpty().containsOnly(false);
    }

    @Test
    void anotherSelectIsRunAndJoinedByKey() {
        MemoryDataset theirs = MemoryDataset.of("land:TEXT", "x:NUMBER", "trial:TEXT", "id:INTEGER", "more:TEXT");
        for (int id = 199; id >= 0; id -= 3) {
            theirs = theirs.with("ITA", (double) id, "t" + id, (long) id, null);
        }
        Candidate candidate = candidate(Map.of(OTHER_QUERY, theirs.with("IT", 1.0, "t900", 900L, null)));

        Standing.Scored scored = (Standing.Scored) standing(FakeModel.of(OTHER_QUERY, LINE), candidate);

        String[] keys = candidate.holdout().key();
        for (int i = 0; i < keys.length; i++) {
            int id = Integer.parseInt(keys[i]);
            assertThat(scored.comparable()[i]).isEqualTo(id % 3 == 199 % 3);
            assertThat(scored.prediction()[i]).isEqualTo(id % 3 == 199 % 3 ? id + 3.0 : 0);
        }
    }

    @Test
    void aRowWhoseGroupIsNoLongerKnownIsNotComparable() {
        MemoryDataset nameless = MemoryDataset.of("id:INTEGER", "trial:TEXT", "x:NUMBER", "land:TEXT")
                .with(200, i -> new Object[] {(long) i, null, 1.0, "IT"});
        Candidate candidate = candidate(Map.of(OTHER_QUERY, nameless));

        Standing.Scored scored = (Standing.Scored) standing(FakeModel.of(OTHER_QUERY, LINE), candidate);

        assertThat(scored.comparable()).containsOnly(false);
    }

    @Test
    void columnsThatItNeedsAndItsSelectNoLongerGivesAreNamed() {
        Dataset theirs = TABLE.columnsInOrder("id", "y");
        Candidate candidate = candidate(Map.of(OTHER_QUERY, theirs));

        assertThat(standing(FakeModel.of(OTHER_QUERY, LINE), candidate))
                .isEqualTo(new Standing.NotComparable(
                        FindingCode.OPPONENT_UNLOADABLE,
                        "lung-any@3 needs columns that its SELECT no longer gives: x, land, trial"));
    }

    @Test
    void aSelectThatFailsMakesItUnloadable() {
        assertThat(standing(FakeModel.of("SELECT * FROM gone", LINE), candidate(Map.of())))
                .isEqualTo(new Standing.NotComparable(
                        FindingCode.OPPONENT_UNLOADABLE, "lung-any@3 cannot be run: there is no such table"));
    }

    @Test
    void filesThatAreDamagedMakeItUnloadable() {
        ModelLoader loader = files -> {
            throw PlimsollException.of(ErrorCode.ARTIFACT_DAMAGED, "model.onnx has changed", "", "restore it");
        };

        assertThat(new VersionStanding(sha256 -> FakeModel.files(), loader, candidate(Map.of())).of(CHAMPION))
                .isEqualTo(new Standing.NotComparable(
                        FindingCode.OPPONENT_UNLOADABLE, "lung-any@3 cannot be run: model.onnx has changed"));
    }

    @ParameterizedTest
    @CsvSource({
        "CLASSIFICATION, id,  y, y > 0, task",
        "REGRESSION,     id,  z,      , target",
        "REGRESSION,     id,  y, y > 0, train_where",
        "REGRESSION,     key, y,      , key",
    })
    void anotherQuestionIsNotComparable(Task task, String key, String target, String trainWhere, String difference) {
        Contract.Question question = FakeModel.question(task, new Roles(key, "trial", target), trainWhere, LINE);

        assertThat(standing(CANDIDATE.asking(question), candidate(Map.of())))
                .isEqualTo(new Standing.NotComparable(
                        FindingCode.DIFFERENT_QUESTION,
                        "lung-any@3 has another " + difference + ", so no figure of it can be compared"));
    }

    @Test
    void anotherGroupOrScaleIsTheSameQuestion() {
        Contract.Question question = new Contract.Question(
                Task.REGRESSION,
                new Roles("id", "land", "y"),
                null,
                "log1p",
                "group",
                new GroupHash("land", "other", 0.9));

        assertThat(standing(CANDIDATE.asking(question), candidate(Map.of()))).isInstanceOf(Standing.Scored.class);
    }

    private static ModelVersion champion(String dataset) {
        return champion("c".repeat(64), dataset);
    }

    private static ModelVersion champion(String sha256, String dataset) {
        return new ModelVersion(
                "lung-any",
                3,
                sha256,
                "run-1",
                Instant.EPOCH,
                new TreeMap<>(Map.of("dataset_sha256", dataset)),
                "{}",
                new TreeSet<>(),
                VersionState.ACTIVE);
    }

    private static Candidate candidate(Map<String, Dataset> others) {
        return Candidates.candidate(TABLE, CANDIDATE, others);
    }

    private static Standing standing(FakeModel champion, Candidate candidate) {
        return new VersionStanding(sha256 -> FakeModel.files(), champion.loader(), candidate).of(CHAMPION);
    }
}

package io.plimsoll.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.artifact.Contract;
import io.plimsoll.config.ConfigLoader;
import io.plimsoll.config.IndicationConfig;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.GroupFolds;
import io.plimsoll.data.MemoryDataset;
import io.plimsoll.data.Roles;
import io.plimsoll.guard.FindingCode;
import io.plimsoll.guard.Standing;
import io.plimsoll.metric.Task;
import io.plimsoll.step.RunKind;
import io.plimsoll.step.RunStatus;
import io.plimsoll.train.MeanTrainer;
import io.plimsoll.train.Trainers;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.VersionState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeStandingTest {
    private static final String OTHER_QUERY = "SELECT * FROM sites JOIN trials USING (trial)";
    private static final MemoryDataset TABLE = Candidates.table(200);
    private static final GroupFolds DEAL = new GroupFolds("trial", "salt", 5);
    private static final FakeModel MODEL = FakeModel.of(Candidates.QUERY, DEAL);
    private static final ModelVersion CHAMPION = new ModelVersion(
            "lung-any",
            3,
            "0".repeat(64),
            "run-1",
            Instant.EPOCH,
            new TreeMap<>(),
            "{}",
            new TreeSet<>(),
            VersionState.ACTIVE);
    private static final String RECIPE = """
            indication: lung
            data: {sources: {sites: sites.csv}, query: SELECT * FROM sites, key: id, group: trial}
            split: {holdout: 20%}
            features: {numeric: [x], categorical: [land]}
            models:
              ANY:
                target: y
                task: regression
                trainer: mean
                settings: {more: 0}
                metric: mae
                guardrail: {rules: [{metric: mae, at_most: 9}]}
            """;

    private final MeanTrainer trainer = new MeanTrainer();
    private final Trainers trainers = new Trainers(List.of(trainer), MeanTrainer.NO_MATH, 1);

    @Test
    void theSameRecipePredictsTheSameForEveryRow() {
        Candidate candidate = candidate(Map.of());
        int fits = trainer.fits().get();

        Standing.Scored scored = scored(RECIPE, candidate);

        assertThat(scored.prediction())
                .hasSize(200)
                .isEqualTo(candidate.holdout().rows().prediction());
        assertThat(scored.comparable()).containsOnly(true);
        assertThat(trainer.fits()).hasValue(fits + 5);
        assertThat(trainer.open()).hasValue(0);
    }

    @Test
    void itsOwnSettingsAreFollowed() {
        Candidate candidate = candidate(Map.of());

        Standing.Scored scored = scored(RECIPE.replace("more: 0", "more: 2"), candidate);

        for (int i = 0; i < 200; i++) {
            assertThat(scored.prediction()[i])
                    .isEqualTo(candidate.holdout().rows().prediction()[i] + 2);
        }
    }

    @Test
    void itsOwnSelectIsRunAndJoinedByKey() {
        MemoryDataset theirs = MemoryDataset.of("land:TEXT", "x:NUMBER", "trial:TEXT", "id:INTEGER", "y:NUMBER");
        for (int id = 199; id >= 0; id -= 3) {
            theirs = theirs.with("IT", (double) id, "t" + id, (long) id, id / 2.0);
        }
        Candidate candidate = candidate(Map.of(OTHER_QUERY, theirs.with("IT", 1.0, "t900", 900L, 1.0)));

        Standing.Scored scored = scored(RECIPE.replace(Candidates.QUERY, OTHER_QUERY), candidate);

        String[] keys = candidate.holdout().key();
        for (int i = 0; i < keys.length; i++) {
            assertThat(scored.comparable()[i]).isEqualTo(Integer.parseInt(keys[i]) % 3 == 199 % 3);
        }
    }

    /** Its model of that row's fold has learned from the very row. */
    @Test
    void aRowThatItsSelectPutsIntoAnotherFoldIsNotComparable() {
        MemoryDataset theirs = MemoryDataset.of("id:INTEGER", "trial:TEXT", "x:NUMBER", "land:TEXT", "y:NUMBER")
                .with(200, i -> new Object[] {(long) i, "t" + (i + 1), i / 4.0, "IT", i / 2.0});
        Candidate candidate = candidate(Map.of(OTHER_QUERY, theirs));

        Standing.Scored scored = scored(RECIPE.replace(Candidates.QUERY, OTHER_QUERY), candidate);

        String[] keys = candidate.holdout().key();
        for (int i = 0; i < keys.length; i++) {
            int id = Integer.parseInt(keys[i]);
            assertThat(scored.comparable()[i]).isEqualTo(fold("t" + id) == fold("t" + (id + 1)));
        }
        assertThat(scored.comparable()).contains(true, false);
    }

    @Test
    void aRowWithoutAGroupIsInNoFold() {
        MemoryDataset theirs = MemoryDataset.of("id:INTEGER", "trial:TEXT", "x:NUMBER", "land:TEXT", "y:NUMBER")
                .with(200, i -> new Object[] {(long) i, i < 50 ? null : "t" + i, i / 4.0, "IT", i / 2.0});
        Candidate candidate = candidate(Map.of(OTHER_QUERY, theirs));

        Standing.Scored scored =
                scored(RECIPE.replace(Candidates.QUERY, OTHER_QUERY).replace("group: trial", "group: id"), candidate);

        String[] keys = candidate.holdout().key();
        for (int i = 0; i < keys.length; i++) {
            assertThat(scored.comparable()[i]).isEqualTo(Integer.parseInt(keys[i]) >= 50);
        }
    }

    @Test
    void itsOwnLimitsOfRowsAndGroupsAreNotTheCandidates() {
        String strict = RECIPE.replace("group: trial}", "group: trial, min_labelled: 1000}")
                .replace("holdout: 20%", "holdout: 20%, min_groups: 500");

        assertThat(scored(strict, candidate(Map.of())).comparable()).containsOnly(true);
    }

    @Test
    void aSelectWithoutTheGroupCannotBeDealt() {
        Candidate candidate = candidate(Map.of(OTHER_QUERY, TABLE.columnsInOrder("id", "x", "land", "y")));
        String recipe = RECIPE.replace(Candidates.QUERY, OTHER_QUERY).replace("group: trial", "group: id");

        assertThat(standing(recipe, candidate))
                .isEqualTo(unloadable("its SELECT does not give 'trial', by which rows are dealt in folds"));
    }

    @Test
    void columnsThatAreGoneAreNamed() {
        Candidate candidate = candidate(Map.of(OTHER_QUERY, TABLE.columnsInOrder("id", "trial", "x", "y")));

        assertThat(standing(RECIPE.replace(Candidates.QUERY, OTHER_QUERY), candidate))
                .isEqualTo(unloadable("the modelling table has no column 'land', features.categorical"));
    }

    @Test
    void aSelectThatFailsMakesItUnloadable() {
        assertThat(standing(RECIPE.replace(Candidates.QUERY, OTHER_QUERY), candidate(Map.of())))
                .isEqualTo(unloadable("there is no such table, data.query"));
    }

    @Test
    void aTrainerThatIsGoneMakesItUnloadable() {
        Standing standing = standing(RECIPE.replace("trainer: mean", "trainer: forest"), candidate(Map.of()));

        assertThat(standing).isInstanceOfSatisfying(Standing.NotComparable.class, no -> {
            assertThat(no.code()).isEqualTo(FindingCode.OPPONENT_UNLOADABLE);
            assertThat(no.why())
                    .startsWith("lung-any@3 cannot be fitted again: models.ANY.trainer: 'forest' is not a trainer");
        });
    }

    @Test
    void aRunThatIsNotKnownMakesItUnloadable() {
        Candidate candidate = candidate(Map.of());
        Recipes recipes = new Recipes(runs(null), new ConfigLoader(trainers.settings()), trainers);

        assertThat(new RecipeStanding(recipes, candidate, folding(candidate)).of(CHAMPION))
                .isEqualTo(unloadable("its run run-1 is not known"));
    }

    @ParameterizedTest
    @CsvSource({
        "target: y,     target: z,                             target",
        "target: y,     'target: y\n    train_where: y > 3',   train_where",
        "key: id,       key: other,                            key",
    })
    void anotherQuestionIsNotComparable(String words, String others, String difference) {
        assertThat(standing(RECIPE.replace(words, others), candidate(Map.of())))
                .isEqualTo(new Standing.NotComparable(
                        FindingCode.DIFFERENT_QUESTION,
                        "lung-any@3 has another " + difference + ", so no figure of it can be compared"));
    }

    @Test
    void anotherTaskIsNotComparable() {
        Contract.Question classes = FakeModel.question(Task.CLASSIFICATION, new Roles("id", "trial", "y"), null, DEAL);
        Candidate candidate = Candidates.folded(
                TABLE, MODEL.asking(classes), trainers.fitting(config(RECIPE).model("ANY")), Map.of());

        assertThat(standing(RECIPE, candidate))
                .isInstanceOfSatisfying(
                        Standing.NotComparable.class,
                        no -> assertThat(no.code()).isEqualTo(FindingCode.DIFFERENT_QUESTION));
    }

    private Candidate candidate(Map<String, Dataset> others) {
        return Candidates.folded(TABLE, MODEL, trainers.fitting(config(RECIPE).model("ANY")), others);
    }

    private Standing.Scored scored(String recipe, Candidate candidate) {
        return (Standing.Scored) standing(recipe, candidate);
    }

    private Standing standing(String recipe, Candidate candidate) {
        Recipes recipes = new Recipes(runs(recipe), new ConfigLoader(trainers.settings()), trainers);
        return new RecipeStanding(recipes, candidate, folding(candidate)).of(CHAMPION);
    }

    private IndicationConfig config(String yaml) {
        return new ConfigLoader(trainers.settings()).stored(yaml);
    }

    private static Folding folding(Candidate candidate) {
        return Objects.requireNonNull(candidate.holdout().folding());
    }

    private static Standing unloadable(String why) {
        return new Standing.NotComparable(FindingCode.OPPONENT_UNLOADABLE, "lung-any@3 cannot be fitted again: " + why);
    }

    private static int fold(String group) {
        return DEAL.each().stream()
                .filter(turn -> turn.holdsOut(group))
                .findFirst()
                .orElseThrow()
                .fold();
    }

    /** Knows one run, by its config. */
    private static Function<String, Optional<RunRecord>> runs(@Nullable String config) {
        return runId -> Optional.ofNullable(config)
                .map(text -> new RunRecord(
                        runId,
                        RunKind.TRAINING,
                        "lung",
                        "ANY",
                        "lung-any",
                        "first",
                        RunStatus.RUNNING,
                        null,
                        null,
                        "",
                        Instant.EPOCH,
                        null,
                        text,
                        null,
                        List.of(),
                        ""));
    }
}

package io.plimsoll.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.canonical.Sha256;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.workspace.AliasMove;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.ModelRegistry.Registration;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.PromotedBy;
import io.plimsoll.workspace.VersionState;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ModelRegistry} does. */
public abstract class ModelRegistryContract extends WorkspaceContract {
    private static final String MODEL = "lung-enrollment";
    private static final OptionalInt NONE = OptionalInt.empty();
    private static final String REASON = "das Ziel hat sich geändert – 目标";

    private ModelRegistry models;

    @BeforeEach
    final void beginRuns() {
        models = workspace().models();
        workspace().runs().begin(Samples.run("run-1"));
        workspace().runs().begin(Samples.run("run-2"));
    }

    @Test
    final void knowsNothingAtFirst() {
        assertThat(models.models()).isEmpty();
        assertThat(models.versions(MODEL)).isEmpty();
        assertThat(models.version(MODEL, 1)).isEmpty();
        assertThat(models.alias(MODEL, ModelVersion.CHAMPION)).isEmpty();
        assertThat(models.bySha256(MODEL, Sha256.of("a"))).isEmpty();
        assertThat(models.aliasHistory(MODEL, ModelVersion.CHAMPION)).isEmpty();
    }

    @Test
    final void givesBackWhatWasRegistered() {
        ModelVersion candidate = Samples.candidate(MODEL, "run-1", "a");

        ModelVersion version = registered(candidate, NONE);

        assertThat(version).isEqualTo(asVersion(candidate, 1, ModelVersion.CHAMPION));
        assertThat(models.models()).containsExactly(MODEL);
        assertThat(models.versions(MODEL)).containsExactly(version);
        assertThat(models.version(MODEL, 1)).contains(version);
        assertThat(models.alias(MODEL, ModelVersion.CHAMPION)).contains(version);
        assertThat(models.bySha256(MODEL, candidate.sha256())).contains(version);
    }

    @Test
    final void keepsTimesToTheMillisecond() {
        ModelVersion candidate = Samples.candidate(MODEL, "run-1", "a");
        ModelVersion finer = new ModelVersion(
                MODEL,
                0,
                candidate.sha256(),
                "run-1",
                candidate.created().plus(Duration.ofNanos(999_999)),
                candidate.tags(),
                candidate.verdict(),
                candidate.aliases(),
                VersionState.ACTIVE);

        assertThat(registered(finer, NONE).created()).isEqualTo(candidate.created());
    }

    @Test
    final void numbersTheVersionsOfEachModelByThemselves() {
        registered(Samples.candidate(MODEL, "run-1", "a"), NONE);
        registered(Samples.candidate("lung-activation", "run-1", "a"), NONE);
        registered(Samples.candidate(MODEL, "run-2", "b"), OptionalInt.of(1));

        assertThat(models.models()).containsExactly("lung-activation", MODEL);
        assertThat(models.versions(MODEL).stream().map(ModelVersion::version)).containsExactly(2, 1);
        assertThat(models.versions("lung-activation").stream().map(ModelVersion::version))
                .containsExactly(1);
    }

    @Test
    final void namesWhatARunMade() {
        ModelVersion first = registered(Samples.candidate(MODEL, "run-1", "a"), NONE);
        ModelVersion other = registered(Samples.candidate("lung-activation", "run-1", "a"), NONE);
        ModelVersion second = registered(Samples.candidate(MODEL, "run-2", "b"), OptionalInt.of(1));

        assertThat(models.madeBy("run-1")).containsExactly(other, asVersion(first, 1, new String[0]));
        assertThat(models.madeBy("run-2")).containsExactly(second);
        assertThat(models.madeBy("run-9")).isEmpty();
    }

    @Test
    final void movesTheChampionAndRemembersEveryMove() {
        registered(Samples.candidate(MODEL, "run-1", "a"), NONE);
        registered(Samples.candidate(MODEL, "run-2", "b"), OptionalInt.of(1));

        assertThat(models.alias(MODEL, ModelVersion.CHAMPION).map(ModelVersion::version))
                .contains(2);
        assertThat(models.version(MODEL, 1))
                .contains(asVersion(Samples.candidate(MODEL, "run-1", "a"), 1, new String[0]));
        assertThat(models.aliasHistory(MODEL, ModelVersion.CHAMPION))
                .containsExactly(byRun(NONE, 1, "run-1"), byRun(OptionalInt.of(1), 2, "run-2"));
    }

    @Test
    final void neverRegistersTheSameFilesTwice() {
        ModelVersion first = registered(Samples.candidate(MODEL, "run-1", "a"), NONE);
        ModelVersion second = registered(Samples.candidate(MODEL, "run-1", "b"), OptionalInt.of(1));

        assertThat(models.register(Samples.candidate(MODEL, "run-2", "b"), OptionalInt.of(2), Samples.admission()))
                .isEqualTo(new Registration.Same(second));
        assertThat(models.register(Samples.candidate(MODEL, "run-2", "a"), NONE, Samples.admission()))
                .isEqualTo(new Registration.Same(asVersion(first, 1, new String[0])));
        assertThat(models.versions(MODEL).stream().map(ModelVersion::version)).containsExactly(2, 1);
    }

    @Test
    final void writesNothingIfTheChampionIsAnother() {
        ModelVersion candidate = Samples.candidate(MODEL, "run-2", "c");
        Registration moved = new Registration.ChampionMoved();

        assertThat(models.register(candidate, OptionalInt.of(1), Samples.admission()))
                .isEqualTo(moved);
        assertThat(models.models()).isEmpty();

        registered(Samples.candidate(MODEL, "run-1", "a"), NONE);
        assertThat(models.register(candidate, NONE, Samples.admission())).isEqualTo(moved);
        registered(Samples.candidate(MODEL, "run-1", "b"), OptionalInt.of(1));
        assertThat(models.register(candidate, OptionalInt.of(1), Samples.admission()))
                .isEqualTo(moved);
        assertThat(models.versions(MODEL).stream().map(ModelVersion::version)).containsExactly(2, 1);

        assertThat(registered(candidate, OptionalInt.of(2)).version()).isEqualTo(3);
    }

    @Test
    final void refusesWhatNoRunMade() {
        assertRefused(
                ErrorCode.UNKNOWN_RUN,
                () -> models.register(Samples.candidate(MODEL, "run-9", "a"), NONE, Samples.admission()));
        assertThat(models.models()).isEmpty();
    }

    @Test
    final void refusesNamesThatCouldNotBeFolders() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> models.register(Samples.candidate("../lung", "run-1", "a"), NONE, Samples.admission()));
    }

    @Test
    final void letsEveryoneRacingReplaceTheChampionHeWasJudgedAgainst() throws Exception {
        int each = Rounds.of(40, 1_000);
        List<Callable<Boolean>> racers = List.of(racer("racer-1", each), racer("racer-2", each));

        together(racers);

        new RegistrationRace(models, MODEL).requireOneLineOf(2 * each);
    }

    @Test
    final void takesTheChampionAwayAndKeepsItsVersions() {
        registered(Samples.candidate("lung-activation", "run-1", "a"), NONE);
        registered(Samples.candidate(MODEL, "run-1", "a"), NONE);

        AliasMove move = models.retire(MODEL, "grace", REASON);

        assertThat(move).isEqualTo(retired(1));
        assertThat(models.alias(MODEL, ModelVersion.CHAMPION)).isEmpty();
        assertThat(models.versions(MODEL))
                .containsExactly(asVersion(Samples.candidate(MODEL, "run-1", "a"), 1, new String[0]));
        assertThat(models.aliasHistory(MODEL, ModelVersion.CHAMPION)).containsExactly(byRun(NONE, 1, "run-1"), move);
        assertThat(models.alias("lung-activation", ModelVersion.CHAMPION)).isPresent();
    }

    @Test
    final void letsAnotherReignBeginAndEndAfterEachRetirement() {
        registered(Samples.candidate(MODEL, "run-1", "a"), NONE);
        models.retire(MODEL, "grace", REASON);

        assertThat(models.register(Samples.candidate(MODEL, "run-2", "b"), OptionalInt.of(1), Samples.admission()))
                .isEqualTo(new Registration.ChampionMoved());
        assertThat(registered(Samples.candidate(MODEL, "run-2", "b"), NONE).version())
                .isEqualTo(2);
        models.retire(MODEL, "grace", REASON);
        registered(Samples.candidate(MODEL, "run-2", "c"), NONE);

        assertThat(models.alias(MODEL, ModelVersion.CHAMPION).map(ModelVersion::version))
                .contains(3);
        assertThat(models.aliasHistory(MODEL, ModelVersion.CHAMPION))
                .containsExactly(
                        byRun(NONE, 1, "run-1"),
                        retired(1),
                        byRun(NONE, 2, "run-2"),
                        retired(2),
                        byRun(NONE, 3, "run-2"));
    }

    @Test
    final void retiresNobodyWhereThereIsNobody() {
        assertRefused(ErrorCode.UNKNOWN_MODEL, () -> models.retire(MODEL, "grace", REASON));
        registered(Samples.candidate(MODEL, "run-1", "a"), NONE);
        assertThatIllegalArgumentException().isThrownBy(() -> models.retire(MODEL, "grace", " "));
        assertThat(models.alias(MODEL, ModelVersion.CHAMPION)).isPresent();

        models.retire(MODEL, "grace", REASON);

        assertRefused(ErrorCode.NO_CHAMPION, () -> models.retire(MODEL, "grace", REASON));
        assertThat(models.aliasHistory(MODEL, ModelVersion.CHAMPION)).hasSize(2);
    }

    @Test
    final void letsExactlyOneOfTwoBeginAfterARetirement() throws Exception {
        registered(Samples.candidate(MODEL, "run-1", "first"), NONE);
        for (int round = 0; round < Rounds.of(10, 200); round++) {
            models.retire(MODEL, "grace", REASON);
            ModelVersion left = Samples.candidate(MODEL, "run-1", "left " + round);
            ModelVersion right = Samples.candidate(MODEL, "run-2", "right " + round);

            List<Registration> results = together(List.of(
                    () -> models.register(left, NONE, Samples.admission()),
                    () -> models.register(right, NONE, Samples.admission())));

            assertThat(results).hasAtLeastOneElementOfType(Registration.Registered.class);
            assertThat(results).contains(new Registration.ChampionMoved());
            assertThat(models.versions(MODEL)).hasSize(round + 2);
        }
    }

    private static AliasMove byRun(OptionalInt from, int to, String run) {
        return new AliasMove(
                MODEL,
                ModelVersion.CHAMPION,
                from,
                OptionalInt.of(to),
                CLOCK.instant(),
                run,
                "ada",
                "",
                from.isEmpty() ? PromotedBy.FIRST : PromotedBy.PASSED);
    }

    private static AliasMove retired(int version) {
        return new AliasMove(
                MODEL,
                ModelVersion.CHAMPION,
                OptionalInt.of(version),
                NONE,
                CLOCK.instant(),
                null,
                "grace",
                REASON,
                null);
    }

    private Callable<Boolean> racer(String name, int candidates) {
        return () -> {
            RegistrationRace.run(workspace(), MODEL, name, candidates);
            return true;
        };
    }

    private ModelVersion registered(ModelVersion candidate, OptionalInt judgedAgainst) {
        Registration result = models.register(candidate, judgedAgainst, Samples.admission());
        assertThat(result).isInstanceOf(Registration.Registered.class);
        return ((Registration.Registered) result).version();
    }

    private static ModelVersion asVersion(ModelVersion candidate, int version, String... aliases) {
        return new ModelVersion(
                candidate.model(),
                version,
                candidate.sha256(),
                candidate.runId(),
                candidate.created(),
                candidate.tags(),
                candidate.verdict(),
                new TreeSet<>(List.of(aliases)),
                VersionState.ACTIVE);
    }
}

package io.plimsoll.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.workspace.AliasMove;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.VersionState;
import io.plimsoll.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Registers as runs do, against others who do the same, and tells afterwards whether all verdicts were against the true predecessor. */
public final class RegistrationRace {
    private static final String JUDGED_AGAINST = "judged_against";

    private final ModelRegistry models;
    private final String model;

    public RegistrationRace(ModelRegistry models, String model) {
        this.models = models;
        this.model = model;
    }

    /** Begins a run and registers candidates under it, each with a content of its own. */
    public static void run(Workspace workspace, String model, String runner, int candidates) {
        workspace.runs().begin(Samples.run(runner));
        RegistrationRace race = new RegistrationRace(workspace.models(), model);
        for (int i = 0; i < candidates; i++) {
            race.register(Samples.candidate(model, runner, runner + " " + i));
        }
    }

    /** Judges against the champion and registers, as often as another was faster. */
    public ModelVersion register(ModelVersion candidate) {
        while (true) {
            Optional<ModelVersion> champion = models.alias(model, ModelVersion.CHAMPION);
            OptionalInt opponent =
                    champion.isPresent() ? OptionalInt.of(champion.get().version()) : OptionalInt.empty();
            ModelRegistry.Registration result =
                    models.register(judged(candidate, opponent), opponent, Samples.admission());
            if (result instanceof ModelRegistry.Registration.Registered registered) {
                return registered.version();
            }
            assertThat(result).isInstanceOf(ModelRegistry.Registration.ChampionMoved.class);
        }
    }

    /** Checks that the versions are 1 to {@code count}, and that each replaced the champion that it was judged against. */
    public void requireOneLineOf(int count) {
        List<ModelVersion> versions = models.versions(model);
        assertThat(versions.stream().map(ModelVersion::version))
                .containsExactlyElementsOf(
                        IntStream.range(0, count).map(i -> count - i).boxed().toList());
        List<AliasMove> history = models.aliasHistory(model, ModelVersion.CHAMPION);
        assertThat(history).hasSize(count);
        for (int i = 0; i < count; i++) {
            AliasMove move = history.get(i);
            OptionalInt before = i == 0 ? OptionalInt.empty() : OptionalInt.of(i);
            assertThat(move.from()).isEqualTo(before);
            assertThat(move.to()).isEqualTo(OptionalInt.of(i + 1));
            ModelVersion version = versions.get(count - 1 - i);
            assertThat(version.tags()).containsEntry(JUDGED_AGAINST, before.toString());
            assertThat(version.runId()).isEqualTo(move.runId());
        }
        assertThat(models.alias(model, ModelVersion.CHAMPION).map(ModelVersion::version))
                .isEqualTo(count == 0 ? Optional.empty() : Optional.of(count));
    }

    private static ModelVersion judged(ModelVersion candidate, OptionalInt opponent) {
        SortedMap<String, String> tags = new TreeMap<>(candidate.tags());
        tags.put(JUDGED_AGAINST, opponent.toString());
        Map<String, Object> verdict = new TreeMap<>(Map.of("decision", Map.of("kind", "REGISTER")));
        opponent.ifPresent(version -> verdict.put("champion", version));
        return new ModelVersion(
                candidate.model(),
                candidate.version(),
                candidate.sha256(),
                candidate.runId(),
                candidate.created(),
                tags,
                CanonicalJson.text(verdict),
                candidate.aliases(),
                VersionState.ACTIVE);
    }
}

package io.plimsoll.evaluate;

import io.plimsoll.data.Selection;
import io.plimsoll.guard.FindingCode;
import io.plimsoll.guard.Opponent;
import io.plimsoll.guard.Standing;
import io.plimsoll.guard.Witness;
import io.plimsoll.workspace.ModelVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds each opponent of one candidate, and scores the candidate's rows with it, once. */
final class Opponents implements Witness {
    private final Rivals rivals;
    private final Function<ModelVersion, Standing> versions;
    private final Candidate candidate;
    private final Map<Opponent, Standing> met = new LinkedHashMap<>();
    private final Map<String, @Nullable String[]> sliced = new LinkedHashMap<>();

    /** @param versions what a registered version predicts for the candidate's rows */
    Opponents(Rivals rivals, Function<ModelVersion, Standing> versions, Candidate candidate) {
        this.rivals = rivals;
        this.versions = versions;
        this.candidate = candidate;
    }

    @Override
    public Standing standing(Opponent opponent) {
        return met.computeIfAbsent(opponent, this::find);
    }

    @Override
    public Optional<@Nullable String[]> values(String column) {
        return Optional.of(sliced.computeIfAbsent(column, this::read));
    }

    /** The values of every column that was asked for. */
    Map<String, @Nullable String[]> sliced() {
        return sliced;
    }

    private @Nullable String[] read(String column) {
        List<@Nullable String> values = new ArrayList<>();
        candidate.holdoutRows().scan(new Selection(List.of(), List.of(column)), batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                values.add(batch.texts().get(0)[row]);
            }
        });
        return values.toArray(String[]::new);
    }

    /** The predictions of every opponent that is a registered version. */
    Map<Opponent, Standing.Scored> scored() {
        Map<Opponent, Standing.Scored> scored = new LinkedHashMap<>();
        met.forEach((opponent, standing) -> {
            if (standing instanceof Standing.Scored some && !(opponent instanceof Opponent.Naive)) {
                scored.put(opponent, some);
            }
        });
        return scored;
    }

    private Standing find(Opponent opponent) {
        if (opponent instanceof Opponent.Naive naive) {
            return new NaiveStanding(candidate).of(naive);
        }
        if (opponent instanceof Opponent.Training) {
            return new Standing.Unpaired(candidate.trainingRows());
        }
        if (rivals.others().isEmpty()) {
            return new Standing.Absent();
        }
        return rivals.of(opponent).map(versions).orElseGet(() -> missing(opponent));
    }

    /** A champion may have been retired; what else a rule names must be there once the model has versions. */
    private Standing missing(Opponent opponent) {
        if (opponent instanceof Opponent.Champion) {
            return new Standing.Absent();
        }
        String what = opponent instanceof Opponent.Version ? opponent.label() : "alias '" + opponent.label() + "'";
        return new Standing.NotComparable(
                FindingCode.NO_SUCH_OPPONENT,
                rivals.model() + " has no " + what + "; `plimsoll models show " + rivals.model()
                        + "` shows which there are");
    }
}

package io.plimsoll.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.ConfigLoader;
import io.plimsoll.data.GroupFolds;
import io.plimsoll.guard.Opponent;
import io.plimsoll.guard.Standing;
import io.plimsoll.train.MeanTrainer;
import io.plimsoll.train.Trainers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Candidates that were judged in folds: their rows, and the naive models beside them. */
class FoldScoringTest {
    private static final GroupFolds DEAL = new GroupFolds("trial", "salt", 4);
    private static final Trainers TRAINERS = new Trainers(List.of(new MeanTrainer()), MeanTrainer.NO_MATH, 1);

    private final Candidate candidate = Candidates.folded(
            Candidates.table(200),
            FakeModel.of(Candidates.QUERY, DEAL).predicting(1000),
            TRAINERS.fitting(new ConfigLoader(TRAINERS.settings()).stored("""
                            indication: lung
                            data: {sources: {sites: sites.csv}, key: id, group: trial}
                            features: {numeric: [x]}
                            models:
                              ANY:
                                target: y
                                task: regression
                                trainer: mean
                                metric: mae
                                guardrail: {rules: [{metric: mae, at_most: 9}]}
                            """).model("ANY")),
            Map.of());

    @Test
    void noRowIsJudgedByTheModelThatHasSeenIt() {
        assertThat(candidate.holdout().rows().prediction()).hasSize(200).doesNotContain(1000);
    }

    @Test
    void everyRowIsInTheFoldThatItsGroupIsDealtTo() {
        Folding folding = folding();

        String[] groups = candidate.holdout().rows().group();
        for (int i = 0; i < groups.length; i++) {
            assertThat(DEAL.each().get(folding.fold()[i] - 1).holdsOut(groups[i]))
                    .isTrue();
        }
    }

    @Test
    void theFoldIsKeptAsTheLastColumn() {
        List<String> lines = candidate.holdout().csv().lines().toList();

        assertThat(lines.get(0)).isEqualTo("key,group,target,prediction,weight,fold");
        assertThat(lines).hasSize(201);
        for (int i = 0; i < 200; i++) {
            assertThat(lines.get(i + 1)).endsWith(",1.0," + folding().fold()[i]);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MEAN", "MEDIAN"})
    void aNaiveModelKnowsTheRowsThatTheRowsOwnModelKnew(Opponent.Naive naive) {
        Standing.Scored scored = (Standing.Scored) new NaiveStanding(candidate).of(naive);

        assertThat(scored.comparable()).containsOnly(true);
        for (int i = 0; i < 200; i++) {
            assertThat(scored.prediction()[i])
                    .isEqualTo(naive.predictionFrom(folding().baseline(i)));
        }
        if (naive == Opponent.Naive.MEAN) {
            // the trainer predicts the mean of what it is shown, in float
            for (int i = 0; i < 200; i++) {
                assertThat((float) scored.prediction()[i])
                        .isEqualTo((float) candidate.holdout().rows().prediction()[i]);
            }
        }
    }

    /** One for each fold would rank rows by their fold, against their truth. */
    @Test
    void thePriorIsTheSameForAllRows() {
        Standing.Scored scored = (Standing.Scored) new NaiveStanding(candidate).of(Opponent.Naive.PRIOR);

        assertThat(scored.prediction())
                .containsOnly(candidate.model().baseline().mean());
    }

    private Folding folding() {
        return Objects.requireNonNull(candidate.holdout().folding());
    }
}

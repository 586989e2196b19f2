package io.plimsoll.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.ConfigLoader;
import io.plimsoll.config.ModelConfig;
import io.plimsoll.data.GroupFolds;
import io.plimsoll.data.MemoryDataset;
import io.plimsoll.guard.Alarm;
import io.plimsoll.train.MeanTrainer;
import io.plimsoll.train.Trainers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Under folds all rows train in the end; what one feature knows must be learned without the fold that it is to show it on. */
class LeakOutOfFoldTest {
    private static final Trainers TRAINERS = new Trainers(List.of(new MeanTrainer()), MeanTrainer.NO_MATH, 1);
    private static final MemoryDataset TABLE = MemoryDataset.of(
                    "id:INTEGER", "trial:TEXT", "x:NUMBER", "land:TEXT", "code:TEXT", "twin:TEXT", "y:NUMBER")
            .with(300, i -> {
                int y = i * 7919 % 11;
                return new Object[] {(long) i, "t" + i / 3, 1.0, "IT", "c" + i, "y" + y, (double) y};
            });

    @Test
    void aFeatureThatOnlyNamesItsRowKnowsNothing() {
        assertThat(alarms("code")).isEmpty();
    }

    @Test
    void aFeatureThatGivesTheAnswerAwayIsFoundInEveryFold() {
        assertThat(alarms("code, twin")).hasSize(1);
    }

    private static List<Alarm> alarms(String features) {
        ModelConfig config = new ConfigLoader(TRAINERS.settings())
                .stored("""
                        indication: lung
                        data: {sources: {sites: sites.csv}, key: id, group: trial}
                        features: {categorical: [%s]}
                        models:
                          ANY:
                            target: y
                            task: regression
                            trainer: mean
                            metric: mae
                            guardrail: {rules: [{metric: mae, at_most: 9}]}
                        """.formatted(features))
                .model("ANY");
        Candidate candidate = Candidates.folded(
                TABLE,
                FakeModel.of(Candidates.QUERY, new GroupFolds("trial", "salt", 5)),
                TRAINERS.fitting(config),
                Map.of());
        return new LeakCheck(config.features(), config.task(), 0.95).alarms(candidate);
    }
}

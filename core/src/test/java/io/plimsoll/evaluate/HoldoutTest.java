package io.plimsoll.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.ModelConfig.Weight;
import io.plimsoll.data.GroupFolds;
import io.plimsoll.data.GroupHash;
import io.plimsoll.metric.Bounds;
import io.plimsoll.metric.ScoredRows;
import io.plimsoll.train.TrainedModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldoutTest {
    private static final GroupHash LINE = new GroupHash("trial", "salt", 0.5);
    private static final FakeModel MODEL = FakeModel.of(Candidates.QUERY, LINE);

    @Test
    void scoresEveryHoldoutRowWithTheModelAsItWillBeRegistered() {
        TrainedModel trained = Candidates.trained(Candidates.table(5000), MODEL);

        Holdout holdout = Scoring.judged(trained, Weight.NONE);

        assertThat(holdout.key()).hasSizeBetween(2300, 2700);
        ScoredRows rows = holdout.rows();
        for (int i = 0; i < rows.rows(); i++) {
            int id = Integer.parseInt(holdout.key()[i]);
            assertThat(LINE.holdsOut(rows.group()[i])).isTrue();
            assertThat(rows.target()[i]).isEqualTo(id / 2.0);
            assertThat(rows.prediction()[i]).isEqualTo(id / 4.0 + (id % 2 == 0 ? 2 : 0));
            assertThat(rows.weight()[i]).isEqualTo(1);
        }
    }

    @Test
    void isKeptWithItsFoldsAndIntervals() {
        ScoredRows rows = new ScoredRows(
                new double[] {1, 5}, new double[] {2, 3}, new double[] {1, 3}, new String[] {"t1", "t2"});
        Bounds bounds = new Bounds(new double[] {1, 2.5}, new double[] {2.5, 4});
        Folding folding = new Folding(new GroupFolds("trial", "salt", 2), new int[] {2, 1}, List.of());
        Holdout holdout = new Holdout(new String[] {"a", "b"}, rows, bounds, folding);

        assertThat(holdout.csv()).isEqualTo("""
                key,group,target,prediction,weight,fold,low,high
                a,t1,1.0,2.0,1.0,2,1.0,2.5
                b,t2,5.0,3.0,3.0,1,2.5,4.0
                """);
        assertThat(bounds.coverage(rows)).isEqualTo(0.25);
        assertThat(bounds.meanWidth(rows)).isEqualTo(1.5);
    }

    @Test
    void isKeptAsCsvFromWhichEveryMetricCanBeComputed() {
        Holdout holdout = new Holdout(
                new String[] {"1", "a,b", "say \"x\"", "two\nlines"},
                new ScoredRows(
                        new double[] {0, 0.1, -2, 1e10},
                        new double[] {1.5, 0.30000000000000004, 3, 0x1p-44},
                        new double[] {1, 0.5, 2, 1},
                        new String[] {"t1", "", "肺", "t\r"}));

        assertThat(holdout.csv()).isEqualTo("""
                key,group,target,prediction,weight
                1,t1,0.0,1.5,1.0
                "a,b",,0.1,0.30000000000000004,0.5
                "say ""x\""",肺,-2.0,3.0,2.0
                "two
                lines","t\r",1.0E10,5.684341886080802E-14,1.0
                """);
        assertThat(holdout.indexByKey())
                .containsEntry("1", 0)
                .containsEntry("two\nlines", 3)
                .hasSize(4);
    }
}

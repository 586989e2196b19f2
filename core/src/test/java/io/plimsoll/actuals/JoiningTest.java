package io.plimsoll.actuals;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.ModelConfig.Weight;
import io.plimsoll.data.MemoryDataset;
import io.plimsoll.data.Roles;
import io.plimsoll.metric.ScoredRows;
import io.plimsoll.metric.Task;
import java.time.YearMonth;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class JoiningTest {
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private static final Actuals ACTUALS = new ActualsCheck(
                    new Roles("id", "trial", "y"), Task.REGRESSION, "y > 0", "outcomes.csv")
            .of(MemoryDataset.of("id:TEXT", "trial:TEXT", "y:NUMBER")
                    .with("a", "t1", 1.0)
                    .with("b", "t1", 2.0)
                    .with("c", "t2", 3.0)
                    .with("d", "t3", 4.0)
                    .with("nil", "t3", 0.0));

    private final Joining joining = new Joining(ACTUALS);

    @Test
    void theLatestRunOfAVersionCountsForARowAndUnderItsOwnMonth() {
        assertThat(joining.add(1, NOVEMBER, said().with("b", 0.9).with("a", 0.8)))
                .isEqualTo(2);
        assertThat(joining.add(1, OCTOBER, said().with("a", 0.1).with("c", 0.2)))
                .isEqualTo(1);

        Joined joined = version(1);
        assertThat(joined.periods()).containsExactly(OCTOBER, NOVEMBER);
        assertThat(joined.in(OCTOBER, Weight.NONE).prediction()).containsExactly(0.2);
        assertThat(joined.in(NOVEMBER, Weight.NONE).prediction()).containsExactly(0.8, 0.9);
        ScoredRows all = joined.all(Weight.NONE);
        assertThat(all.target()).containsExactly(1, 2, 3);
        assertThat(all.prediction()).containsExactly(0.8, 0.9, 0.2);
        assertThat(all.group()).containsExactly("t1", "t1", "t2");
        assertThat(joined.rows()).isEqualTo(3);
    }

    @Test
    void versionsAreJoinedEachForItself() {
        joining.add(1, NOVEMBER, said().with("a", 0.1));
        joining.add(2, NOVEMBER, said().with("a", 0.2).with("b", 0.3));

        assertThat(joining.versions().keySet()).containsExactly(2, 1);
        assertThat(version(1).all(Weight.NONE).prediction()).containsExactly(0.1);
        assertThat(version(2).all(Weight.NONE).prediction()).containsExactly(0.2, 0.3);
        assertThat(joining.unpredicted()).as("c and d").isEqualTo(2);
    }

    @Test
    void whatHasNoActualYetIsCountedOnceAndWhatDoesNotCountIsNot() {
        joining.add(1, NOVEMBER, said().with("new", 0.1).with("nil", 0.2).with("d", 0.3));
        joining.add(1, OCTOBER, said().with("new", 0.1));

        assertThat(version(1).waiting()).isEqualTo(1);
        assertThat(version(1).rows()).isEqualTo(1);
        assertThat(joining.unpredicted()).isEqualTo(3);
    }

    @Test
    void groupsCountOnceWhereTheyDidInTraining() {
        joining.add(1, NOVEMBER, said().with("a", 1.0).with("b", 1.0).with("c", 1.0));

        assertThat(version(1).all(Weight.GROUP).weight()).containsExactly(0.75, 0.75, 1.5);
        assertThat(version(1).all(Weight.NONE).weight()).containsExactly(1, 1, 1);
    }

    private Joined version(int number) {
        return Objects.requireNonNull(joining.versions().get(number));
    }

    private static MemoryDataset said() {
        return MemoryDataset.of("id:TEXT", "prediction:NUMBER");
    }
}

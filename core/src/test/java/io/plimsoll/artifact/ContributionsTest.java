package io.plimsoll.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.data.GroupHash;
import io.plimsoll.data.Roles;
import io.plimsoll.metric.Task;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ContributionsTest {
    private static final Contributions CONTRIBUTIONS = new Contributions(
            AdditiveScale.LOG_ODDS,
            -1,
            List.of(new double[] {0.5, 0}, new double[] {-2, 0}, new double[] {2, 0.25}, new double[] {0, 0}));

    @Test
    void addUp() {
        assertThat(CONTRIBUTIONS.rows()).isEqualTo(2);
        assertThat(CONTRIBUTIONS.sums()).containsExactly(-0.5, -0.75);
        assertThat(CONTRIBUTIONS.uncalibrated())
                .containsExactly(new double[] {1 / (1 + Math.exp(0.5)), 1 / (1 + Math.exp(0.75))}, within(1e-15));
    }

    @Test
    void theStrongestComeFirstAndThoseThatAreNoneNotAtAll() {
        assertThat(CONTRIBUTIONS.strongest(0, 2)).containsExactly(1, 2);
        assertThat(CONTRIBUTIONS.strongest(0, 9)).containsExactly(1, 2, 0);
        assertThat(CONTRIBUTIONS.strongest(1, 9)).containsExactly(2);
        assertThat(CONTRIBUTIONS.strongest(0, 0)).isEmpty();
    }

    @Test
    void areOfAtLeastOneInput() {
        assertThatThrownBy(() -> new Contributions(AdditiveScale.TARGET, 0, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void haveTheScaleThatTheTrainersLinkAndTheTargetScaleMake() {
        assertThat(AdditiveScale.of(Link.LOGISTIC, question(Task.CLASSIFICATION, "none")))
                .isEqualTo(AdditiveScale.LOG_ODDS);
        assertThat(AdditiveScale.of(Link.IDENTITY, question(Task.CLASSIFICATION, "none")))
                .isEqualTo(AdditiveScale.PROBABILITY);
        assertThat(AdditiveScale.of(Link.EXP, question(Task.REGRESSION, "none")))
                .isEqualTo(AdditiveScale.LOG);
        assertThat(AdditiveScale.of(Link.IDENTITY, question(Task.REGRESSION, "none")))
                .isEqualTo(AdditiveScale.TARGET);
        assertThat(AdditiveScale.of(Link.IDENTITY, question(Task.REGRESSION, "log1p")))
                .isEqualTo(AdditiveScale.LOG1P);
        assertThatThrownBy(() -> AdditiveScale.of(Link.EXP, question(Task.REGRESSION, "log1p")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AdditiveScale.of(Link.LOGISTIC, question(Task.REGRESSION, "none")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(AdditiveScale.LOG_ODDS.label()).isEqualTo("log_odds");
    }

    private static Contract.Question question(Task task, String scale) {
        return new Contract.Question(
                task, new Roles("id", "trial", "y"), null, scale, "none", new GroupHash("trial", "salt", 0.2));
    }
}

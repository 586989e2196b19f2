package io.plimsoll.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.metric.Task;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

final class TrainableExamplesTest {
    @Test
    void refusesToTrainOnNothing() {
        assertFails(examples(new float[0], new float[0], new float[0]), Task.REGRESSION)
                .hasMessageContaining("0 rows");
        assertFails(
                        new Examples(1, List.of(), new float[0], new float[1], new float[1], new String[] {"a"}),
                        Task.REGRESSION)
                .hasMessageContaining("0 feature columns");
    }

    @Test
    void refusesLabelsThatDoNotFitTheTask() {
        assertFails(examples(new float[2], new float[] {1, 1}, new float[] {1, 1}), Task.CLASSIFICATION)
                .hasMessageContaining("all 2 rows are of one");
        assertFails(examples(new float[2], new float[] {0, 2}, new float[] {1, 1}), Task.CLASSIFICATION)
                .hasMessageContaining("1 rows have a label other than 0 and 1");
        assertFails(examples(new float[2], new float[] {0, Float.NaN}, new float[] {1, 1}), Task.REGRESSION)
                .hasMessageContaining("1 rows have a label");
    }

    @Test
    void refusesNumbersThatAreNone() {
        float[] infinite = {Float.NaN, Float.POSITIVE_INFINITY};
        assertFails(examples(infinite, new float[] {1, 2}, new float[] {1, -1}), Task.REGRESSION)
                .hasMessageContaining("1 rows are infinite, or beyond what float32 holds, feature x")
                .hasMessageContaining("1 rows have a weight");
        assertFails(examples(new float[2], new float[] {1, 2}, new float[2]), Task.REGRESSION)
                .hasMessageContaining("no row has a weight above 0");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertFails(Examples examples, Task task) {
        return assertThatThrownBy(() -> TrainableExamples.require(examples, task, "mean"))
                .isInstanceOfSatisfying(
                        PlimsollException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TRAINING_FAILED));
    }

    private static Examples examples(float[] feature, float[] labels, float[] weights) {
        String[] groups = new String[labels.length];
        Arrays.fill(groups, "a");
        return new Examples(labels.length, List.of("x"), feature, labels, weights, groups);
    }
}

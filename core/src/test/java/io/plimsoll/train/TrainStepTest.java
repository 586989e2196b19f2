package io.plimsoll.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.Predictions;
import io.plimsoll.artifact.Predictor;
import io.plimsoll.data.Batch;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.GroupHash;
import io.plimsoll.data.MemoryDataset;
import io.plimsoll.data.Roles;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.metric.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TrainStepTest {
    private static final Dataset ROWS =
            MemoryDataset.of("id:INTEGER", "x:NUMBER").with(3, i -> new Object[] {(long) i, i / 2.0});

    @Test
    void refusesAModelThatDisagreesWithItsTrainer() {
        Fault fault = assertThatExceptionOfType(PlimsollException.class)
                .isThrownBy(() -> TrainStep.prove(new Doubling(), ROWS, (rows, exported) -> 2))
                .actual()
                .faults()
                .get(0);

        assertThat(fault.code()).isEqualTo(ErrorCode.ROUND_TRIP);
        assertThat(fault.line())
                .isEqualTo("error[ROUND_TRIP]: the exported model disagrees with its trainer on 2 of 3 holdout rows");
    }

    @Test
    void theTrainerIsAskedForTheRowsThatWereExported() {
        List<Double> seen = new ArrayList<>();

        TrainStep.prove(new Doubling(), ROWS, (rows, exported) -> {
            assertThat(rows).isSameAs(ROWS);
            Arrays.stream(exported).forEach(seen::add);
            return 0;
        });

        assertThat(seen).containsExactly(0.0, 1.0, 2.0);
    }

    /** A model of one number, which it doubles. */
    private static final class Doubling implements Predictor {
        @Override
        public Contract contract() {
            return new Contract(
                    Contract.FORMAT,
                    "m",
                    List.of(new Contract.Input("x", Contract.Kind.NUMBER, "median", null, false, null)),
                    new Contract.Output("prediction", "target", null, null),
                    "SELECT * FROM sites",
                    List.of("sites"),
                    null,
                    new Contract.Question(
                            Task.REGRESSION,
                            new Roles("id", "id", "y"),
                            null,
                            "none",
                            "none",
                            new GroupHash("id", "s", 0.5)),
                    "0".repeat(64),
                    new TreeMap<>(),
                    "here",
                    List.of());
        }

        @Override
        public Predictions predictions(Batch batch) {
            double[] doubled = Arrays.stream(batch.numbers().get(0), 0, batch.rows())
                    .map(x -> 2 * x)
                    .toArray();
            return new Predictions(doubled, null);
        }

        @Override
        public void close() {}
    }
}

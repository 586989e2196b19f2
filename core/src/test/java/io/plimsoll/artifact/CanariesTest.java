package io.plimsoll.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.data.Batch;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CanariesTest {
    @Test
    void becomeABatch() {
        Contract contract = ExampleModel.contract();

        Batch batch = Canaries.batch(
                contract.inputs(),
                contract.canaries().stream().map(Contract.Canary::values).toList());

        assertThat(batch.rows()).isEqualTo(3);
        assertThat(batch.numbers().get(0)).containsExactly(Double.NaN, 0.1f, 1e10);
        assertThat(batch.texts().get(0)).containsExactly(null, "IT", "中国");
    }

    @Test
    void rememberWhatWasPredictedForThem() {
        Predictor predictor = new Stump(ExampleModel.contract(), 0);

        List<Contract.Canary> canaries = Canaries.record(
                predictor,
                ExampleModel.contract().canaries().stream()
                        .map(Contract.Canary::values)
                        .toList());

        assertThat(canaries).isEqualTo(ExampleModel.contract().canaries());
    }

    @Test
    void acceptAnInstallationThatAgrees() {
        assertThatCode(() -> Canaries.check(new Stump(ExampleModel.contract(), 1e-6)))
                .doesNotThrowAnyException();
        assertThatCode(() -> Canaries.check(new Stump(ExampleModel.contract().withCanaries(List.of()), 1)))
                .doesNotThrowAnyException();
    }

    @Test
    void refuseAnInstallationThatComputesDifferently() {
        assertThatThrownBy(() -> Canaries.check(new Stump(ExampleModel.contract(), 1e-4)))
                .isInstanceOfSatisfying(
                        PlimsollException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ARTIFACT_DAMAGED))
                .hasMessageContaining("3 of 3 canary rows");
    }

    /** {@link ExampleModel#stump} in plain Java, with an error to order. */
    private record Stump(Contract contract, double error) implements Predictor {
        @Override
        public Predictions predictions(Batch batch) {
            double[] predictions = new double[batch.rows()];
            for (int row = 0; row < batch.rows(); row++) {
                double value = batch.numbers().get(0)[row];
                String text = batch.texts().get(0)[row];
                boolean left = Double.isNaN(value) || (value < 1.5 && text == null);
                predictions[row] = (left ? -0.5 : 1.5) + error;
            }
            return new Predictions(predictions, null);
        }

        @Override
        public void close() {}
    }
}

package io.plimsoll.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.artifact.OnnxGraph;
import io.plimsoll.artifact.OnnxGraph.Value;
import io.plimsoll.config.ModelConfig.TargetScale;
import org.junit.jupiter.api.Test;

class ScaleTest {
    private static final Scale OWN = new Scale(TargetScale.NONE);
    private static final Scale LOG = new Scale(TargetScale.LOG1P);

    @Test
    void labelsAreFittedOnIt() {
        assertThat(OWN.fitted(0.1)).isEqualTo(0.1f);
        assertThat(LOG.fitted(0.0)).isZero();
        assertThat(LOG.fitted(StrictMath.E - 1)).isEqualTo(1f);
        assertThat(LOG.fitted(-0.5)).isNegative();
    }

    @Test
    void predictionsAreComparedOnIt() {
        double[] predictions = {0, 1, 1e6};

        assertThat(OWN.fitted(predictions)).containsExactly(predictions).isNotSameAs(predictions);
        assertThat(LOG.fitted(predictions)).containsExactly(0, StrictMath.log1p(1), StrictMath.log1p(1e6));
    }

    @Test
    void theExportedGraphUndoesIt() {
        OnnxGraph graph = new OnnxGraph();
        Value fitted = graph.numberInput("fitted");

        assertThat(OWN.inOwnUnit(graph, fitted)).isEqualTo(fitted);
        assertThat(LOG.inOwnUnit(graph, fitted)).isEqualTo(new Value("Sub"));
    }
}

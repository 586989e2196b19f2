package io.plimsoll.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.artifact.Contract.Interval;
import io.plimsoll.artifact.Link;
import io.plimsoll.artifact.Tree;
import io.plimsoll.artifact.TreeEnsemble;
import io.plimsoll.calibrate.Calibration;
import io.plimsoll.calibrate.Spread;
import io.plimsoll.transform.Encoding;
import io.plimsoll.transform.FittedTransform;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the graph computes is tested where it can be run, in the module of the local engine. */
class ModelGraphTest {
    private static final TreeEnsemble LEAF =
            new TreeEnsemble(List.of(Tree.ofNodes(1).leaf(0, 1f).build()), 0f, Link.IDENTITY);

    @Test
    void hasTheSameBytesEachTime() {
        assertThat(ModelGraph.of(reading("x"), LEAF).bytes())
                .isEqualTo(ModelGraph.of(reading("x"), LEAF).bytes());
    }

    @Test
    void givesWayToColumnsThatAreCalledLikeItsOutputs() {
        Finish finish = new Finish(Scale.OWN, Calibration.none(), new Spread(0.9, -1, 1, false));

        assertThat(ModelGraph.of(reading("prediction"), LEAF).output()).isEqualTo("prediction_2");
        assertThat(ModelGraph.of(reading("prediction_low"), LEAF, finish).interval())
                .isEqualTo(new Interval("prediction_low_2", "prediction_high", 0.9));
    }

    private static FittedTransform reading(String column) {
        return new FittedTransform(List.of(new Encoding.Numeric(column, 0f)), List.of());
    }
}

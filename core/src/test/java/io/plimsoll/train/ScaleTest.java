package io.plimsoll.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.artifact.Tree;
import io.plimsoll.artifact.TreeEnsemble;
import io.plimsoll.artifact.TreeEnsemble.Link;
import io.plimsoll.config.ModelConfig.TargetScale;
import java.util.List;
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
    void theExportedTreesUndoIt() {
        Tree leaf = Tree.ofNodes(1).leaf(0, 2f).build();
        TreeEnsemble ensemble = new TreeEnsemble(List.of(leaf), 1f, Link.IDENTITY);

        assertThat(OWN.inOwnUnit(ensemble)).isSameAs(ensemble);
        assertThat(LOG.inOwnUnit(ensemble)).isEqualTo(new TreeEnsemble(List.of(leaf), 1f, Link.EXPM1));
    }
}

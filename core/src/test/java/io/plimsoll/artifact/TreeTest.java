package io.plimsoll.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TreeTest {
    @Test
    void mayBeOneLeaf() {
        Tree tree = Tree.ofNodes(1).leaf(0, 2f).build();

        assertThat(tree.nodes()).isEqualTo(1);
        assertThat(tree.isLeaf(0)).isTrue();
        assertThat(tree.value(0)).isEqualTo(2f);
    }

    @Test
    void leadsDownFromItsRootOnly() {
        Tree.Builder loop =
                Tree.ofNodes(2).split(0, 0, 1f, true).children(0, 0, 1).leaf(1, 1f);
        Tree.Builder shared =
                Tree.ofNodes(2).split(0, 0, 1f, true).children(0, 1, 1).leaf(1, 1f);
        Tree.Builder outside =
                Tree.ofNodes(2).split(0, 0, 1f, true).children(0, 1, 7).leaf(1, 1f);
        Tree.Builder stray = Tree.ofNodes(2).leaf(0, 1f).leaf(1, 1f);

        assertThat(List.of(loop, shared, outside, stray, Tree.ofNodes(0)))
                .allSatisfy(tree -> assertThatThrownBy(tree::build).isInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void refusesNumbersThatNoComparisonUnderstands() {
        assertThatThrownBy(() -> Tree.ofNodes(1).leaf(0, Float.NaN).build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isBuiltOnce() {
        Tree.Builder builder = Tree.ofNodes(1).leaf(0, 1f);
        builder.build();

        assertThatThrownBy(builder::build).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isPartOfAnEnsembleThatKnowsWhereItJumps() {
        TreeEnsemble stump = ExampleModel.stump(Link.IDENTITY);

        assertThat(stump.thresholds(0)).containsExactly(1.5f);
        assertThat(stump.thresholds(1)).isEmpty();
        assertThatThrownBy(() -> new TreeEnsemble(List.of(), 0f, Link.IDENTITY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

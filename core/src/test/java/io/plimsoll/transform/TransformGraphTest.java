package io.plimsoll.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.OnnxGraph;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the graph computes is tested where it can be run, in the module of the local engine. */
final class TransformGraphTest {
    private static final FittedTransform TRANSFORM = new FittedTransform(
            List.of(new Encoding.Numeric("a", 0.1f), new Encoding.Numeric("b", Float.NaN)),
            List.of(
                    new Encoding.OneHot("c", List.of("x"), List.of("y"), true, true, Encoding.Unseen.OTHER),
                    new Encoding.OneHot("d", List.of("x"), List.of(), false, false, Encoding.Unseen.REFUSE)));

    @Test
    void hasTheSameBytesEachTime() {
        assertThat(bytes()).isEqualTo(bytes());
    }

    private static byte[] bytes() {
        OnnxGraph graph = new OnnxGraph();
        graph.output(new TransformGraph(TRANSFORM).features(graph), "features", TRANSFORM.width());
        return graph.bytes();
    }

    @Test
    void saysWhatBecomesOfEachColumn() {
        assertThat(new TransformGraph(TRANSFORM).inputs())
                .containsExactly(
                        new Contract.Input("a", Contract.Kind.NUMBER, "becomes 0.1", null, false, null),
                        new Contract.Input(
                                "b",
                                Contract.Kind.NUMBER,
                                "stays missing; each split of a tree sends it its own way",
                                null,
                                false,
                                null),
                        new Contract.Input(
                                "c",
                                Contract.Kind.TEXT,
                                "a level of its own",
                                "the level (other)",
                                false,
                                List.of("x", "y")),
                        new Contract.Input(
                                "d", Contract.Kind.TEXT, "no level: all zeros", "refused", true, List.of("x")));
    }

    @Test
    void refusesATransformationWithoutFeatures() {
        TransformGraph nothing = new TransformGraph(new FittedTransform(List.of(), List.of()));

        assertThatThrownBy(() -> nothing.features(new OnnxGraph())).isInstanceOf(IllegalArgumentException.class);
    }
}

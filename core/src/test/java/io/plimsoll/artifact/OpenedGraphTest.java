package io.plimsoll.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.plimsoll.artifact.OnnxGraph.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Columns may be called as the graph's own values would be. */
final class OpenedGraphTest {
    private final OnnxGraph graph = new OnnxGraph();

    @Test
    void findsTheColumnsOfEachPartAndTheSum() {
        Value first = graph.numberInput("Concat");
        Value second = graph.numberInput("text=a");
        Value unused = graph.textInput("unused");
        Value text = graph.textInput("text");
        Value numbers = graph.fillMissing(graph.matrix(List.of(first, second)), List.of(0f, 1f));
        Value levels = graph.oneHot(graph.lookUp(text, Map.of("a", 0), -1), 3);
        Value number = graph.lookUpNumbers(text, Map.of("a", 2f), 0);
        Value features = graph.columns(List.of(numbers, levels, number));
        Value sum = graph.apply("Add", graph.apply("MatMul", features, graph.column(new float[6])), graph.row(1));
        graph.output(graph.apply("Add", Link.LOGISTIC.addTo(graph, sum), graph.row(0)), "Add", 1);
        OnnxFile file = OnnxFile.read(graph.bytes());

        OpenedGraph opened = OpenedGraph.of(file, 2);

        assertThat(opened.parts())
                .extracting(OpenedGraph.FeaturePart::inputs)
                .containsExactly(List.of(0, 1), List.of(3), List.of(3));
        assertThat(opened.parts().get(0).inputOf(1)).isEqualTo(1);
        assertThat(opened.parts().get(0).canBe(3)).isFalse();
        assertThat(opened.parts().get(1).inputOf(2)).isEqualTo(3);
        assertThat(opened.parts().get(1).canBe(3)).isTrue();
        assertThat(OnnxFile.read(opened.bytes()).model().getGraph().getOutputList())
                .extracting(ValueInfoProto::getName)
                .containsExactly("Add_3", numbers.name(), levels.name(), number.name(), sum.name())
                .doesNotContain(unused.name());
    }

    @Test
    void findsTheSumOfTrees() {
        Value features = graph.columns(List.of(graph.oneHot(graph.lookUp(graph.textInput("a"), Map.of(), 0), 1)));
        Tree leaf = Tree.ofNodes(1).leaf(0, 1).build();
        Value sum = graph.sums(features, new TreeEnsemble(List.of(leaf), 0, Link.IDENTITY));
        graph.output(sum, "prediction", 1);
        OnnxFile file = OnnxFile.read(graph.bytes());

        assertThat(OpenedGraph.of(file, 0).parts()).containsExactly(new OpenedGraph.FeaturePart(List.of(0)));
        assertThatThrownBy(() -> OpenedGraph.of(file, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesGraphsThatAreBuiltInAnotherWay() {
        Value first = graph.numberInput("first");
        Value second = graph.numberInput("second");
        Value matrix = graph.matrix(List.of(second, first));
        graph.output(graph.columns(List.of(matrix)), "prediction", 2);
        OnnxFile file = OnnxFile.read(graph.bytes());

        assertThatThrownBy(() -> OpenedGraph.of(file, 2)).hasMessage("a graph without numbers in their order");
    }

    @Test
    void refusesAGraphThatAddsNothingUp() {
        graph.output(graph.columns(List.of(graph.matrix(List.of(graph.numberInput("one"))))), "prediction", 1);
        OnnxFile file = OnnxFile.read(graph.bytes());

        assertThatThrownBy(() -> OpenedGraph.of(file, 1)).hasMessage("a graph without a sum");
    }
}

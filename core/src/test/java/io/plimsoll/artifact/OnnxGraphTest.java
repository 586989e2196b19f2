package io.plimsoll.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class OnnxGraphTest {
    @Test
    void hasTheSameBytesEachTime() {
        assertThat(ExampleModel.graph()).isEqualTo(ExampleModel.graph());
    }

    @Test
    void keepsToVersionsThatManyReadersKnow() throws InvalidProtocolBufferException {
        ModelProto model = ModelProto.parseFrom(ExampleModel.graph());

        assertThat(model.getIrVersion()).isEqualTo(8);
        assertThat(model.getProducerName()).isEqualTo("plimsoll");
        assertThat(model.getOpsetImportList())
                .extracting(OperatorSetIdProto::getDomain, OperatorSetIdProto::getVersion)
                .containsExactly(tuple("", 17L), tuple("ai.onnx.ml", 3L));
    }

    @Test
    void givesWayToColumnsThatHaveItsOwnNames() throws InvalidProtocolBufferException {
        OnnxGraph graph = new OnnxGraph();
        List<OnnxGraph.Value> inputs = List.of(
                graph.numberInput("prediction"),
                graph.numberInput("prediction_2"),
                graph.numberInput("Concat"),
                graph.numberInput("constant"));

        assertThat(graph.output(graph.matrix(inputs), "prediction", 4)).isEqualTo("prediction_3");
        assertThat(namesOf(ModelProto.parseFrom(graph.bytes()).getGraph()))
                .contains("Concat_2", "constant_2", "prediction_3");
    }

    private static Set<String> namesOf(GraphProto graph) {
        Set<String> names = new HashSet<>();
        for (ValueInfoProto input : graph.getInputList()) {
            assertThat(names.add(input.getName())).isTrue();
        }
        for (TensorProto constant : graph.getInitializerList()) {
            assertThat(names.add(constant.getName())).isTrue();
        }
        for (NodeProto node : graph.getNodeList()) {
            assertThat(names).containsAll(node.getInputList());
            assertThat(names.addAll(node.getOutputList())).isTrue();
        }
        return names;
    }

    @Test
    void refusesInputsThatComeLateOrTwiceOrWithoutAName() {
        OnnxGraph graph = new OnnxGraph();
        OnnxGraph.Value column = graph.numberInput("x");

        assertThatThrownBy(() -> graph.textInput("x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> graph.textInput("")).isInstanceOf(IllegalArgumentException.class);
        graph.fillMissing(column, List.of(1f));
        assertThatThrownBy(() -> graph.numberInput("y")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hasAnOutputOrMore() {
        OnnxGraph graph = new OnnxGraph();
        OnnxGraph.Value column = graph.numberInput("x");

        assertThatThrownBy(graph::bytes).isInstanceOf(IllegalStateException.class);
        assertThat(graph.output(column, "prediction", 1)).isEqualTo("prediction");
        assertThat(graph.output(column, "prediction", 1)).isEqualTo("prediction_2");
    }
}

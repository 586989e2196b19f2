package io.plimsoll.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class OnnxFileTest {
    private static final TensorProto EXTERNAL = TensorProto.newBuilder()
            .setDataLocation(TensorProto.DataLocation.EXTERNAL)
            .addExternalData(
                    StringStringEntryProto.newBuilder().setKey("location").setValue("/etc/passwd"))
            .build();

    @Test
    void acceptsAGraphInOnePiece() {
        assertThat(OnnxFile.read(ExampleModel.graph()).isSelfContained()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("graphsInPieces")
    void findsTensorsThatLieElsewhere(GraphProto graph) {
        byte[] model = ModelProto.newBuilder().setGraph(graph).build().toByteArray();

        assertThat(OnnxFile.read(model).isSelfContained()).isFalse();
        assertThatThrownBy(() -> ModelFolder.of(model, ExampleModel.contract(), ExampleModel.nativeFiles()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<GraphProto> graphsInPieces() {
        GraphProto initializer =
                GraphProto.newBuilder().addInitializer(EXTERNAL).build();
        return Stream.of(
                initializer,
                attribute(AttributeProto.newBuilder().setT(EXTERNAL)),
                attribute(AttributeProto.newBuilder().addTensors(EXTERNAL)),
                attribute(AttributeProto.newBuilder().setG(initializer)),
                attribute(AttributeProto.newBuilder().addGraphs(initializer)));
    }

    private static GraphProto attribute(AttributeProto.Builder attribute) {
        return GraphProto.newBuilder()
                .addNode(NodeProto.newBuilder().addAttribute(attribute))
                .build();
    }

    @Test
    void looksIntoFunctionsToo() {
        NodeProto node = NodeProto.newBuilder()
                .addAttribute(AttributeProto.newBuilder().setT(EXTERNAL))
                .build();
        byte[] model = ModelProto.newBuilder()
                .setGraph(GraphProto.getDefaultInstance())
                .addFunctions(FunctionProto.newBuilder().addNode(node))
                .build()
                .toByteArray();

        assertThat(OnnxFile.read(model).isSelfContained()).isFalse();
    }

    @Test
    void isGivenToJavaAsItIsWhereTheNamesArePlain() {
        assertThat(OnnxFile.read(ExampleModel.graph()).forJava()).isEqualTo(ExampleModel.graph());
    }

    @Test
    void isGivenToJavaWithNamesThatJavaCanSay() throws InvalidProtocolBufferException {
        OnnxGraph graph = new OnnxGraph();
        List<OnnxGraph.Value> inputs =
                List.of(graph.numberInput("😀"), graph.numberInput("input_0"), graph.numberInput("🚢"));
        graph.output(graph.matrix(inputs), "prediction", 3);

        GraphProto renamed =
                ModelProto.parseFrom(OnnxFile.read(graph.bytes()).forJava()).getGraph();

        assertThat(renamed.getInputList())
                .extracting(input -> input.getName())
                .containsExactly("input_0_", "input_0", "input_1");
        assertThat(renamed.getNodeList().subList(0, 3))
                .extracting(node -> node.getInput(0))
                .containsExactly("input_0_", "input_0", "input_1");
    }

    @Test
    void refusesWhatIsNoModel() {
        assertThatThrownBy(() -> OnnxFile.read(new byte[] {1, 2, 3})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OnnxFile.read(new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }
}

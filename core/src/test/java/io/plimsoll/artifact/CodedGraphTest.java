package io.plimsoll.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import io.plimsoll.artifact.OnnxGraph.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CodedGraphTest {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final int STRING = 8;

    private final OnnxGraph graph = new OnnxGraph();

    @Test
    void textsThatOnlyATableReadsComeInLookedUp() {
        Value number = graph.numberInput("number");
        Value land = graph.textInput("land");
        Value share = graph.textInput("share");
        Value slots = graph.oneHot(graph.lookUp(land, Map.of("Malta", 0, "🚢", 1), -1), 2);
        Value shares = graph.lookUpNumbers(share, Map.of("", 0.5f), 7);
        graph.output(graph.columns(List.of(graph.matrix(List.of(number)), slots, shares)), "features", 4);

        CodedGraph coded = CodedGraph.of(OnnxFile.read(graph.bytes()));

        assertThat(coded.tables())
                .containsExactly(
                        Optional.empty(),
                        Optional.of(new TextTable(TextTable.Kind.WHOLE, Map.of("Malta", 0L, "🚢", 1L), -1L)),
                        Optional.of(new TextTable(TextTable.Kind.FLOAT, Map.of("", 0.5f), 7f)));
        assertThat(types(coded)).containsExactly(FLOAT, INT64, FLOAT);
        assertThat(operators(coded)).doesNotContain("LabelEncoder");
    }

    @Test
    void everythingElseStaysAsItIs() {
        Value twice = graph.textInput("twice");
        graph.textInput("never");
        Value first = graph.lookUpNumbers(twice, Map.of("a", 1f), 0);
        Value second = graph.lookUpNumbers(twice, Map.of("a", 2f), 0);
        graph.output(graph.columns(List.of(first, second)), "features", 2);
        OnnxFile file = OnnxFile.read(graph.bytes());

        CodedGraph coded = CodedGraph.of(file);

        assertThat(coded.tables()).containsExactly(Optional.empty(), Optional.empty());
        assertThat(types(coded)).containsExactly(STRING, STRING);
        assertThat(OnnxFile.read(coded.bytes()).model()).isEqualTo(file.model());
    }

    private static List<Integer> types(CodedGraph coded) {
        return graph(coded).getInputList().stream()
                .map(input -> input.getType().getTensorType().getElemType())
                .toList();
    }

    private static List<String> operators(CodedGraph coded) {
        return graph(coded).getNodeList().stream().map(NodeProto::getOpType).toList();
    }

    private static GraphProto graph(CodedGraph coded) {
        return OnnxFile.read(coded.bytes()).model().getGraph();
    }
}

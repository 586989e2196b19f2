package io.plimsoll.artifact;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model's graph whose texts are looked up before they come in: a text input that only a LabelEncoder reads takes what that table gives instead, and the
 * table is told of. Everything behind the tables is the same graph, so it computes the same; a million texts need not be handed to a native library.
 *
 * @param bytes the file without those tables
 * @param tables for each input, in their order, the table by which its texts are looked up; empty where the input is as it was
 */
public record CodedGraph(byte[] bytes, List<Optional<TextTable>> tables) {
    public CodedGraph {
        tables = List.copyOf(tables);
    }

    public static CodedGraph of(OnnxFile file) {
        GraphProto graph = file.model().getGraph();
        List<Optional<TextTable>> tables = new ArrayList<>();
        Map<String, String> inputByTable = new HashMap<>();
        for (ValueInfoProto input : graph.getInputList()) {
            Optional<NodeProto> encoder = onlyReader(graph, input.getName());
            Optional<TextTable> table = encoder.flatMap(CodedGraph::table);
            tables.add(table);
            if (table.isPresent()) {
                inputByTable.put(encoder.orElseThrow().getOutput(0), input.getName());
            }
        }
        return new CodedGraph(without(inputByTable, tables, file.model()).toByteArray(), tables);
    }

    private static Optional<NodeProto> onlyReader(GraphProto graph, String value) {
        List<NodeProto> readers = graph.getNodeList().stream()
                .filter(node -> node.getInputList().contains(value))
                .toList();
        boolean isNested = graph.getNodeList().stream()
                .flatMap(node -> node.getAttributeList().stream())
                .anyMatch(attribute -> attribute.hasG() || attribute.getGraphsCount() > 0);
        boolean isResult = graph.getOutputList().stream()
                .anyMatch(output -> readers.stream()
                        .anyMatch(reader -> reader.getOutputList().contains(output.getName())));
        return readers.size() == 1 && !isResult && !isNested ? Optional.of(readers.get(0)) : Optional.empty();
    }

    private static Optional<TextTable> table(NodeProto node) {
        Map<String, AttributeProto> attributes = new HashMap<>();
        node.getAttributeList().forEach(attribute -> attributes.put(attribute.getName(), attribute));
        AttributeProto keys = attributes.get("keys_strings");
        if (!node.getOpType().equals("LabelEncoder") || keys == null) {
            return Optional.empty();
        }
        AttributeProto whole = attributes.get("values_int64s");
        AttributeProto other = attributes.get("default_int64");
        if (whole != null && other != null) {
            return Optional.of(new TextTable(TextTable.Kind.WHOLE, byText(keys, whole.getIntsList()), other.getI()));
        }
        AttributeProto floats = attributes.get("values_floats");
        AttributeProto otherFloat = attributes.get("default_float");
        return floats == null || otherFloat == null
                ? Optional.empty()
                : Optional.of(
                        new TextTable(TextTable.Kind.FLOAT, byText(keys, floats.getFloatsList()), otherFloat.getF()));
    }

    /** Spellings that only Java's native interface knows are left out: here texts need none. */
    private static Map<String, Number> byText(AttributeProto keys, List<? extends Number> values) {
        Map<String, Number> byText = new HashMap<>();
        for (int i = 0; i < keys.getStringsCount(); i++) {
            ByteString key = keys.getStrings(i);
            if (key.isValidUtf8()) {
                byText.putIfAbsent(key.toStringUtf8(), values.get(i));
            }
        }
        return byText;
    }

    private static ModelProto without(
            Map<String, String> inputByTable, List<Optional<TextTable>> tables, ModelProto model) {
        ModelProto.Builder copy = model.toBuilder();
        GraphProto.Builder graph = copy.getGraphBuilder().clearNode();
        for (int i = 0; i < tables.size(); i++) {
            @Nullable TextTable table = tables.get(i).orElse(null);
            if (table != null) {
                graph.getInputBuilder(i)
                        .getTypeBuilder()
                        .getTensorTypeBuilder()
                        .setElemType(type(table).getNumber());
            }
        }
        for (NodeProto node : model.getGraph().getNodeList()) {
            if (node.getOutputCount() != 1 || !inputByTable.containsKey(node.getOutput(0))) {
                NodeProto.Builder kept = graph.addNodeBuilder().mergeFrom(node);
                for (int i = 0; i < kept.getInputCount(); i++) {
                    kept.setInput(i, inputByTable.getOrDefault(kept.getInput(i), kept.getInput(i)));
                }
            }
        }
        return copy.build();
    }

    private static TensorProto.DataType type(TextTable table) {
        return table.kind() == TextTable.Kind.WHOLE ? TensorProto.DataType.INT64 : TensorProto.DataType.FLOAT;
    }
}

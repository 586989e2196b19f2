package io.plimsoll.artifact;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A finished ONNX file, as far as it must be known before a native library is given it. */
public final class OnnxFile {
    private final byte[] bytes;
    private final ModelProto model;

    private OnnxFile(byte[] bytes, ModelProto model) {
        this.bytes = bytes;
        this.model = model;
    }

    /** @throws IllegalArgumentException if the bytes are not an ONNX model */
    public static OnnxFile read(byte[] bytes) {
        try {
            ModelProto model = ModelProto.parseFrom(bytes);
            if (!model.hasGraph()) {
                throw new IllegalArgumentException("an ONNX file without a graph");
            }
            return new OnnxFile(bytes.clone(), model);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("not an ONNX file", e);
        }
    }

    /** What the file says. */
    ModelProto model() {
        return model;
    }

    /** Whether no tensor asks for another file, which a runtime would look for in whatever folder it happens to be in. */
    public boolean isSelfContained() {
        return isSelfContained(model.getGraph())
                && model.getFunctionsList().stream()
                        .flatMap(function -> function.getNodeList().stream())
                        .allMatch(OnnxFile::isSelfContained);
    }

    /**
     * The file with its inputs called as ONNX Runtime's Java API can say them: unchanged, except for names whose spelling differs there.
     * The order of the inputs stays.
     */
    public byte[] forJava() {
        Map<String, String> renamed = new HashMap<>();
        for (ValueInfoProto input : model.getGraph().getInputList()) {
            if (!JavaText.isPlain(input.getName())) {
                renamed.put(input.getName(), freeName(renamed.size()));
            }
        }
        return renamed.isEmpty() ? bytes.clone() : renamed(renamed).toByteArray();
    }

    private String freeName(int start) {
        List<String> taken = new ArrayList<>();
        model.getGraph().getInputList().forEach(input -> taken.add(input.getName()));
        model.getGraph().getNodeList().forEach(node -> taken.addAll(node.getOutputList()));
        model.getGraph().getInitializerList().forEach(tensor -> taken.add(tensor.getName()));
        String name = "input_" + start;
        while (taken.contains(name)) {
            name += "_";
        }
        return name;
    }

    private ModelProto renamed(Map<String, String> names) {
        ModelProto.Builder copy = model.toBuilder();
        for (ValueInfoProto.Builder input : copy.getGraphBuilder().getInputBuilderList()) {
            input.setName(names.getOrDefault(input.getName(), input.getName()));
        }
        for (NodeProto.Builder node : copy.getGraphBuilder().getNodeBuilderList()) {
            for (int i = 0; i < node.getInputCount(); i++) {
                node.setInput(i, names.getOrDefault(node.getInput(i), node.getInput(i)));
            }
        }
        return copy.build();
    }

    private static boolean isSelfContained(GraphProto graph) {
        return graph.getInitializerList().stream().allMatch(OnnxFile::isSelfContained)
                && graph.getSparseInitializerList().stream()
                        .allMatch(sparse -> isSelfContained(sparse.getValues()) && isSelfContained(sparse.getIndices()))
                && graph.getNodeList().stream().allMatch(OnnxFile::isSelfContained);
    }

    private static boolean isSelfContained(NodeProto node) {
        return node.getAttributeList().stream().allMatch(OnnxFile::isSelfContained);
    }

    private static boolean isSelfContained(AttributeProto attribute) {
        return isSelfContained(attribute.getT())
                && attribute.getTensorsList().stream().allMatch(OnnxFile::isSelfContained)
                && attribute.getSparseTensorsCount() == 0
                && !attribute.hasSparseTensor()
                && (!attribute.hasG() || isSelfContained(attribute.getG()))
                && attribute.getGraphsList().stream().allMatch(OnnxFile::isSelfContained);
    }

    private static boolean isSelfContained(TensorProto tensor) {
        return tensor.getDataLocation() != TensorProto.DataLocation.EXTERNAL && tensor.getExternalDataCount() == 0;
    }
}

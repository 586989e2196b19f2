package io.plimsoll.local.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.TextTable;
import java.util.List;
import java.util.Optional;

/** The inputs of a loaded graph, beside those that the contract tells callers of. */
final class GraphInputs {
    private GraphInputs() {}

    /**
     * Whether the graph takes one tensor of the right type for each input of the contract, in that order, and gives one of floats for each of its outputs.
     *
     * @param tables by which texts are looked up before they come in
     */
    static boolean fit(OrtSession session, Contract contract, List<Optional<TextTable>> tables) throws OrtException {
        List<NodeInfo> inputs = List.copyOf(session.getInputInfo().values());
        List<NodeInfo> outputs = List.copyOf(session.getOutputInfo().values());
        if (inputs.size() != contract.inputs().size()
                || outputs.size() != contract.outputs().size()
                || !outputs.stream().allMatch(output -> isOf(output, OnnxJavaType.FLOAT))) {
            return false;
        }
        for (int i = 0; i < inputs.size(); i++) {
            if (!isOf(inputs.get(i), type(contract.inputs().get(i).kind(), tables.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private static OnnxJavaType type(Contract.Kind kind, Optional<TextTable> table) {
        if (table.isEmpty()) {
            return kind == Contract.Kind.NUMBER ? OnnxJavaType.FLOAT : OnnxJavaType.STRING;
        }
        if (kind == Contract.Kind.NUMBER) {
            return OnnxJavaType.UNKNOWN; // a table is for texts
        }
        return table.get().kind() == TextTable.Kind.WHOLE ? OnnxJavaType.INT64 : OnnxJavaType.FLOAT;
    }

    private static boolean isOf(NodeInfo node, OnnxJavaType type) {
        return node.getInfo() instanceof TensorInfo tensor && tensor.type == type;
    }
}

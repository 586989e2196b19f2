package io.plimsoll.local.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.plimsoll.artifact.Contract;
import java.util.List;

/** The inputs of a loaded graph, beside those that the contract tells callers of. */
final class GraphInputs {
    private GraphInputs() {}

    /** Whether the graph takes one tensor of the right type for each input of the contract, in that order, and gives one of floats for each of its outputs. */
    static boolean fit(OrtSession session, Contract contract) throws OrtException {
        List<NodeInfo> inputs = List.copyOf(session.getInputInfo().values());
        List<NodeInfo> outputs = List.copyOf(session.getOutputInfo().values());
        if (inputs.size() != contract.inputs().size()
                || outputs.size() != contract.outputs().size()
                || !outputs.stream().allMatch(output -> isOf(output, OnnxJavaType.FLOAT))) {
            return false;
        }
        for (int i = 0; i < inputs.size(); i++) {
            if (!isOf(inputs.get(i), type(contract.inputs().get(i).kind()))) {
                return false;
            }
        }
        return true;
    }

    private static OnnxJavaType type(Contract.Kind kind) {
        return kind == Contract.Kind.NUMBER ? OnnxJavaType.FLOAT : OnnxJavaType.STRING;
    }

    private static boolean isOf(NodeInfo node, OnnxJavaType type) {
        return node.getInfo() instanceof TensorInfo tensor && tensor.type == type;
    }
}

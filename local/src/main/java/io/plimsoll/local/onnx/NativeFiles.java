package io.plimsoll.local.onnx;

import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.local.explain.Attribution;
import io.plimsoll.local.explain.TreeAttribution;
import io.plimsoll.local.linear.ConstantAttribution;
import io.plimsoll.local.linear.LinearAttribution;
import io.plimsoll.local.xgboost.XGBoostModelReader;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Function;

/** The trainers' own files in model folders, by which models are explained. All are read by our own code: no library is given any of them. */
final class NativeFiles {
    private static final String PLUGIN = "plugin.";

    private static final Map<String, Function<byte[], Attribution>> READERS = Map.of(
            "native/model.ubj", file -> new TreeAttribution(XGBoostModelReader.readCovered(file)),
            "native/linear.json", LinearAttribution::read,
            "native/constant.json", ConstantAttribution::read);

    private NativeFiles() {}

    /**
     * @throws PlimsollException with {@code NOT_EXPLAINABLE} if there is none, or a plugin's trainer wrote it
     * @throws IllegalArgumentException if it is not what our trainers write
     */
    static Attribution attribution(ModelFiles files, Contract contract) {
        for (String library : contract.versions().keySet()) {
            if (library.startsWith(PLUGIN)) {
                throw refused("the trainer " + library.substring(PLUGIN.length()) + " is a plugin's", contract);
            }
        }
        for (Entry<String, Function<byte[], Attribution>> reader : READERS.entrySet()) {
            byte[] file = files.files().get(reader.getKey());
            if (file != null) {
                return reader.getValue().apply(file);
            }
        }
        throw refused("its folder has no file of a trainer that explains its models", contract);
    }

    private static PlimsollException refused(String why, Contract contract) {
        return PlimsollException.of(
                ErrorCode.NOT_EXPLAINABLE,
                "nobody here knows how this model adds up: " + why,
                "model " + contract.model(),
                "Score without explanations, or train the model with a trainer that comes with Plimsoll.");
    }
}

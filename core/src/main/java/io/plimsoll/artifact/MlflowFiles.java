package io.plimsoll.artifact;

import io.plimsoll.canonical.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What lets {@code mlflow.pyfunc.load_model} open the folder: the signature, and an environment in which it was proven.
 *
 * <p>No {@code config} stands under {@code python_function}, because MLflow hands it to a loader that does not take it; no time and no run
 * id, because the bytes must follow from the model.
 *
 * <p><b>Source</b>: MLflow 3, "MLmodel" format, flavors {@code onnx} and {@code python_function}.
 */
final class MlflowFiles {
    private static final String PYTHON = "3.11";
    private static final String MLFLOW = "3.17.2";
    private static final String ONNX = "1.23.2";

    /** pandas 2, as MLflow's ONNX flavor hands ONNX Runtime the arrays that pandas 3 keeps strings in, which it does not know. */
    private static final List<String> REQUIREMENTS =
            List.of("mlflow==" + MLFLOW, "numpy==2.4.6", "onnx==" + ONNX, "onnxruntime==1.28.0", "pandas==2.3.3");

    private MlflowFiles() {}

    static SortedMap<String, byte[]> of(Contract contract) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("MLmodel", utf8(mlModel(contract)));
        files.put("conda.yaml", utf8(conda()));
        files.put("python_env.yaml", utf8(pythonEnv()));
        files.put("requirements.txt", utf8(String.join("\n", REQUIREMENTS) + "\n"));
        return files;
    }

    private static String mlModel(Contract contract) {
        List<Field> inputs = contract.inputs().stream()
                .map(input ->
                        new Field(input.column(), input.kind() == Contract.Kind.NUMBER ? "double" : "string", true))
                .toList();
        List<Field> outputs = contract.outputs().stream()
                .map(name -> new Field(name, "float", true))
                .toList();
        return String.format(Locale.ROOT, """
                flavors:
                  onnx:
                    code: null
                    data: model.onnx
                    onnx_version: %1$s
                    options: null
                    providers:
                    - CPUExecutionProvider
                    save_as_external_data: false
                  python_function:
                    data: model.onnx
                    env:
                      conda: conda.yaml
                      virtualenv: python_env.yaml
                    loader_module: mlflow.onnx
                    python_version: "%2$s"
                mlflow_version: %3$s
                signature:
                  inputs: %4$s
                  outputs: %5$s
                  params: null
                """, ONNX, PYTHON, MLFLOW, quoted(inputs), quoted(outputs));
    }

    /** A column of the signature. Doubles and not floats, because MLflow refuses what loses digits; it casts them itself. */
    private record Field(String name, String type, boolean required) {}

    /** JSON in ASCII as a single-quoted YAML scalar, which needs nothing but its quotes doubled. */
    private static String quoted(List<Field> fields) {
        StringBuilder ascii = new StringBuilder("'");
        CanonicalJson.text(fields).chars().forEach(c -> {
            if (c < ' ' || c > '~') {
                ascii.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                ascii.append(c == '\'' ? "''" : Character.toString(c));
            }
        });
        return ascii.append('\'').toString();
    }

    private static String conda() {
        StringBuilder text =
                new StringBuilder("channels:\n- conda-forge\ndependencies:\n- python=" + PYTHON + "\n- pip\n- pip:\n");
        REQUIREMENTS.forEach(
                requirement -> text.append("  - ").append(requirement).append('\n'));
        return text.append("name: plimsoll\n").toString();
    }

    private static String pythonEnv() {
        return "python: \"" + PYTHON + "\"\nbuild_dependencies:\n- pip\ndependencies:\n- -r requirements.txt\n";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

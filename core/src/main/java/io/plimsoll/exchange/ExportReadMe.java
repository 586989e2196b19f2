package io.plimsoll.exchange;

import io.plimsoll.artifact.Contract;
import io.plimsoll.metric.Task;
import io.plimsoll.workspace.ModelVersion;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** How to use an exported model, for somebody who has the archive and nothing else. */
final class ExportReadMe {
    private static final String FENCE = "```";

    private final ModelVersion version;
    private final Contract contract;

    ExportReadMe(ModelVersion version, Contract contract) {
        this.version = version;
        this.contract = contract;
    }

    String text() {
        return String.join("\n", head(), columns(), elsewhere());
    }

    private String head() {
        return String.format(
                Locale.ROOT,
                """
                # %s
                %s One row of the table is one `%s`. `card.html` tells what the model was made from and how it was judged;
                `verdict.json` is the verdict under which it was registered. No row of any table is in this archive.

                Model files: SHA-256 of `model/manifest.json` is `%s`.

                ## Score a CSV file
                %s

                The script checks every file against its SHA-256 and the model against rows whose predictions are known, then adds the
                column `%s`. It needs Python 3.9 or later with numpy and onnxruntime; `model/requirements.txt` has the versions
                that were proven.
                """,
                version.reference(),
                question(),
                contract.training().roles().key(),
                version.sha256(),
                fenced("sh", """
                        python -m pip install onnxruntime numpy
                        python score.py INPUT.csv -o OUTPUT.csv
                        """),
                contract.output().name());
    }

    private String columns() {
        return String.format(
                Locale.ROOT,
                """
                ## Columns that the model reads
                They are found by name; others are ignored. An empty field is a missing value. Categories are compared as text: a number
                without a fraction is written `1`, not `1.0`, and a truth value `true` or `false`.

                | column | kind | missing | a category not met in training |
                |---|---|---|---|
                %s
                These are columns of the modelling table, which this SELECT makes of %s:

                %s
                """,
                contract.inputs().stream().map(ExportReadMe::row).collect(Collectors.joining()),
                contract.sources().stream().map(ExportReadMe::code).collect(Collectors.joining(", ")),
                fenced("sql", contract.query()));
    }

    private static String elsewhere() {
        return String.format(Locale.ROOT, """
                ## From MLflow
                %s

                ## From any other language
                `model/model.onnx` is one ONNX graph with an input for each column, in the order of `model/contract.json`: shape [rows]
                ([rows, 1] where there is only one column), numbers as float32 with NaN for missing, categories as strings with the empty
                string for missing. The output has the shape [rows, 1]. Where the contract says `refuse_unseen`, refuse a category that is not
                among `levels` before running the graph. The `canaries` are rows with the predictions that a healthy installation gives,
                within 1e-5 × max(|prediction|, standard deviation of the canaries' predictions).
                """, fenced("python", """
                        import mlflow
                        model = mlflow.pyfunc.load_model("model")
                        predictions = model.predict(frame)  # a pandas data frame with these columns
                        """));
    }

    private String question() {
        String target = contract.training().roles().target();
        return contract.training().task() == Task.CLASSIFICATION
                ? "Predicts the probability that `" + target + "` is 1."
                : "Predicts `" + target + "`, in its own unit.";
    }

    private static String row(Contract.Input input) {
        String kind = input.kind() == Contract.Kind.NUMBER ? "number" : "category";
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s |\n",
                code(input.column()),
                kind,
                cell(input.missing()),
                cell(Objects.requireNonNullElse(input.unseen(), "–")));
    }

    private static String code(String name) {
        return "`" + cell(name.replace("`", "'")) + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\s+", " ");
    }

    /** In a fence longer than any that the text holds. */
    private static String fenced(String language, String text) {
        String fence = FENCE;
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence + language + "\n" + text.stripTrailing() + "\n" + fence;
    }
}

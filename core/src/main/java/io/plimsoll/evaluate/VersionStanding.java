package io.plimsoll.evaluate;

import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.Contract.Question;
import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.artifact.ModelLoader;
import io.plimsoll.artifact.Predictor;
import io.plimsoll.data.Batch;
import io.plimsoll.data.Column;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Selection;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.guard.FindingCode;
import io.plimsoll.guard.Standing;
import io.plimsoll.workspace.ModelVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Scores a candidate's holdout with another version: from that version's own files, over its own SELECT, joined by key.
 *
 * <p>Rows that the version's split may have put on its training side are not comparable.
 */
final class VersionStanding {
    private final Function<String, ModelFiles> files;
    private final ModelLoader loader;
    private final Candidate candidate;

    /** @param files of a model, by its address */
    VersionStanding(Function<String, ModelFiles> files, ModelLoader loader, Candidate candidate) {
        this.files = files;
        this.loader = loader;
        this.candidate = candidate;
    }

    Standing of(ModelVersion version) {
        if (version.sha256().equals(candidate.sha256())) {
            return itself();
        }
        try (Predictor predictor = loader.load(files.apply(version.sha256()))) {
            Contract contract = predictor.contract();
            String difference =
                    difference(contract.training(), candidate.contract().training());
            if (!difference.isEmpty()) {
                return new Standing.NotComparable(
                        FindingCode.DIFFERENT_QUESTION,
                        version.reference() + " has another " + difference + ", so no figure of it can be compared");
            }
            return score(predictor, version);
        } catch (PlimsollException e) {
            return new Standing.NotComparable(
                    FindingCode.OPPONENT_UNLOADABLE,
                    version.reference() + " cannot be run: " + e.faults().get(0).what());
        }
    }

    /** The very files of the candidate, which were scored already; what is held out of the one is held out of the other. */
    private Standing itself() {
        boolean[] comparable = new boolean[candidate.holdout().key().length];
        Arrays.fill(comparable, true);
        return new Standing.Scored(candidate.holdout().rows().prediction(), comparable);
    }

    private Standing score(Predictor predictor, ModelVersion version) {
        Contract contract = predictor.contract();
        boolean sameTable = contract.query().equals(candidate.contract().query());
        Question question = contract.training();
        Dataset whole = sameTable
                ? candidate.modelling().rows()
                : candidate.sources().select(contract.query(), question.roles().key());
        List<String> names = whole.columns().stream().map(Column::name).toList();
        List<String> missing = needed(contract).stream()
                .filter(column -> !names.contains(column))
                .toList();
        if (!missing.isEmpty()) {
            return new Standing.NotComparable(
                    FindingCode.OPPONENT_UNLOADABLE,
                    version.reference() + " needs columns that its SELECT no longer gives: "
                            + String.join(", ", missing));
        }
        boolean sameRows =
                sameTable && candidate.dataset().sha256().equals(version.tags().get("dataset_sha256"));
        Unseen unseen = sameRows
                ? Unseen.ofSameRows(question.holdout(), candidate.labelled())
                : Unseen.of(question.holdout(), whole, question.roles().key());
        return join(sameTable ? candidate.holdoutRows() : whole, predictor, unseen);
    }

    private Standing join(Dataset table, Predictor predictor, Unseen unseen) {
        Map<String, Integer> rowOf = candidate.holdout().indexByKey();
        double[] predictions = new double[rowOf.size()];
        boolean[] comparable = new boolean[rowOf.size()];
        Question question = predictor.contract().training();
        Selection inputs = predictor.contract().selection();
        List<String> texts = new ArrayList<>(inputs.texts());
        texts.add(question.roles().key());
        texts.addAll(question.holdout().columns());
        int key = inputs.texts().size();
        table.scan(new Selection(inputs.numbers(), texts), batch -> {
            double[] some = predictor.predict(batch);
            for (int i = 0; i < batch.rows(); i++) {
                Integer row = rowOf.get(text(batch, key, i));
                if (row != null) {
                    predictions[row] = some[i];
                    comparable[row] = unseen.row(batch, key + 1, i);
                }
            }
        });
        return new Standing.Scored(predictions, comparable);
    }

    private static String text(Batch batch, int column, int row) {
        return Objects.requireNonNullElse(batch.texts().get(column)[row], "");
    }

    private static List<String> needed(Contract contract) {
        List<String> columns = new ArrayList<>();
        contract.inputs().forEach(input -> columns.add(input.column()));
        columns.add(contract.training().roles().key());
        columns.addAll(contract.training().holdout().columns());
        return columns;
    }

    /** In which respect two models answer different questions; empty if in none. */
    static String difference(Question version, Question candidate) {
        if (version.task() != candidate.task()) {
            return "task";
        }
        if (!version.roles().target().equals(candidate.roles().target())) {
            return "target";
        }
        if (!Objects.equals(version.trainWhere(), candidate.trainWhere())) {
            return "train_where";
        }
        return version.roles().key().equals(candidate.roles().key()) ? "" : "key";
    }
}

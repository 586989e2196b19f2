package io.plimsoll.split;

import io.plimsoll.data.HoldoutSet;
import io.plimsoll.data.Partition;
import io.plimsoll.data.TimeSplit;
import io.plimsoll.data.TrainingSet;
import io.plimsoll.guard.Figures;
import io.plimsoll.step.StepOutput;
import io.plimsoll.validate.ValidatedTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The labelled rows with what each is for.
 *
 * @param training rows that the registered model is fitted on: those that are not held out, or, under folds, all
 * @param judging the rows that judge: the others, or, under folds, all of them in turn
 * @param partition what parts them
 * @param trainingGroups number of groups in the training rows
 */
public record SplitTable(
        ValidatedTable table, TrainingSet training, Judging judging, Partition partition, long trainingGroups)
        implements StepOutput {
    /** Every row that judges. */
    public HoldoutSet judged() {
        return judging.judged();
    }

    /** What may be learned from for which rows that judge: a turn for each fold, or a single one. */
    public List<Fold> turns() {
        return judging instanceof Judging.Folds folds ? folds.parts() : List.of(new Fold(1, training, judged()));
    }

    @Override
    public String summary() {
        long rows = training.rows().rows();
        long held = judged().rows().rows();
        if (judging instanceof Judging.Folds folds) {
            return String.format(
                    Locale.ROOT,
                    "%d folds judge %,d rows in %,d groups in turn; all of them train",
                    folds.parts().size(),
                    held,
                    folds.groups());
        }
        return String.format(
                Locale.ROOT,
                "training %,d rows in %,d groups; holdout %,d rows in %,d groups (%s)%s",
                rows,
                trainingGroups,
                held,
                judging.groups(),
                Figures.percent((double) held / (held + rows)),
                leftOut().clause());
    }

    @Override
    public Object findings() {
        Map<String, Object> findings = new TreeMap<>();
        findings.put("partition", partition);
        findings.put("training", counts(training.rows().rows(), trainingGroups));
        if (judging instanceof Judging.Folds folds) {
            findings.put("judged", counts(folds.judged().rows().rows(), folds.groups()));
            findings.put(
                    "folds",
                    folds.parts().stream()
                            .map(part -> counts(part.judged().rows().rows(), groups(part)))
                            .toList());
        } else {
            findings.put("holdout", counts(judged().rows().rows(), judging.groups()));
        }
        if (partition instanceof TimeSplit) {
            findings.put("left_out", leftOut());
        }
        return findings;
    }

    private LeftOut leftOut() {
        return judging instanceof Judging.Holdout holdout ? holdout.leftOut() : LeftOut.NOTHING;
    }

    private long groups(Fold part) {
        return part.judged().rows().summary(table.roles().group()).distinct();
    }

    private static Map<String, Long> counts(long rows, long groups) {
        return Map.of("rows", rows, "groups", groups);
    }
}

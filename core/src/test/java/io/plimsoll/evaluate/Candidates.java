package io.plimsoll.evaluate;

import io.plimsoll.config.ModelConfig.Weight;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Filter;
import io.plimsoll.data.GroupFolds;
import io.plimsoll.data.HoldoutSet;
import io.plimsoll.data.MemoryDataset;
import io.plimsoll.data.Partition;
import io.plimsoll.data.TrainingSet;
import io.plimsoll.metric.Baseline;
import io.plimsoll.metric.Task;
import io.plimsoll.split.Dealing;
import io.plimsoll.split.Judging;
import io.plimsoll.split.LeftOut;
import io.plimsoll.split.SplitTable;
import io.plimsoll.train.Fitting;
import io.plimsoll.train.TrainedModel;
import io.plimsoll.validate.Validated;
import java.util.Map;

/** Candidates that were trained on a table in memory. */
final class Candidates {
    static final String QUERY = "SELECT * FROM sites";

    private Candidates() {}

    /** Rows that each have a group of their own: keys from 0, x of a quarter of the key, land IT or missing, y of half the key. */
    static MemoryDataset table(int rows) {
        return MemoryDataset.of("id:INTEGER", "trial:TEXT", "x:NUMBER", "land:TEXT", "y:NUMBER")
                .with(rows, i -> new Object[] {(long) i, "t" + i, i / 4.0, i % 2 == 0 ? "IT" : null, i / 2.0});
    }

    static TrainedModel trained(MemoryDataset table, FakeModel model) {
        return trained(table, model, Map.of());
    }

    static Candidate candidate(MemoryDataset table, FakeModel model, Map<String, Dataset> others) {
        TrainedModel trained = trained(table, model, others);
        return new Candidate(trained, Scoring.judged(trained, Weight.NONE), 0, Weight.NONE);
    }

    /** One that was judged in the folds that its model's contract speaks of. */
    static Candidate folded(MemoryDataset table, FakeModel model, Fitting fitting, Map<String, Dataset> others) {
        GroupFolds deal = (GroupFolds) model.contract().training().holdout();
        Judging.Folds folds = new Dealing(deal, Task.REGRESSION).of(table, FakeModel.ROLES);
        SplitTable split = new SplitTable(
                Validated.table(table, FakeModel.ROLES, others), new TrainingSet(table), folds, deal, folds.groups());
        TrainedModel trained = trained(split, model);
        Holdout known = Scoring.judged(trained, Weight.NONE);
        return new Candidate(trained, new FoldScoring(fitting).score(split, folds, known, share -> {}), 0, Weight.NONE);
    }

    private static TrainedModel trained(MemoryDataset table, FakeModel model, Map<String, Dataset> others) {
        Partition hash = model.contract().training().holdout();
        SplitTable split = new SplitTable(
                Validated.table(table, FakeModel.ROLES, others),
                new TrainingSet(table.where(new Filter.Bucket(hash, Filter.Side.KEPT))),
                new Judging.Holdout(
                        new HoldoutSet(table.where(new Filter.Bucket(hash, Filter.Side.HELD_OUT))), 1, LeftOut.NOTHING),
                hash,
                1);
        return trained(split, model);
    }

    private static TrainedModel trained(SplitTable split, FakeModel model) {
        return new TrainedModel(split, FakeModel.files(), model, "a model", new Baseline(3, 2));
    }
}

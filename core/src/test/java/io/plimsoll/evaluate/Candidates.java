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
import io.plimsoll.transform.Encoding;
import io.plimsoll.transform.FittedTransform;
import io.plimsoll.transform.TrainingTransform;
import io.plimsoll.transform.TransformedTable;
import io.plimsoll.validate.Validated;
import java.util.List;
import java.util.Map;

/** Candidates that were trained on a table in memory. */
final class Candidates {
    static final String QUERY = "SELECT * FROM sites";

    private static final FittedTransform TRANSFORM = new FittedTransform(
            List.of(new Encoding.Numeric("x", Float.NaN)),
            List.of(new Encoding.OneHot("land", List.of("IT"), List.of(), false, false, Encoding.Unseen.ALL_ZEROS)));

    private Candidates() {}

    /** Rows that each have a group of their own: keys from 0, x of a quarter of the key, land IT or missing, y of half the key. */
    static MemoryDataset table(int rows) {
        return MemoryDataset.of("id:INTEGER", "trial:TEXT", "x:NUMBER", "land:TEXT", "y:NUMBER")
                .with(rows, i -> new Object[] {(long) i, "t" + i, i / 4.0, i % 2 == 0 ? "IT" : null, i / 2.0});
    }

    static TrainedModel trained(MemoryDataset table, FakeModel model, TrainedModel.RoundTrip roundTrip) {
        return trained(table, model, roundTrip, Map.of());
    }

    static Candidate candidate(MemoryDataset table, FakeModel model, Map<String, Dataset> others) {
        TrainedModel trained = trained(table, model, (rows, exported) -> 0, others);
        return new Candidate(trained, new HoldoutScoring(trained, Weight.NONE).score(), 0, Weight.NONE);
    }

    /** One that was judged in the folds that its model's contract speaks of. */
    static Candidate folded(MemoryDataset table, FakeModel model, Fitting fitting, Map<String, Dataset> others) {
        GroupFolds deal = (GroupFolds) model.contract().training().holdout();
        Judging.Folds folds = new Dealing(deal, Task.REGRESSION).of(table, FakeModel.ROLES);
        SplitTable split = new SplitTable(
                Validated.table(table, FakeModel.ROLES, others), new TrainingSet(table), folds, deal, folds.groups());
        TrainedModel trained = trained(split, model, (rows, exported) -> 0);
        Holdout known = new HoldoutScoring(trained, Weight.NONE).score();
        return new Candidate(trained, new FoldScoring(fitting).score(split, folds, known, share -> {}), 0, Weight.NONE);
    }

    private static TrainedModel trained(
            MemoryDataset table, FakeModel model, TrainedModel.RoundTrip roundTrip, Map<String, Dataset> others) {
        Partition hash = model.contract().training().holdout();
        SplitTable split = new SplitTable(
                Validated.table(table, FakeModel.ROLES, others),
                new TrainingSet(table.where(new Filter.Bucket(hash, Filter.Side.KEPT))),
                new Judging.Holdout(
                        new HoldoutSet(table.where(new Filter.Bucket(hash, Filter.Side.HELD_OUT))), 1, LeftOut.NOTHING),
                hash,
                1);
        return trained(split, model, roundTrip);
    }

    private static TrainedModel trained(SplitTable split, FakeModel model, TrainedModel.RoundTrip roundTrip) {
        return new TrainedModel(
                new TransformedTable(split, TrainingTransform.of(TRANSFORM)),
                FakeModel.files(),
                model,
                roundTrip,
                "a model",
                new Baseline(3, 2));
    }
}

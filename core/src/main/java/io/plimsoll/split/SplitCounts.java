package io.plimsoll.split;

/**
 * What was counted when rows were parted.
 *
 * @param training groups among the rows that train
 * @param judging groups among the rows that judge
 */
public record SplitCounts(long training, long judging, LeftOut leftOut) {
    public static SplitCounts of(SplitTable table) {
        LeftOut leftOut = table.judging() instanceof Judging.Holdout holdout ? holdout.leftOut() : LeftOut.NOTHING;
        return new SplitCounts(table.trainingGroups(), table.judging().groups(), leftOut);
    }
}

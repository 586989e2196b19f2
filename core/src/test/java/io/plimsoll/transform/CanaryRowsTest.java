package io.plimsoll.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.artifact.Link;
import io.plimsoll.artifact.Tree;
import io.plimsoll.artifact.TreeEnsemble;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CanaryRowsTest {
    private static final Encoding.Numeric FILLED = new Encoding.Numeric("filled", 3f);
    private static final Encoding.Numeric LEFT = new Encoding.Numeric("left", Float.NaN);
    private static final Encoding.OneHot OPEN =
            new Encoding.OneHot("open", List.of("a", "b", "c"), List.of("r"), true, true, Encoding.Unseen.OTHER);
    private static final Encoding.OneHot CLOSED =
            new Encoding.OneHot("closed", List.of("a", "(unseen)"), List.of(), false, false, Encoding.Unseen.REFUSE);
    private static final Encoding.OneHot EMPTY =
            new Encoding.OneHot("empty", List.of(), List.of(), false, false, Encoding.Unseen.REFUSE);
    private static final FittedTransform TRANSFORM =
            new FittedTransform(List.of(FILLED, LEFT), List.of(OPEN, CLOSED, EMPTY));

    @Test
    void tryEveryPolicy() {
        List<List<@Nullable Object>> rows = CanaryRows.of(TRANSFORM, splitsAt(1f, 2f, 5f));

        assertThat(rows).hasSize(12).allSatisfy(row -> assertThat(row).hasSize(5));
        assertThat(rows.get(0)).containsOnlyNulls();
        assertThat(rows.get(1)).startsWith(3.0, 0.0, "a");
        assertThat(rows.get(2)).startsWith((double) Math.nextUp(5f), 1.0, "(unseen)");
        assertThat(rows.get(3)).startsWith((double) Math.nextDown(1f), -1.0, "r");
        assertThat(column(rows, 2)).contains("a", "b", "c", "r", "(unseen)");
    }

    @Test
    void standOnAndBesideThresholds() {
        List<List<@Nullable Object>> rows = CanaryRows.of(TRANSFORM, splitsAt(1f, 2f, 5f));

        assertThat(column(rows, 0)).contains(1.0, (double) Math.nextDown(1f), 5.0, (double) Math.nextUp(5f));
    }

    @Test
    void holdNothingThatWouldBeRefused() {
        List<List<@Nullable Object>> rows = CanaryRows.of(TRANSFORM, splitsAt(1f));

        assertThat(column(rows, 3)).containsOnly("a", "(unseen)", null);
        assertThat(column(rows, 4)).containsOnlyNulls();
    }

    @Test
    void callTheUnseenByANameThatIsNoLevel() {
        Encoding.OneHot open = new Encoding.OneHot(
                "open", List.of("(unseen)"), List.of("(unseen)!"), true, true, Encoding.Unseen.ALL_ZEROS);

        assertThat(column(CanaryRows.of(new FittedTransform(List.of(), List.of(open)), splitsAt(1f)), 0))
                .contains("(unseen)!!");
    }

    private static List<@Nullable Object> column(List<List<@Nullable Object>> rows, int column) {
        return rows.stream().<@Nullable Object>map(row -> row.get(column)).toList();
    }

    /** Stumps on the first feature. */
    private static TreeEnsemble splitsAt(float... thresholds) {
        List<Tree> trees = IntStream.range(0, thresholds.length)
                .mapToObj(i -> Tree.ofNodes(3)
                        .split(0, 0, thresholds[i], true)
                        .children(0, 1, 2)
                        .leaf(1, 0f)
                        .leaf(2, 1f)
                        .build())
                .toList();
        return new TreeEnsemble(trees, 0f, Link.IDENTITY);
    }
}

package io.plimsoll.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.GroupFolds;
import io.plimsoll.data.Level;
import io.plimsoll.data.MemoryDataset;
import io.plimsoll.data.Roles;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.metric.Task;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.RunListener;
import io.plimsoll.step.StepName;
import io.plimsoll.step.StepStatus;
import io.plimsoll.validate.Validated;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FoldsTest {
    private static final Roles ROLES = new Roles("id", "trial", "y");
    private static final GroupFolds DEAL = new GroupFolds("trial", "salt", 5);
    private static final RunListener NOBODY = new RunListener() {
        @Override
        public void started(StepName step) {}

        @Override
        public void ended(StepName step, StepStatus status, Duration took, String summary) {}
    };

    @Test
    void everyGroupJudgesInOneFoldAndTeachesInAllOthers() {
        Judging.Folds folds = folds(table(1000, 100), DEAL);

        Set<String> judged = new HashSet<>();
        for (Fold fold : folds.parts()) {
            Set<String> own = groups(fold.judged().rows());
            assertThat(judged).doesNotContainAnyElementsOf(own);
            assertThat(groups(fold.training().rows())).hasSize(100 - own.size()).doesNotContainAnyElementsOf(own);
            judged.addAll(own);
        }
        assertThat(judged).hasSize(100);
        assertThat(folds.parts()).extracting(Fold::number).containsExactly(1, 2, 3, 4, 5);
        assertThat(folds.groups()).isEqualTo(100);
    }

    @Test
    void allLabelledRowsTrainAndJudge() {
        SplitTable split = split(table(1000, 100), DEAL);

        assertThat(split.training().rows().rows()).isEqualTo(1000);
        assertThat(split.judged().rows().rows()).isEqualTo(1000);
        assertThat(split.trainingGroups()).isEqualTo(100);
        assertThat(split.summary()).isEqualTo("5 folds judge 1,000 rows in 100 groups in turn; all of them train");
        assertThat(((Judging.Folds) split.judging()).sentence())
                .isEqualTo("judged out of 5 folds; fitted on all 1,000 labelled rows");
        assertThat(CanonicalJson.text(split.findings()))
                .contains("\"judged\":{\"groups\":100,\"rows\":1000}", "\"folds\":[{", "\"salt\":\"salt\"")
                .doesNotContain("holdout");
    }

    @Property(tries = 50)
    void aGroupStaysInItsFoldAsDataGrow(@ForAll @IntRange(min = 60, max = 200) int groups) {
        List<Fold> before = folds(table(1000, groups), DEAL).parts();
        List<Fold> after = folds(table(1500, groups + 100), DEAL).parts();

        for (int i = 0; i < 5; i++) {
            assertThat(groups(after.get(i).judged().rows()))
                    .containsAll(groups(before.get(i).judged().rows()));
        }
    }

    @Test
    void foldsWithoutRowsAreCountedAndRefused() {
        assertThat(faults(table(100, 2), DEAL, Task.REGRESSION))
                .containsExactly("the split leaves no rows in 3 of 5 folds; 2 groups are dealt, split");
    }

    /** Only one trial has rows of class 1: without its fold there is nothing to tell the classes by. */
    @Test
    void foldsBesideWhichOneClassIsLeftAreCountedAndRefused() {
        MemoryDataset table = rows(400, i -> "t" + i % 40, i -> i % 40 == 7 ? 1.0 : 0.0);

        assertThat(faults(table, DEAL, Task.CLASSIFICATION))
                .containsExactly(
                        "the split leaves only one class to learn from beside 1 of 5 folds (400 labelled rows), split");
        assertThat(faults(table, DEAL, Task.REGRESSION))
                .containsExactly("the split leaves only one value of the target to learn from beside 1 of 5 folds"
                        + " (400 labelled rows), split");
    }

    @Test
    void aFoldOfOneClassMayJudge() {
        MemoryDataset table = rows(400, i -> "t" + i % 40, i -> i % 40 < 4 ? 1.0 : 0.0);

        assertThat(new Dealing(DEAL, Task.CLASSIFICATION).of(table, ROLES).parts())
                .hasSize(5);
    }

    private static MemoryDataset table(int rows, int groups) {
        return rows(rows, i -> "t" + i % groups, i -> i / 2.0);
    }

    private static MemoryDataset rows(int rows, IntFunction<String> group, IntFunction<Double> target) {
        return MemoryDataset.of("id:INTEGER", "trial:TEXT", "y:NUMBER")
                .with(rows, i -> new Object[] {(long) i, group.apply(i), target.apply(i)});
    }

    private static Judging.Folds folds(MemoryDataset table, GroupFolds deal) {
        return (Judging.Folds) split(table, deal).judging();
    }

    private static SplitTable split(MemoryDataset table, GroupFolds deal) {
        try (RunContext run = new RunContext("run-1", () -> Instant.EPOCH, NOBODY, (path, content) -> {})) {
            return new SplitStep(deal, Task.REGRESSION).run(Validated.table(table, ROLES, Map.of()), run);
        }
    }

    private static Set<String> groups(Dataset rows) {
        return rows.levels("trial").stream().map(Level::value).collect(Collectors.toSet());
    }

    private static List<String> faults(MemoryDataset table, GroupFolds deal, Task task) {
        List<Fault> faults = assertThatExceptionOfType(PlimsollException.class)
                .isThrownBy(() -> new SplitStep(deal, task).part(table, ROLES))
                .actual()
                .faults();
        assertThat(faults)
                .extracting(Fault::help)
                .containsOnly("bring rows of more groups, or choose fewer folds or another salt");
        return faults.stream().map(fault -> fault.what() + ", " + fault.where()).toList();
    }
}

package io.plimsoll.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.data.Dataset;
import io.plimsoll.data.GroupHash;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SplitStepTest {
    private static final RunListener NOBODY = new RunListener() {
        @Override
        public void started(StepName step) {}

        @Override
        public void ended(StepName step, StepStatus status, Duration took, String summary) {}
    };

    @Test
    void partsRowsByGroupAndLosesNone() {
        SplitTable split = split(table(1000, 100), new GroupHash("trial", "salt", 0.2));

        Set<String> training = groups(split.training().rows());
        Set<String> holdout = groups(split.judged().rows());
        assertThat(training).doesNotContainAnyElementsOf(holdout);
        assertThat(training.size() + holdout.size()).isEqualTo(100);
        assertThat(split.training().rows().rows() + split.judged().rows().rows())
                .isEqualTo(1000);
        assertThat(split.trainingGroups()).isEqualTo(training.size());
        assertThat(split.judging().groups()).isEqualTo(holdout.size());
    }

    @Test
    void saysHowManyRowsAndGroupsLieWhere() {
        SplitTable split = split(table(1000, 100), new GroupHash("trial", "salt", 0.2));

        assertThat(split.summary())
                .matches("training [0-9]+ rows in [0-9]+ groups; holdout [0-9]+ rows in [0-9]+ groups \\([0-9.]+%\\)");
    }

    @Property(tries = 100)
    void aGroupStaysOnItsSideAsDataGrow(
            @ForAll @IntRange(min = 60, max = 200) int groups, @ForAll @IntRange(min = 0, max = 300) int more) {
        GroupHash hash = new GroupHash("trial", "salt", 0.3);
        SplitTable before = split(table(1000, groups), hash);
        SplitTable after = split(table(1000 + more, groups + more), hash);

        assertThat(groups(after.training().rows()))
                .containsAll(groups(before.training().rows()));
        assertThat(groups(after.judged().rows()))
                .containsAll(groups(before.judged().rows()));
    }

    @Property(tries = 50)
    void aLargerHoldoutHoldsWhatASmallerOneDid(@ForAll @IntRange(min = 20, max = 80) int percent) {
        MemoryDataset table = table(1000, 100);
        SplitTable smaller = split(table, new GroupHash("trial", "salt", 0.2));
        SplitTable larger = split(table, new GroupHash("trial", "salt", percent / 100.0));

        assertThat(groups(larger.judged().rows()))
                .containsAll(groups(smaller.judged().rows()));
    }

    @Test
    void anotherSaltDealsAnew() {
        MemoryDataset table = table(1000, 100);

        assertThat(groups(split(table, new GroupHash("trial", "one", 0.5))
                        .judged()
                        .rows()))
                .isNotEqualTo(groups(split(table, new GroupHash("trial", "other", 0.5))
                        .judged()
                        .rows()));
    }

    @Test
    void refusesASideWithoutRows() {
        assertThat(faults(table(100, 10), new GroupHash("trial", "salt", 0), Task.REGRESSION))
                .containsExactly("the split leaves no rows in the holdout, split");
        assertThat(faults(table(100, 10), new GroupHash("trial", "salt", 1), Task.REGRESSION))
                .containsExactly("the split leaves no rows in the training rows, split");
    }

    @Test
    void refusesASideOnWhichTheTargetDoesNotVary() {
        GroupHash hash = new GroupHash("trial", "salt", 0.5);
        MemoryDataset table = rows(200, i -> "t" + i % 20, i -> hash.holdsOut("t" + i % 20) ? 1.0 : i % 2);
        long holdout = split(table(200, 20), hash).judged().rows().rows();

        assertThat(faults(table, hash, Task.CLASSIFICATION))
                .containsExactly("the split leaves only one class in the holdout (" + holdout + " rows), split");
        assertThat(faults(table, hash, Task.REGRESSION))
                .containsExactly(
                        "the split leaves only one value of the target in the holdout (" + holdout + " rows), split");
    }

    private static MemoryDataset table(int rows, int groups) {
        return rows(rows, i -> "t" + i % groups, i -> i / 2.0);
    }

    private static MemoryDataset rows(int rows, Function<Integer, String> group, Function<Integer, Number> target) {
        return MemoryDataset.of("id:INTEGER", "trial:TEXT", "y:NUMBER").with(rows, i ->
                new Object[] {(long) i, group.apply(i), target.apply(i).doubleValue()});
    }

    private static SplitTable split(MemoryDataset table, GroupHash hash) {
        return split(table, hash, Task.REGRESSION);
    }

    private static SplitTable split(MemoryDataset table, GroupHash hash, Task task) {
        try (RunContext run = new RunContext("run-1", () -> Instant.EPOCH, NOBODY, (path, content) -> {})) {
            return new SplitStep(hash, task).run(Validated.table(table, new Roles("id", "trial", "y"), Map.of()), run);
        }
    }

    private static Set<String> groups(Dataset rows) {
        return rows.levels("trial").stream().map(Level::value).collect(Collectors.toSet());
    }

    private static List<String> faults(MemoryDataset table, GroupHash hash, Task task) {
        List<Fault> faults = assertThatExceptionOfType(PlimsollException.class)
                .isThrownBy(() -> split(table, hash, task))
                .actual()
                .faults();
        assertThat(faults)
                .extracting(Fault::help)
                .containsOnly("bring rows of more groups, or choose another holdout share or salt");
        return faults.stream().map(fault -> fault.what() + ", " + fault.where()).toList();
    }
}

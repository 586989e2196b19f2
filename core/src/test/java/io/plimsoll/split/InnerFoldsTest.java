package io.plimsoll.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.data.Dataset;
import io.plimsoll.data.Level;
import io.plimsoll.data.MemoryDataset;
import io.plimsoll.data.Roles;
import io.plimsoll.data.TrainingSet;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.metric.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class InnerFoldsTest {
    private static final Roles ROLES = new Roles("id", "trial", "y");

    @Property(tries = 300)
    void everyGroupIsInOneFoldAndTheOthersHaveBothClassesWhereTwoGroupsHaveRowsOfEach(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 12) int groups,
            @ForAll @IntRange(min = 2, max = 5) int k) {
        MemoryDataset table = random(new Random(seed), groups);
        boolean possible = Math.min(groupsWith(table, 0), groupsWith(table, 1)) >= 2;

        if (!possible) {
            assertThatExceptionOfType(PlimsollException.class).isThrownBy(() -> folds(table, Task.CLASSIFICATION, k));
            return;
        }
        List<Fold> folds = folds(table, Task.CLASSIFICATION, k);
        Set<String> judged = new HashSet<>();
        for (Fold fold : folds) {
            Set<String> own = groups(fold.judged().rows());
            assertThat(own).isNotEmpty();
            assertThat(judged).noneMatch(own::contains);
            assertThat(groups(fold.training().rows())).doesNotContainAnyElementsOf(own);
            assertThat(fold.training().rows().summary("y").distinct()).isEqualTo(2);
            judged.addAll(own);
        }
        assertThat(judged).isEqualTo(groups(table));
        assertThat(folds).extracting(Fold::number).startsWith(1, 2).isSorted();
    }

    @Property(tries = 50)
    void theOrderOfRowsDoesNotMatter(@ForAll long seed) {
        List<Object[]> rows = rows(new Random(seed), 40);
        List<Object[]> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(judged(folds(table(shuffled), Task.CLASSIFICATION, 5)))
                .isEqualTo(judged(folds(table(rows), Task.CLASSIFICATION, 5)));
    }

    /** 60 trials of very unequal size, of which every third has rows of class 1. */
    @Test
    void foldsAreAlikeInRowsAndInClasses() {
        MemoryDataset table = MemoryDataset.of("id:INTEGER", "trial:TEXT", "y:NUMBER")
                .with(3000, i -> new Object[] {(long) i, "t" + trial(i), i % 3 == 0 && trial(i) % 3 == 0 ? 1.0 : 0.0});

        List<Fold> folds = folds(table, Task.CLASSIFICATION, 5);

        assertThat(folds).hasSize(5).allSatisfy(fold -> {
            assertThat(fold.judged().rows().rows()).isBetween(570L, 630L);
            assertThat(fold.judged().rows().levels("y").get(1).rows()).isBetween(60L, 75L);
        });
    }

    @Test
    void foldsOfARegressionAreAlikeInRows() {
        MemoryDataset table = MemoryDataset.of("id:INTEGER", "trial:TEXT", "y:NUMBER")
                .with(3000, i -> new Object[] {(long) i, "t" + (int) Math.sqrt(i), i / 2.0});

        assertThat(folds(table, Task.REGRESSION, 5))
                .hasSize(5)
                .allSatisfy(fold -> assertThat(fold.judged().rows().rows()).isBetween(595L, 605L));
    }

    @Test
    void anotherPurposeDealsOtherFolds() {
        MemoryDataset table = random(new Random(1), 50);
        TrainingSet training = new TrainingSet(table);

        assertThat(judged(InnerFolds.of(training, ROLES, Task.REGRESSION, 5, "calibration")))
                .isNotEqualTo(judged(InnerFolds.of(training, ROLES, Task.REGRESSION, 5, "threshold")));
    }

    @Test
    void fewerGroupsThanFoldsGiveFewerFolds() {
        MemoryDataset table = MemoryDataset.of("id:INTEGER", "trial:TEXT", "y:NUMBER")
                .with(40, i -> new Object[] {(long) i, "t" + i % 3, (double) i});

        assertThat(folds(table, Task.REGRESSION, 5)).hasSize(3);
    }

    @Test
    void manyGroupsAreDealtByTheirHash() {
        int groups = InnerFolds.MOST_GROUPS + 1;
        MemoryDataset table = MemoryDataset.of("id:INTEGER", "trial:TEXT", "y:NUMBER")
                .with(groups, i -> new Object[] {(long) i, "t" + i, (double) (i % 2)});

        assertThat(folds(table, Task.CLASSIFICATION, 5))
                .hasSize(5)
                .allSatisfy(fold -> assertThat(fold.judged().rows().rows()).isBetween(1850L, 2150L));
    }

    @Test
    void whatCannotBeDealtIsSaid() {
        MemoryDataset one = MemoryDataset.of("id:INTEGER", "trial:TEXT", "y:NUMBER")
                .with(40, i -> new Object[] {(long) i, "t", (double) (i % 2)});
        MemoryDataset rare = MemoryDataset.of("id:INTEGER", "trial:TEXT", "y:NUMBER")
                .with(40, i -> new Object[] {(long) i, "t" + i % 8, i == 0 ? 1.0 : 0.0});
        MemoryDataset constant = MemoryDataset.of("id:INTEGER", "trial:TEXT", "y:NUMBER")
                .with(40, i -> new Object[] {(long) i, "t" + i % 8, 2.0});

        assertThat(fault(one, Task.REGRESSION))
                .isEqualTo(
                        "40 training rows in 1 group cannot be dealt in folds, whole groups at a time: two groups are"
                                + " the fewest, threshold");
        assertThat(fault(rare, Task.CLASSIFICATION))
                .isEqualTo(
                        "40 training rows in 8 groups cannot be dealt in folds, whole groups at a time: class 0 lies in"
                                + " 8 groups, class 1 in 1 group, and two groups with rows of each are the fewest, threshold");
        assertThat(fault(constant, Task.REGRESSION))
                .isEqualTo("40 training rows in 8 groups cannot be dealt in folds, whole groups at a time: without one"
                        + " fold, the others have only one value of the target, threshold");
    }

    private static int trial(int row) {
        return (int) Math.sqrt(row * 1.2);
    }

    private static String fault(MemoryDataset table, Task task) {
        return assertThatExceptionOfType(PlimsollException.class)
                .isThrownBy(() -> folds(table, task, 5))
                .actual()
                .faults()
                .stream()
                .map(fault -> fault.what() + ", " + fault.where())
                .collect(Collectors.joining());
    }

    private static List<Fold> folds(MemoryDataset table, Task task, int folds) {
        return InnerFolds.of(new TrainingSet(table), ROLES, task, folds, "threshold");
    }

    private static MemoryDataset random(Random random, int groups) {
        return table(rows(random, groups));
    }

    private static MemoryDataset table(List<Object[]> rows) {
        return MemoryDataset.of("id:INTEGER", "trial:TEXT", "y:NUMBER").with(rows.size(), rows::get);
    }

    /** Groups of up to nine rows, each of one class or of both. */
    private static List<Object[]> rows(Random random, int groups) {
        return IntStream.range(0, groups)
                .boxed()
                .flatMap(group -> {
                    double ones = random.nextInt(3) / 2.0;
                    return IntStream.range(0, 1 + random.nextInt(9)).mapToObj(i ->
                            new Object[] {group * 10L + i, "t" + group, random.nextDouble() < ones ? 1.0 : 0.0});
                })
                .toList();
    }

    private static long groupsWith(MemoryDataset table, int target) {
        return table.distinctPerLevel("trial", "y").stream()
                .filter(level -> level.value().equals(Integer.toString(target)))
                .mapToLong(Level::rows)
                .sum();
    }

    private static List<Set<String>> judged(List<Fold> folds) {
        return folds.stream().map(fold -> groups(fold.judged().rows())).toList();
    }

    private static Set<String> groups(Dataset rows) {
        return rows.levels("trial").stream().map(Level::value).collect(Collectors.toSet());
    }
}

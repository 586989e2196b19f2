package io.plimsoll.actuals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plimsoll.data.Dataset;
import io.plimsoll.data.MemoryDataset;
import io.plimsoll.data.Roles;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.metric.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActualsCheckTest {
    private static final Roles ROLES = new Roles("id", "trial", "y");

    @Test
    void takesTheRowsOfWhichItIsKnownWhatHappened() {
        Actuals actuals = check(Task.CLASSIFICATION, null)
                .of(MemoryDataset.of("id:TEXT", "trial:TEXT", "y:INTEGER")
                        .with("a", "t1", 1L)
                        .with("b", "t1", null)
                        .with("c", "t2", 0L));

        assertThat(actuals.counted()).isEqualTo(new Actuals.Counted(3, 1, 0));
        assertThat(actuals.counted().known()).isEqualTo(2);
        assertThat(actuals.isGrouped()).isTrue();
        assertThat(actuals.row("a")).isEqualTo(0);
        assertThat(actuals.row("b")).isNull();
        assertThat(actuals.row("c")).isEqualTo(1);
        assertThat(actuals.target(1)).isZero();
        assertThat(actuals.group(1)).isEqualTo("t2");
    }

    @Test
    void withoutAColumnOfGroupsEachRowIsItsOwn() {
        Actuals actuals = check(Task.CLASSIFICATION, null)
                .of(MemoryDataset.of("id:INTEGER", "y:BOOLEAN").with(7L, true).with(8L, false));

        assertThat(actuals.isGrouped()).isFalse();
        assertThat(actuals.group(0)).isEqualTo("7");
        assertThat(actuals.target(0)).isEqualTo(1);
    }

    @Test
    void rowsThatTheModelIsNotAboutDoNotCount() {
        Actuals actuals = check(Task.REGRESSION, "y > 0")
                .of(MemoryDataset.of("id:TEXT", "y:NUMBER")
                        .with("a", 0.0)
                        .with("b", 2.5)
                        .with("c", null)
                        .inBatchesOf(1));

        assertThat(actuals.counted()).isEqualTo(new Actuals.Counted(3, 1, 1));
        assertThat(actuals.row("a")).isEqualTo(Actuals.LEFT_OUT);
        assertThat(actuals.row("b")).isZero();
        assertThat(actuals.target(0)).isEqualTo(2.5);
    }

    @Test
    void everyColumnThatIsMissingIsSaid() {
        PlimsollException refused = catchThrowableOfType(
                PlimsollException.class,
                () -> check(Task.CLASSIFICATION, null)
                        .columns(MemoryDataset.of("ID:TEXT", "z:INTEGER").columns()));

        assertThat(refused.faults().stream().map(Fault::line))
                .containsExactly(
                        "error[COLUMN_MISSING]: the file has no column 'id' (did you mean 'ID'?), outcomes.csv",
                        "error[COLUMN_MISSING]: the file has no column 'y', outcomes.csv");
        assertThat(refused.faults().get(1).advice())
                .isEqualTo("help: give the key of each row in 'id' and what happened in 'y', under these names");
    }

    @Test
    void everyFaultIsSaidAtOnce() {
        Dataset rows = MemoryDataset.of("id:TEXT", "trial:TEXT", "y:INTEGER")
                .with("a", "t", 1L)
                .with("a", "t", 2L)
                .with(null, null, 0L);

        assertThat(faults(Task.CLASSIFICATION, rows))
                .containsExactly(
                        "error[DATA_INVALID]: 1 row without a key, column 'id' of outcomes.csv",
                        "error[DATA_INVALID]: 1 row whose key another row has, too, column 'id' of outcomes.csv",
                        "error[DATA_INVALID]: the target has 3 values that are not just 0 and 1, column 'y' of outcomes.csv",
                        "error[DATA_INVALID]: 1 row without a group, column 'trial' of outcomes.csv");
    }

    @Test
    void aTargetIsANumber() {
        MemoryDataset texts = MemoryDataset.of("id:TEXT", "y:TEXT");
        MemoryDataset numbers = MemoryDataset.of("id:TEXT", "y:NUMBER");

        assertThat(faults(Task.REGRESSION, texts.with("a", "yes")))
                .containsExactly("error[DATA_INVALID]: the target is TEXT, not a number, column 'y' of outcomes.csv");
        assertThat(faults(Task.REGRESSION, texts.with("a", null)))
                .containsExactly("error[DATA_INVALID]: no row has a value yet, column 'y' of outcomes.csv");
        assertThat(faults(Task.REGRESSION, numbers.with("a", Double.POSITIVE_INFINITY)))
                .containsExactly(
                        "error[DATA_INVALID]: 1 row with an infinite value or NaN, column 'y' of outcomes.csv");
        assertThat(check(Task.REGRESSION, null).of(numbers.with("a", 17.5)).target(0))
                .isEqualTo(17.5);
    }

    @Test
    void aFileOfRowsThatDoNotCountIsRefused() {
        PlimsollException refused = catchThrowableOfType(
                PlimsollException.class,
                () -> check(Task.REGRESSION, "y > 0")
                        .of(MemoryDataset.of("id:TEXT", "y:NUMBER").with("a", 0.0)));

        assertThat(refused.getMessage())
                .isEqualTo(
                        "error[DATA_INVALID]: train_where leaves none of the 1 row with a value, column 'y' of outcomes.csv");
    }

    private static List<String> faults(Task task, Dataset rows) {
        PlimsollException refused = catchThrowableOfType(
                PlimsollException.class, () -> check(task, null).of(rows));
        return refused.faults().stream().map(Fault::line).toList();
    }

    private static ActualsCheck check(Task task, @Nullable String trainWhere) {
        return new ActualsCheck(ROLES, task, trainWhere, "outcomes.csv");
    }
}

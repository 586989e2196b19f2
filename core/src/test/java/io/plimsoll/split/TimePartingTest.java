package io.plimsoll.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Level;
import io.plimsoll.data.MemoryDataset;
import io.plimsoll.data.Partition;
import io.plimsoll.data.Roles;
import io.plimsoll.data.TimeSplit;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.metric.Task;
import io.plimsoll.split.SplitStep.Sides;
import io.plimsoll.validate.Validated;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TimePartingTest {
    private static final Roles ROLES = new Roles("id", "trial", "y");

    @Property(tries = 200)
    void whatJudgesIsLaterThanWhatTrainsAndOfOtherGroups(
            @ForAll long seed, @ForAll @IntRange(min = 2010, max = 2022) int from, @ForAll @IntRange(max = 3) int gap) {
        MemoryDataset table = random(new Random(seed));

        Sides sides = part(table, new TimeSplit(Integer.toString(from), "year", gap, "trial"), Task.REGRESSION);

        Dataset training = sides.training().rows();
        Dataset holdout = sides.judging().judged().rows();
        assertThat(holdout.summary("year").least()).isGreaterThanOrEqualTo(from);
        assertThat(training.summary("year").most()).isLessThan(from - gap);
        assertThat(groups(training)).isNotEmpty().noneMatch(groups(holdout)::contains);
        LeftOut leftOut = ((Judging.Holdout) sides.judging()).leftOut();
        assertThat(training.rows() + holdout.rows() + leftOut.gap() + leftOut.straddling())
                .isEqualTo(table.rows());
        assertThat(rows(table, from, 3000)).isEqualTo(holdout.rows());
        assertThat(rows(table, from - gap, from)).isEqualTo(leftOut.gap());
    }

    /** Trials a to e; b and c have rows on both sides, d begins in the gap, and e lies in it. */
    @Test
    void everyRowThatIsOnNoSideIsCountedAndSaid() {
        MemoryDataset table = table(
                "a2010", "a2012", "b2015", "b2019", "c2012", "c2013", "c2018", "d2017", "d2018", "e2017", "f2014",
                "g2020", "g2021");
        TimeSplit split = new TimeSplit("2018", "year", 1, "trial");

        Sides sides = part(table, split, Task.REGRESSION);

        assertThat(groups(sides.training().rows())).containsExactlyInAnyOrder("a", "f");
        assertThat(groups(sides.judging().judged().rows())).containsExactlyInAnyOrder("b", "c", "d", "g");
        SplitTable done =
                new SplitTable(Validated.table(table, ROLES, Map.of()), sides.training(), sides.judging(), split, 2);
        assertThat(done.summary())
                .isEqualTo(
                        "training 3 rows in 2 groups; holdout 5 rows in 4 groups (62.5%); left out: 2 rows in the gap,"
                                + " 3 earlier rows of 2 groups that have later ones, too");
        assertThat(CanonicalJson.text(done.findings()))
                .contains("\"left_out\":{\"gap\":2,\"groups\":2,\"straddling\":3}", "\"from\":\"2018\"");
    }

    @Test
    void datesAndTimestampsPartRowsAsWell() {
        for (String column : List.of("day:DATE", "day:TIMESTAMP")) {
            String time = column.equals("day:DATE") ? "" : " 10:00:00";
            MemoryDataset table = MemoryDataset.of("id:INTEGER", "trial:TEXT", column, "y:NUMBER")
                    .with(90, i -> new Object[] {
                        (long) i,
                        "t" + i / 2,
                        String.format("2018-%02d-%02d" + time, 1 + i / 30, 1 + i % 28),
                        (double) i
                    });

            Sides sides = part(table, new TimeSplit("2018-03-01", "day", 28, "trial"), Task.REGRESSION);

            assertThat(sides.judging().judged().rows().rows()).as(column).isEqualTo(30);
            assertThat(sides.training().rows().rows()).as(column).isEqualTo(30);
        }
    }

    @Test
    void labelledRowsWithoutATimeAreCountedAndRefused() {
        MemoryDataset table = table("a2010", "b2011", "c2018", "d2019").with(9L, "e", null, 1.0);

        assertThat(faults(table, "2018", 0))
                .containsExactly("1 labelled row without a value in the column of the split, column 'year'");
    }

    @Test
    void timesOfAnotherKindAreRefused() {
        assertThat(faults(table("a2010", "b2019"), "2018-06-01", 0))
                .containsExactly("the column of the split is INTEGER, and split.from or split.gap is not of that kind,"
                        + " column 'year'");
    }

    @Test
    void aSideFromWhichNothingFollowsIsRefused() {
        MemoryDataset table = table("a2010", "a2019", "b2010", "b2020", "c2011", "d2020");

        assertThat(faults(table, "2030", 0)).containsExactly("the split leaves no rows in the holdout, split");
        assertThat(faults(table, "2018", 0))
                .containsExactly(
                        "the split leaves only one value of the target in the training rows (1 rows); left out:"
                                + " 2 earlier rows of 2 groups that have later ones, too, split");
        assertThat(faults(table, "2018", 20))
                .containsExactly("the split leaves no rows in the training rows; left out: 3 rows in the gap, split");
        assertThat(faults(table("a2010", "a2011", "b2019", "b2020", "c2020"), "2018", 0))
                .containsExactly("the split leaves only one group in the training rows, split");
    }

    private static List<String> faults(MemoryDataset table, String from, double gap) {
        TimeSplit split = new TimeSplit(from, "year", gap, "trial");
        List<Fault> faults = assertThatExceptionOfType(PlimsollException.class)
                .isThrownBy(() -> part(table, split, Task.REGRESSION))
                .actual()
                .faults();
        return faults.stream().map(fault -> fault.what() + ", " + fault.where()).toList();
    }

    private static Sides part(MemoryDataset table, Partition partition, Task task) {
        return new SplitStep(partition, task).part(table, ROLES);
    }

    /** @param rows each a trial's letter and a year */
    private static MemoryDataset table(String... rows) {
        MemoryDataset table = MemoryDataset.of("id:INTEGER", "trial:TEXT", "year:INTEGER", "y:NUMBER");
        for (int i = 0; i < rows.length; i++) {
            table = table.with((long) i, rows[i].substring(0, 1), Long.valueOf(rows[i].substring(1)), (double) i);
        }
        return table;
    }

    /** Trials of up to nine years from 2000 on; ten of them end before 2006 and ten begin after 2022. */
    private static MemoryDataset random(Random random) {
        return MemoryDataset.of("id:INTEGER", "trial:TEXT", "year:INTEGER", "y:NUMBER")
                .with(400, i -> {
                    int trial = random.nextInt(60);
                    int begin = trial < 10 ? 2000 : trial < 20 ? 2022 : 2000 + trial % 22;
                    return new Object[] {(long) i, "t" + trial, (long) begin + random.nextInt(6), (double) i};
                });
    }

    private static long rows(MemoryDataset table, int from, int until) {
        return table.levels("year").stream()
                .filter(level -> Integer.parseInt(level.value()) >= from && Integer.parseInt(level.value()) < until)
                .mapToLong(Level::rows)
                .sum();
    }

    private static Set<String> groups(Dataset rows) {
        return rows.levels("trial").stream().map(Level::value).collect(Collectors.toSet());
    }
}

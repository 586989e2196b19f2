package io.plimsoll.local.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.data.Dataset;
import io.plimsoll.data.Filter;
import io.plimsoll.data.TimeSplit;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartingTest {
    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(strings = {"year", "number", "day", "moment"})
    void rowsLieOnTheSideThatTheirTimeAndTheirGroupSay(String on) {
        List<int[]> rows = rows(new Random(7), 400);
        Dataset table = new Csv(dir).table(csv(rows));
        boolean dated = on.equals("day") || on.equals("moment");
        String from = on.equals("moment")
                ? "2012-01-01 12:00:00"
                : dated ? "2012-01-01" : on.equals("year") ? "2012" : "2012.5";
        TimeSplit split = new TimeSplit(from, on, dated ? 730 : 2, "trial");

        Set<String> judged = new HashSet<>();
        rows.stream().filter(row -> row[2] >= 2012).forEach(row -> judged.add("t" + row[1]));
        assertThat(keys(table, split, Filter.Side.HELD_OUT))
                .isEqualTo(rows.stream()
                        .filter(row -> row[2] >= 2012)
                        .map(PartingTest::key)
                        .toList());
        assertThat(keys(table, split, Filter.Side.KEPT))
                .isNotEmpty()
                .isEqualTo(rows.stream()
                        .filter(row -> row[2] < 2010 && !judged.contains("t" + row[1]))
                        .map(PartingTest::key)
                        .toList());
    }

    @Test
    void aRowWithoutATimeOrAGroupIsOnNoSide() {
        Dataset table = new Csv(dir).table("id,trial,year\n1,a,\n2,,2010\n3,b,2010\n4,c,2020\n5,c,\n6,,2021\n");
        TimeSplit split = new TimeSplit("2015", "year", 0, "trial");

        assertThat(keys(table, split, Filter.Side.KEPT)).containsExactly("3");
        assertThat(keys(table, split, Filter.Side.HELD_OUT)).containsExactly("4", "6");
    }

    private static List<String> keys(Dataset table, TimeSplit split, Filter.Side side) {
        return Csv.texts(table.where(new Filter.Bucket(split, side)), "id").stream()
                .map(String::valueOf)
                .toList();
    }

    private static String key(int[] row) {
        return Integer.toString(row[0]);
    }

    /** Key, trial and year; half of the trials run for three years. */
    private static List<int[]> rows(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(id -> {
                    int trial = random.nextInt(60);
                    return new int[] {id, trial, 2000 + trial % 20 + (trial % 2 == 0 ? 0 : random.nextInt(3))};
                })
                .toList();
    }

    private static String csv(List<int[]> rows) {
        return rows.stream()
                .map(row -> row[0] + ",t" + row[1] + "," + row[2] + "," + row[2] + ".5," + row[2] + "-01-01," + row[2]
                        + "-01-01 12:00:00")
                .collect(Collectors.joining("\n", "id,trial,year,number,day,moment\n", "\n"));
    }
}

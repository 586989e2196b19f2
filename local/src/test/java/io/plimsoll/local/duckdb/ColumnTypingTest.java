package io.plimsoll.local.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.data.ColumnType;
import io.plimsoll.data.Dataset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnTypingTest {
    @TempDir
    Path dir;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INTEGER | 1 2 3",
                "INTEGER | -7 0 9999999999999999",
                "NUMBER  | 1 2.5",
                "INTEGER | 1.0 2.0 3e2",
                "NUMBER  | 1e5 -2E-3 .5 7.",
                "INTEGER | +5 -0",
                "TEXT    | 007 8",
                "TEXT    | 00 1",
                "TEXT    | -01 1",
                "NUMBER  | 0.5 0",
                "TEXT    | 12345678901234567 1",
                "TEXT    | 12345678901234567.5 1",
                "TEXT    | 123456789012345678901234567890 1",
                "TEXT    | 1_0 2",
                "NUMBER  | inf 1",
                "TEXT    | inf nan",
                "NUMBER  | -Infinity 1",
                "NUMBER  | nan 1",
                "TEXT    | 1e400 1",
                "TEXT    | 0x1F 1",
                "TEXT    | 1,5 2",
                "TEXT    | 1 2 three",
                "BOOLEAN | true false TRUE",
                "TEXT    | true 1",
                "TEXT    | yes no",
                "TEXT    | $5 1",
                "TEXT    | 5% 1",
                "DATE    | 2020-02-29 1999-12-31",
                "TEXT    | 2020-02-30 1999-12-31",
                "TEXT    | 2020-02-29 20.1.2020",
                "TEXT    | 2020-2-9 1999-12-31",
                "DATE    | 2020-02-29T00:00 1999-12-31",
                "TIMESTAMP | 2020-02-29T00:01 1999-12-31",
                "TIMESTAMP | 2020-02-29T23:59:59.123456 1999-12-31",
                "TEXT    | 2020-02-29T24:00 1999-12-31",
                "TEXT    | 2020-02-29T00:00:00Z 1999-12-31",
                "NUMBER  | 9007199254740993.0 1.5",
                "TEXT    | 2020-02-29 1999",
            })
    void isTheNarrowestTypeThatHoldsEveryValue(ColumnType type, String values) {
        assertThat(typeOf(List.of(values.split(" ", -1)))).isEqualTo(type);
    }

    @Test
    void missingValuesSayNothing() {
        assertThat(typeOf(List.of("", "1", "\"\""))).isEqualTo(ColumnType.INTEGER);
        assertThat(typeOf(List.of("", ""))).isEqualTo(ColumnType.TEXT);
    }

    @Test
    void doesNotDependOnTheOrderOfRows() {
        List<String> values = IntStream.range(0, 5000)
                .mapToObj(i -> i == 4321 ? "x" : Integer.toString(i))
                .collect(Collectors.toList());
        Collections.shuffle(values, new Random(7));

        assertThat(typeOf(values)).isEqualTo(ColumnType.TEXT);
    }

    @Test
    void keepsEveryDigitAndZero() {
        Dataset table =
                new Csv(dir).table("id,zip,account,decimal\n1,00501,123456789012345678901,0.1\n2,10001,1,1e300\n");

        assertThat(Csv.texts(table, "zip")).containsExactly("00501", "10001");
        assertThat(Csv.texts(table, "account")).containsExactly("123456789012345678901", "1");
        assertThat(Csv.numbers(table, "decimal")).containsExactly(0.1, 1e300);
    }

    private ColumnType typeOf(List<String> values) {
        String rows = IntStream.range(0, values.size())
                .mapToObj(i -> i + "," + quoted(values.get(i)) + "\n")
                .collect(Collectors.joining());
        return new Csv(dir).table("id,v\n" + rows).columns().get(1).type();
    }

    private static String quoted(String value) {
        return Arrays.asList("", "\"\"").contains(value) ? value : '"' + value + '"';
    }
}

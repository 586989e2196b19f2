package io.plimsoll.local.duckdb;

import static io.plimsoll.local.duckdb.Csv.numbers;
import static io.plimsoll.local.duckdb.Csv.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnSummary;
import io.plimsoll.data.ColumnType;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Discord;
import io.plimsoll.data.Filter;
import io.plimsoll.data.Level;
import io.plimsoll.data.Selection;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.read.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbDatasetTest {
    private static final int ROWS = 5000;

    @TempDir
    Path dir;

    private Csv csv;

    @BeforeEach
    void csv() {
        csv = new Csv(dir);
    }

    @Test
    void rowsLieInTheOrderOfTheirKey() {
        Dataset numbers = csv.table("id,x\n10,a\n9,b\n-1,c\n");
        Dataset words = csv.table("id,x\nb,1\nB,2\nä,3\na,4\n🚢,5\n肺,6\n");

        assertThat(texts(numbers, "id")).containsExactly("-1", "9", "10");
        assertThat(texts(words, "id")).containsExactly("B", "a", "b", "ä", "肺", "🚢");
    }

    @Test
    void aTableWithoutItsKeyColumnIsStillATable() {
        assertThat(csv.read("id,x\n1,2\n").select("SELECT x FROM sites", "id").rows())
                .isOne();
    }

    @Test
    void scansEveryRowOfALargeTableInOrder() {
        Dataset table = csv.table(large());
        List<Integer> batches = new ArrayList<>();

        table.scan(new Selection(List.of("x"), List.of()), batch -> batches.add(batch.rows()));

        assertThat(batches.stream().mapToInt(Integer::intValue).sum()).isEqualTo(ROWS);
        assertThat(batches).hasSizeGreaterThan(1);
        assertThat(texts(table, "id"))
                .isEqualTo(IntStream.range(0, ROWS).mapToObj(Integer::toString).toList());
        assertThat(numbers(table, "x"))
                .isEqualTo(IntStream.range(0, ROWS)
                        .mapToObj(i -> i % 7 == 0 ? Double.NaN : i / 8.0)
                        .toList());
        assertThat(texts(table, "name"))
                .isEqualTo(IntStream.range(0, ROWS)
                        .mapToObj(i -> i % 5 == 0 ? null : "größe 🚢 " + i)
                        .collect(Collectors.toList()));
    }

    @Test
    void filtersKeepTheOrder() {
        Dataset table = csv.table(large()).where(new Filter.Present("name")).where(new Filter.Condition("id % 2 = 0"));

        assertThat(texts(table, "id"))
                .isEqualTo(IntStream.range(0, ROWS)
                        .filter(i -> i % 5 != 0 && i % 2 == 0)
                        .mapToObj(Integer::toString)
                        .toList());
    }

    @Test
    void scansColumnsAsNumbersAsTextsAndAsBoth() {
        Dataset table = csv.table("id,x\n1,0.5\n2,\n");
        List<String> seen = new ArrayList<>();

        table.scan(new Selection(List.of("x", "id"), List.of("id", "x", "x")), batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                int at = row;
                String numbers = batch.numbers().stream()
                        .map(n -> Double.toString(n[at]))
                        .collect(Collectors.joining(" "));
                String texts =
                        batch.texts().stream().map(t -> String.valueOf(t[at])).collect(Collectors.joining(" "));
                seen.add(numbers + " | " + texts);
            }
        });

        assertThat(seen).containsExactly("0.5 1.0 | 1 0.5 0.5", "NaN 2.0 | 2 null null");
    }

    @Test
    void countsRowsWhereNoColumnIsWanted() {
        List<Integer> rows = new ArrayList<>();

        csv.table("id,x\n1,2\n3,4\n").scan(new Selection(List.of(), List.of()), batch -> rows.add(batch.rows()));

        assertThat(rows).containsExactly(2);
    }

    @Test
    void knowsEveryTypeAndItsTextForm() {
        Dataset table = csv.table("id,x\n1,2\n", """
                SELECT id,
                  1::TINYINT AS tiny, 2::UINTEGER AS "unsigned", 12345678901234567890::HUGEINT AS huge,
                  1.50::DECIMAL(9, 2) AS "decimal", 0.1::FLOAT AS single, 0.1::DOUBLE AS "double",
                  true AS yes, false AS no, DATE '2020-02-29' AS day, TIMESTAMP '2020-02-29 12:30:00' AS moment,
                  'x'::ENUM ('x', 'y') AS enum, '00000000-0000-0000-0000-000000000001'::UUID AS uuid,
                  NULL AS nothing, '' AS blank, ' ' AS space, 'größe 🚢' AS "größe 🚢",
                  3.0::DOUBLE AS whole, -0.0::DOUBLE AS zero, 1e14::DOUBLE AS large, 1e22::DOUBLE AS larger
                FROM sites""");

        assertThat(table.columns().stream()
                        .map(column -> column.name() + " " + column.type() + " "
                                + texts(table, column.name()).get(0)))
                .containsExactly(
                        "id INTEGER 1",
                        "tiny INTEGER 1",
                        "unsigned INTEGER 2",
                        "huge NUMBER 1.2345678901234567e+19",
                        "decimal NUMBER 1.5",
                        "single NUMBER 0.10000000149011612",
                        "double NUMBER 0.1",
                        "yes BOOLEAN true",
                        "no BOOLEAN false",
                        "day DATE 2020-02-29",
                        "moment TIMESTAMP 2020-02-29 12:30:00",
                        "enum TEXT x",
                        "uuid TEXT 00000000-0000-0000-0000-000000000001",
                        "nothing TEXT null",
                        "blank TEXT null",
                        "space TEXT  ",
                        "größe 🚢 TEXT größe 🚢",
                        "whole NUMBER 3",
                        "zero NUMBER 0",
                        "large NUMBER 100000000000000",
                        "larger NUMBER 1e+22");
        assertThat(numbers(table, "yes")).containsExactly(1.0);
        assertThat(numbers(table, "no")).containsExactly(0.0);
        assertThat(numbers(table, "zero").get(0)).isEqualTo(0.0);
    }

    @Test
    void countsWhatIsNotFinite() {
        Dataset table = csv.table("id,x\n1,5\n2,\n3,7\n4,6\n", """
                SELECT id, CASE id WHEN 1 THEN 'inf'::DOUBLE WHEN 3 THEN 'nan'::DOUBLE ELSE x END AS x FROM sites""");

        assertThat(table.summary("x")).isEqualTo(new ColumnSummary(4, 1, 3, 2, 6, 6));
        assertThat(table.median("x")).isEqualTo(6);
    }

    @Test
    void anEmptyTableHasNoFigures() {
        Dataset table = csv.table("id,x,name\n1,2,a\n").where(new Filter.Condition("id > 1"));

        assertThat(table.rows()).isZero();
        assertThat(table.summary("x")).isEqualTo(new ColumnSummary(0, 0, 0, 0, Double.NaN, Double.NaN));
        assertThat(table.summary("name").distinct()).isZero();
        assertThat(table.median("x")).isNaN();
        assertThat(table.levels("name")).isEmpty();
        assertThat(table.distinctPerLevel("id", "name")).isEmpty();
        assertThat(texts(table, "name")).isEmpty();
    }

    @Test
    void levelsAreTextFormsAndTiesLieInCodePointOrder() {
        Dataset table = csv.table("id,x,name\n1,1.0,🚢\n2,0.5,肺\n3,1,b\n4,,\n5,2,B\n6,0.5,b\n");

        assertThat(table.levels("x")).containsExactly(new Level("0.5", 2), new Level("1", 2), new Level("2", 1));
        assertThat(table.levels("name"))
                .containsExactly(new Level("b", 2), new Level("B", 1), new Level("肺", 1), new Level("🚢", 1));
    }

    @Test
    void rowsAreAlikeWhereAllOfSomeColumnsAreMissingOnesAmongThem() {
        Dataset table = csv.table("id,x,name,y\n1,1,a,0\n2,1.0,a,1\n3,1,a,1\n4,,b,0\n5,,b,1\n6,2,b,0\n7,2,b,0\n");

        assertThat(table.distinctRows(List.of("x", "name"))).isEqualTo(3);
        assertThat(table.distinctRows(List.of("x", "name", "y"))).isEqualTo(5);
        assertThat(table.discord(List.of("x", "name"), "y")).isEqualTo(new Discord(5, 2));
        assertThat(table.discord(List.of("name"), "y")).isEqualTo(new Discord(7, 2));
        assertThat(table.where(new Filter.Condition("id > 5")).discord(List.of("x"), "y"))
                .isEqualTo(new Discord(0, 0));
    }

    @Test
    void aNameThatDoesNotExistIsAProgrammingError() {
        Dataset table = csv.table("id,x\n1,2\n");

        assertThatThrownBy(() -> table.summary("y")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> table.levels("X")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesAParquetFileThatHoldsTheSameTable() throws Exception {
        Path scratch = dir.resolve("s");
        Files.createDirectory(scratch);
        Path file = scratch.resolve("it's.parquet");
        try (Sources sources = new DuckDbSourceReader(scratch, 2, null).read(List.of(csv.source("sites", large())))) {
            Dataset table = sources.select("SELECT *, DATE '2020-02-29' AS day, id % 2 = 0 AS even FROM sites", "id");

            table.writeParquet(file);

            String query =
                    "SELECT string_agg(id || ' ' || coalesce(name, '-') || ' ' || coalesce(x, -1) || ' ' || day || ' '"
                            + " || even, ';' ORDER BY file_row_number) FROM read_parquet('"
                            + file.toString().replace("'", "''") + "', file_row_number = true)";
            assertThat(ask(query))
                    .isEqualTo(IntStream.range(0, ROWS)
                            .mapToObj(i -> i + " " + (i % 5 == 0 ? "-" : "größe 🚢 " + i) + " "
                                    + (i % 7 == 0 ? -1.0 : i / 8.0) + " 2020-02-29 " + (i % 2 == 0))
                            .collect(Collectors.joining(";")));
        }
    }

    @Test
    void writesOnlyIntoItsScratchFolder() {
        Dataset table = csv.table("id,x\n1,2\n");

        assertThatThrownBy(() -> table.writeParquet(dir.resolve("elsewhere.parquet")))
                .isInstanceOf(PlimsollException.class);
        assertThat(dir.resolve("elsewhere.parquet")).doesNotExist();
    }

    @Test
    void columnsHaveTheTypesOfTheirValues() {
        assertThat(csv.table(large()).columns())
                .containsExactly(
                        new Column("id", ColumnType.INTEGER),
                        new Column("x", ColumnType.NUMBER),
                        new Column("name", ColumnType.TEXT));
    }

    /** The last key first, so that order is nobody's accident. */
    private static String large() {
        return "id,x,name\n"
                + IntStream.range(0, ROWS)
                        .map(i -> ROWS - 1 - i)
                        .mapToObj(i -> i + "," + (i % 7 == 0 ? "" : Double.toString(i / 8.0)) + ","
                                + (i % 5 == 0 ? "" : "größe 🚢 " + i) + "\n")
                        .collect(Collectors.joining());
    }

    private static String ask(String query) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}

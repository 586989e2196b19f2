package io.plimsoll.local.duckdb;

import static io.plimsoll.local.duckdb.Csv.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.data.Dataset;
import io.plimsoll.data.LevelFigure;
import io.plimsoll.data.Selection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passes over rows, and over what is made of rows that have something in common. */
class DuckDbScansTest {
    @TempDir
    Path dir;

    private Csv csv;

    @BeforeEach
    void csv() {
        csv = new Csv(dir);
    }

    @Test
    void figuresOfEachLevelComeInOnePass() {
        Dataset table =
                csv.table("id,trial,x,city\n1,b,5,Rom\n2,a,1,Bonn\n3,b,7.5,Rom\n4,b,,Ulm\n5,a,,\n6,,9,Rom\n7,c,,\n");

        assertThat(figures(
                        table,
                        "trial",
                        new LevelFigure.Rows(),
                        new LevelFigure.Present("x"),
                        new LevelFigure.Least("x"),
                        new LevelFigure.Most("x"),
                        new LevelFigure.Distinct("city"),
                        new LevelFigure.With("city", "Rom")))
                .containsExactly(
                        "a: 2.0 1.0 1.0 1.0 1.0 0.0", "b: 3.0 2.0 5.0 7.5 2.0 2.0", "c: 1.0 0.0 NaN NaN 0.0 0.0");
    }

    @Test
    void aFigureOfALevelTakesNanForMissing() {
        Dataset table = csv.table("id,trial\n1,a\n2,a\n3,a\n", """
                SELECT *, CASE id WHEN 1 THEN 'nan'::DOUBLE WHEN 2 THEN '-inf'::DOUBLE END AS x FROM sites""");

        assertThat(figures(
                        table,
                        "trial",
                        new LevelFigure.Present("x"),
                        new LevelFigure.Least("x"),
                        new LevelFigure.Most("x")))
                .containsExactly("a: 1.0 -Infinity -Infinity");
    }

    @Test
    void levelsOfNumbersAreTextForms() {
        Dataset table = csv.table("id,x,name\n1,1.0,it's\n2,0.5,b\n3,1,it's\n");

        assertThat(figures(table, "x", new LevelFigure.Rows(), new LevelFigure.With("name", "it's")))
                .containsExactly("0.5: 1.0 0.0", "1: 2.0 2.0");
        assertThat(figures(table, "name", new LevelFigure.With("x", "1"))).containsExactly("b: 0.0", "it's: 2.0");
    }

    @Test
    void valuesComeOnceAndSorted() {
        Dataset table = csv.table("id,x\n1,0\n2,2.5\n3,-7\n4,2.5\n5,\n6,1\n7,2\n", """
                SELECT id, CASE id WHEN 6 THEN 'inf'::DOUBLE WHEN 7 THEN '-0.0'::DOUBLE ELSE x END AS x FROM sites""");
        List<String> values = new ArrayList<>();
        table.scanValues("x", batch -> {
            for (int i = 0; i < batch.rows(); i++) {
                values.add(batch.numbers().get(0)[i] + " in " + batch.numbers().get(1)[i]);
            }
        });

        assertThat(values).containsExactly("-7.0 in 1.0", "0.0 in 2.0", "2.5 in 2.0");
    }

    @Test
    void aScanEndsWhereNoMoreIsWanted() {
        String rows = IntStream.range(0, 9000).mapToObj(i -> i + "\n").collect(Collectors.joining());
        Dataset table = csv.table("id\n" + rows);
        List<Integer> batches = new ArrayList<>();
        table.scanWhile(new Selection(List.of("id"), List.of()), batch -> {
            batches.add(batch.rows());
            return batches.size() < 2;
        });

        assertThat(batches).hasSize(2);
        assertThat(texts(table, "id")).hasSize(9000);
    }

    @Test
    void integersOfEveryWidthHaveTheirUsualText() {
        Dataset table = csv.table("id,x\n1,0\n2,0\n3,\n4,\n5,-128\n6,-128\n7,127\n8,0\n", """
                SELECT id, x, x::TINYINT AS tiny, (x + 128)::UINTEGER AS u, x * 72057594037927935 AS big FROM sites""");

        assertThat(texts(table, "x")).containsExactly("0", "0", null, null, "-128", "-128", "127", "0");
        assertThat(texts(table, "tiny")).isEqualTo(texts(table, "x"));
        assertThat(texts(table, "u")).containsExactly("128", "128", null, null, "0", "0", "255", "128");
        assertThat(texts(table, "big"))
                .containsExactly(
                        "0",
                        "0",
                        null,
                        null,
                        "-9223372036854775680",
                        "-9223372036854775680",
                        "9151314442816847745",
                        "0");
    }

    private static List<String> figures(Dataset table, String per, LevelFigure... figures) {
        List<String> found = new ArrayList<>();
        table.figuresPerLevel(List.of(figures), per, batch -> {
            @Nullable String[] levels = batch.texts().get(0);
            for (int i = 0; i < batch.rows(); i++) {
                int row = i;
                found.add(levels[i] + ": "
                        + batch.numbers().stream()
                                .map(figure -> Double.toString(figure[row]))
                                .collect(Collectors.joining(" ")));
            }
        });
        return found;
    }
}

package io.plimsoll.local.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.data.ByValue;
import io.plimsoll.data.ColumnSummary;
import io.plimsoll.data.ContentHash;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Filter;
import io.plimsoll.data.GroupHash;
import io.plimsoll.data.GroupSet;
import io.plimsoll.data.Level;
import io.plimsoll.read.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** DuckDB's figures against the same figures computed in Java. */
class DatasetFiguresTest {
    private static final int TRIES = 60;
    private static Path folder = Path.of("");

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("plimsoll-figures-");
    }

    @AfterContainer
    static void deleteFolder() throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Property(tries = TRIES)
    void summariesAreExact(@ForAll @IntRange(min = 1, max = 60) int rows, @ForAll long seed) {
        RandomRows random = RandomRows.of(rows, seed);
        List<String> groups = present(random.column("group"));
        List<String> numbers = present(random.column("number"));
        double[] values = numbers.stream().mapToDouble(Double::parseDouble).toArray();

        with(random.csv(), table -> {
            assertThat(table.summary("group"))
                    .isEqualTo(new ColumnSummary(
                            rows, rows - groups.size(), new HashSet<>(groups).size(), 0, Double.NaN, Double.NaN));
            assertThat(table.summary("number"))
                    .isEqualTo(new ColumnSummary(
                            rows,
                            rows - numbers.size(),
                            Arrays.stream(values).distinct().count(),
                            0,
                            Arrays.stream(values).min().orElse(Double.NaN),
                            Arrays.stream(values).max().orElse(Double.NaN)));
        });
    }

    @Property(tries = TRIES)
    void mediansAreTheLowerOnes(@ForAll @IntRange(min = 1, max = 60) int rows, @ForAll long seed) {
        RandomRows random = RandomRows.of(rows, seed);

        with(random.csv(), table -> {
            for (String column : List.of("key", "number", "class")) {
                double[] values = present(random.column(column)).stream()
                        .mapToDouble(Double::parseDouble)
                        .sorted()
                        .toArray();
                if (values.length > 0) {
                    assertThat(table.median(column)).isEqualTo(values[(values.length - 1) / 2]);
                }
            }
        });
    }

    @Property(tries = TRIES)
    void levelsAreCountedAndSorted(@ForAll @IntRange(min = 1, max = 60) int rows, @ForAll long seed) {
        RandomRows random = RandomRows.of(rows, seed);
        Map<String, List<String>> groups = new TreeMap<>();
        Map<String, List<String>> classes = new TreeMap<>();
        for (@Nullable String[] row : random.rows()) {
            if (row[1] != null) {
                groups.computeIfAbsent(row[1], key -> new ArrayList<>()).add("row");
            }
            if (row[3] != null) {
                classes.computeIfAbsent(row[3], key -> new ArrayList<>()).add(Objects.requireNonNullElse(row[1], ""));
            }
        }

        with(random.csv(), table -> {
            assertThat(table.levels("group")).isEqualTo(levels(groups, values -> (long) values.size()));
            assertThat(table.distinctPerLevel("group", "class"))
                    .isEqualTo(levels(classes, DatasetFiguresTest::distinct));
        });
    }

    @Property(tries = TRIES)
    void contentHashesDependOnContentAlone(
            @ForAll @IntRange(min = 1, max = 60) int rows, @ForAll long seed, @ForAll long order) {
        RandomRows random = RandomRows.of(rows, seed);
        List<Integer> columns = new ArrayList<>(List.of(0, 1, 2, 3));
        Collections.shuffle(columns, new Random(order));

        assertThat(hashOf(random.shuffled(order).csv(columns))).isEqualTo(hashOf(random.csv()));
    }

    @Property(tries = TRIES)
    void anyOtherValueGivesAnotherContentHash(
            @ForAll @IntRange(min = 2, max = 40) int rows,
            @ForAll long seed,
            @ForAll @IntRange(max = 1000) int row,
            @ForAll @IntRange(min = 1, max = 3) int column) {
        RandomRows random = RandomRows.of(rows, seed);
        String before = random.rows().get(row % rows)[column];
        String other = before == null ? "1" : column == 1 ? before + "x" : null;

        assertThat(hashOf(random.with(row % rows, column, other).csv())).isNotEqualTo(hashOf(random.csv()));
    }

    @Property(tries = TRIES)
    void groupsLieOnTheSideThatJavaSays(
            @ForAll @IntRange(min = 1, max = 60) int rows,
            @ForAll long seed,
            @ForAll String salt,
            @ForAll @IntRange(min = 1, max = 99) int percent) {
        with(RandomRows.of(rows, seed).csv(), table -> {
            for (String column : List.of("key", "group", "number")) {
                List<String> all = present(Csv.texts(table, column));
                GroupHash hash = new GroupHash(column, salt.replace("\u0000", ""), percent / 100.0);
                Set<String> named = all.stream().filter(hash::holdsOut).collect(Collectors.toSet());
                named.add("nobody's");

                checkSides(table, hash, all);
                checkSides(table, new GroupSet(column, named), all);
            }
        });
    }

    private static void checkSides(Dataset table, ByValue partition, List<String> all) {
        assertThat(side(table, partition, Filter.Side.HELD_OUT))
                .isEqualTo(all.stream().filter(partition::holdsOut).toList());
        assertThat(side(table, partition, Filter.Side.KEPT))
                .isEqualTo(
                        all.stream().filter(group -> !partition.holdsOut(group)).toList());
    }

    private static List<String> side(Dataset table, ByValue partition, Filter.Side side) {
        Dataset rows = table.where(new Filter.Bucket(partition, side));
        List<@Nullable String> groups = Csv.texts(rows, partition.column());
        assertThat(groups).as("rows without a group are on no side").doesNotContainNull();
        return present(groups);
    }

    private static String hashOf(String csv) {
        List<String> hash = new ArrayList<>();
        with(csv, table -> hash.add(ContentHash.of(table)));
        return hash.get(0);
    }

    private static void with(String csv, Consumer<Dataset> check) {
        try (Sources sources = new Csv(folder).read(csv)) {
            check.accept(sources.select("SELECT * FROM sites", "key"));
        }
    }

    private static long distinct(List<String> values) {
        return values.stream().filter(value -> !value.isEmpty()).distinct().count();
    }

    private static List<String> present(List<@Nullable String> values) {
        List<String> present = new ArrayList<>();
        for (@Nullable String value : values) {
            if (value != null) {
                present.add(value);
            }
        }
        return present;
    }

    /** By count, ties by code points. */
    private static List<Level> levels(Map<String, List<String>> values, Function<List<String>, Long> count) {
        Comparator<Level> byCodePoints = (one, other) -> Arrays.compare(
                one.value().codePoints().toArray(), other.value().codePoints().toArray());
        return values.entrySet().stream()
                .map(entry -> new Level(entry.getKey(), count.apply(entry.getValue())))
                .sorted(Comparator.comparing(Level::rows).reversed().thenComparing(byCodePoints))
                .toList();
    }
}

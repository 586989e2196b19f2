package io.plimsoll.local.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.SourceConfig;
import io.plimsoll.contracts.Rounds;
import io.plimsoll.data.Column;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Selection;
import io.plimsoll.engine.EngineLimits;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.read.SourceSpec;
import io.plimsoll.read.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plain SELECT reads without DuckDB is what DuckDB reads: the same condition that is always true makes one of the other. */
class PlainSelectTest {
    private static final long SEED = 20_261_129;
    private static final String PLAIN = "SELECT * FROM sites";
    private static final EngineLimits LIMITS = new EngineLimits(2, null);

    @TempDir
    Path dir;

    @Test
    void randomFilesAreTheSameWithoutSql() throws IOException {
        int rounds = Rounds.of(100, 5_000);
        int read = 0;
        for (int round = 0; round < rounds; round++) {
            Random random = new Random(SEED + round);
            Original original = Original.csv(random);
            byte[] file = random.nextBoolean() ? new Damage(random).once(original.file()) : original.file();
            read += isSame(file, original.config(), "file " + round) ? 1 : 0;
        }
        assertThat(read).as("files that were read").isGreaterThan(rounds / 5);
    }

    @Test
    void rowsThatFillManyBatchesAreTheSame() throws IOException {
        StringBuilder text = new StringBuilder("id,place,share\n");
        for (int row = 0; row < 10_000; row++) {
            text.append(row)
                    .append(",\"Bad \"\"")
                    .append(row % 7)
                    .append("\"\"\nHof\",")
                    .append(row / 7.0)
                    .append('\n');
        }
        String far = "x".repeat(400_000);
        byte[] file = text.append("a,").append(far).append(",1\n").toString().getBytes(StandardCharsets.UTF_8);

        assertThat(isSame(file, SourceConfig.of("sites.csv"), "a long file")).isTrue();
    }

    @Test
    void aPassEndsWhenNoMoreIsWanted() throws IOException {
        try (Sources sources = open("id\n" + "a\n".repeat(9_000))) {
            List<Integer> taken = new ArrayList<>();

            sources.select(PLAIN, "id").scanWhile(new Selection(List.of(), List.of("id")), batch -> {
                taken.add(batch.rows());
                return taken.size() < 2;
            });

            assertThat(taken).containsExactly(Scan.CHUNK, Scan.CHUNK);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT * FROM sites", "select *\n FROM \"sites\" ;", " SELECT * FROM sites\n"})
    void theShortestSelectsArePlain(String query) throws SQLException {
        try (Database database = table()) {
            assertThat(SelectShape.of(database, query).plainSource()).contains("sites");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM sites WHERE id > 'a'",
                "SELECT id FROM sites",
                "SELECT * FROM sites s",
                "SELECT DISTINCT * FROM sites",
                "SELECT * FROM sites LIMIT 1",
                "SELECT * FROM sites, sites AS others(other)",
                "SELECT * FROM (SELECT * FROM sites)",
                "SELECT * FROM sites -- all of them"
            })
    void allOthersAreNot(String query) throws SQLException {
        try (Database database = table()) {
            assertThat(SelectShape.of(database, query).plainSource()).isEmpty();
        }
    }

    private Database table() throws SQLException {
        Database database = Database.open(dir, 1, null);
        database.execute("CREATE TABLE sites (id VARCHAR)");
        return database;
    }

    private boolean isSame(byte[] file, SourceConfig config, String name) throws IOException {
        Path scratch = Files.createTempDirectory(dir, "scratch");
        SourceSpec spec = new SourceSpec("sites", Files.write(dir.resolve("sites"), file), config);
        try (Sources sources = new DuckDbStreamReader(scratch, LIMITS).read(List.of(spec))) {
            Dataset plain = sources.select(PLAIN, "id");
            Dataset selected = sources.select(PLAIN + " WHERE true", "id");
            assertThat(plain.columns()).as(name).isEqualTo(selected.columns());
            for (Column column : plain.columns()) {
                List<String> one = List.of(column.name());
                Selection texts = new Selection(List.of(), one);
                assertThat(rows(plain, texts)).as(name + ", " + column).isEqualTo(rows(selected, texts));
                if (column.type().isNumeric()) {
                    Selection numbers = new Selection(one, List.of());
                    assertThat(rows(plain, numbers)).as(name + ", " + column).isEqualTo(rows(selected, numbers));
                }
            }
            return true;
        } catch (PlimsollException e) {
            assertThat(e.faults()).as(name).isNotEmpty();
            return false;
        }
    }

    /** Numbers by their bits, and texts. */
    private static List<List<?>> rows(Dataset dataset, Selection selection) {
        List<List<?>> rows = new ArrayList<>();
        dataset.scan(selection, batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                int at = row;
                rows.add(batch.numbers().stream().map(column -> column[at]).toList());
                rows.add(batch.texts().stream()
                        .flatMap(column -> Arrays.stream(column, at, at + 1))
                        .toList());
            }
        });
        return rows;
    }

    private Sources open(String csv) throws IOException {
        Path file = dir.resolve("new.csv");
        Files.writeString(file, csv);
        return new DuckDbStreamReader(Files.createTempDirectory(dir, "scratch"), LIMITS)
                .read(List.of(new SourceSpec("sites", file, SourceConfig.of("new.csv"))));
    }
}

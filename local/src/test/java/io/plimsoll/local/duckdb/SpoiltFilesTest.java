package io.plimsoll.local.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.SourceConfig;
import io.plimsoll.contracts.Rounds;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.read.SourceSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A spoilt file is refused with a fault that says where, or it is cell for cell the table that a second and much simpler reader finds in it; never
 * anything else, and never slowly. Each mutant follows from its number alone; there are many more with {@code -Dplimsoll.full=true}.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SpoiltFilesTest {
    private static final long SEED = 20_250_101;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** A spoilt header may be sound in form and have taken in a row, the values of which are names then. */
    private static final Pattern NAMES =
            Pattern.compile("column \\d+ (repeats|is) .*|in column '.*?' that|did you mean .*?\\?");

    @TempDir
    Path dir;

    private @Nullable Engine engine;

    /** The other reader, against which the engine is held. */
    private interface Plain {
        PlainTable read(byte[] file, SourceConfig config) throws Refused;
    }

    @BeforeAll
    static void takeLongOnce() {
        Rounds.onFirstJdkOnly();
    }

    @AfterEach
    void close() {
        if (engine != null) {
            engine.close();
        }
    }

    @Test
    void spoiltCsvIsRefusedOrReadAsItStands() throws IOException, SQLException {
        check(Rounds.of(800, 20_000), Original::csv, PlainCsv::read);
    }

    @Test
    void spoiltJsonLinesAreRefusedOrReadAsTheyStand() throws IOException, SQLException {
        check(Rounds.of(400, 8_000), Original::jsonLines, PlainJsonLines::read);
    }

    /** Parquet has no checksum that the engine looks at: a value that is another now is read as such, but nothing worse may happen. */
    @Test
    void spoiltParquetIsRefusedOrRead() throws IOException, SQLException {
        Original sound = Original.parquet(new Random(SEED), dir);
        for (int round : mutants(Rounds.of(150, 4_000), 1440, 1457, 2280, 2281)) {
            Random random = new Random(SEED + round);
            sound = round % 20 == 0 ? Original.parquet(random, dir) : sound;
            byte[] file = spoilt(sound.file(), 1 + random.nextInt(3), random);
            String mutant = "mutant " + round + " of " + sound.config();
            long start = System.nanoTime();
            try {
                PlainTable loaded = engine().loaded(source(file, sound.config()));
                assertThat(loaded.cells()).as(mutant).isNotEmpty();
            } catch (PlimsollException e) {
                checkFaults(e, mutant);
                closeIfLost(e);
            }
            assertSoon(start, mutant);
        }
    }

    /** A database that has met what it did not expect answers nothing from then on; a run ends with it. */
    private void closeIfLost(PlimsollException refusal) {
        if (refusal.faults().get(0).what().contains("INTERNAL Error")) {
            close();
            engine = null;
        }
    }

    /** As many as are asked for, and those that once were read or refused wrongly. */
    private static int[] mutants(int rounds, int... found) {
        return IntStream.concat(IntStream.range(0, rounds), IntStream.of(found).filter(number -> number >= rounds))
                .toArray();
    }

    private void check(int rounds, Function<Random, Original> original, Plain plain) throws IOException, SQLException {
        int loaded = 0;
        for (int round : mutants(rounds, 1572, 3202)) {
            Random random = new Random(SEED + round);
            Original sound = original.apply(random);
            byte[] file = spoilt(sound.file(), random.nextInt(4), random);
            String mutant = "mutant " + round + " " + shown(file) + "\nof " + sound.config();
            long start = System.nanoTime();
            loaded += check(file, sound.config(), plain, mutant) ? 1 : 0;
            assertSoon(start, mutant);
        }
        assertThat(loaded).as("mutants that were read").isBetween(rounds / 5, rounds * 4 / 5);
    }

    private boolean check(byte[] file, SourceConfig config, Plain plain, String mutant)
            throws IOException, SQLException {
        @Nullable PlainTable expected = null;
        String reason = "";
        try {
            expected = plain.read(file, config);
        } catch (Refused e) {
            reason = String.valueOf(e.getMessage());
        }
        try {
            PlainTable loaded = engine().loaded(source(file, config));
            assertThat(expected)
                    .as("%s\nis read, though it has %s", mutant, reason)
                    .isNotNull();
            assertThat(loaded).as(mutant).isEqualTo(expected);
            return true;
        } catch (PlimsollException e) {
            assertThat(expected)
                    .as("%s\nis refused: %s", mutant, e.getMessage())
                    .isNull();
            checkFaults(e, mutant);
            return false;
        }
    }

    private static void checkFaults(PlimsollException refusal, String mutant) {
        assertThat(refusal.faults()).as(mutant).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.line())
                    .startsWith("error[SOURCE_MALFORMED]: source 'sites' ")
                    .doesNotContain("passes the check", "rows by the check");
            assertThat(fault.where()).matches("data/sites\\.\\w+(:[1-9]\\d*)?");
            assertThat(fault.help()).isNotBlank();
        });
        StringWriter trace = new StringWriter();
        refusal.printStackTrace(new PrintWriter(trace));
        String told = NAMES.matcher(trace.toString()).replaceAll("");
        assertThat(told).as(mutant).doesNotContain(Original.SECRET);
    }

    private static byte[] spoilt(byte[] file, int times, Random random) {
        Damage damage = new Damage(random);
        byte[] spoilt = file;
        for (int i = 0; i < times; i++) {
            spoilt = damage.once(spoilt);
        }
        return spoilt;
    }

    private static void assertSoon(long start, String mutant) {
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as(mutant).isLessThan(LONGEST);
    }

    private SourceSpec source(byte[] file, SourceConfig config) throws IOException {
        return new SourceSpec("sites", Files.write(dir.resolve("sites"), file), config);
    }

    private Engine engine() throws IOException, SQLException {
        if (engine == null) {
            engine = Engine.open(Files.createDirectories(dir.resolve("scratch")));
        }
        return engine;
    }

    private static String shown(byte[] file) {
        StringBuilder shown = new StringBuilder(file.length + " bytes: ");
        for (char c : new String(file, 0, Math.min(file.length, 1_500), StandardCharsets.ISO_8859_1).toCharArray()) {
            shown.append(c >= ' ' && c < 127 ? String.valueOf(c) : String.format(Locale.ROOT, "\\x%02x", (int) c));
        }
        return shown.toString();
    }
}

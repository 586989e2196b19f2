package io.plimsoll.storage.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.storage.postgresql.OnServer;
import io.plimsoll.storage.postgresql.Server;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresDatabaseTest {
    @RegisterExtension
    static final OnServer SERVER = new OnServer();

    private static final String INSERT = "insert into models (name, last_version, created_at) values (?, 0, 0)";

    private String schema;
    private PostgresDatabase database;

    @BeforeEach
    void open() {
        schema = SERVER.newSchema();
        database = new PostgresDatabase(Server.place(SERVER.server().port(), schema));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void readingWhereNothingIsMakesNothing() {
        assertThat(models()).isEqualTo(-1);
        assertThat(SERVER.server().value("select count(*) from pg_namespace where nspname = '" + schema + "'"))
                .isEqualTo("0");
    }

    @Test
    void keepsWhatIsWrittenAndWhatIsNoted() {
        database.write(transaction -> transaction.update(INSERT, "written"));
        database.note(transaction -> transaction.update(INSERT, "noted"));

        assertThat(models()).isEqualTo(2);
    }

    @Test
    void writesSurviveAServerThatIsToldNotToWaitForTheDisk() {
        SERVER.server().run("alter role keeper set synchronous_commit = off");
        try {
            assertThat(database.write(PostgresDatabaseTest::waitsForDisk)).isEqualTo("on");
            database.note(transaction -> {
                assertThat(waitsForDisk(transaction)).isEqualTo("off");
                return 0;
            });
            assertThat(database.write(PostgresDatabaseTest::waitsForDisk)).isEqualTo("on");
        } finally {
            SERVER.server().run("alter role keeper reset synchronous_commit");
        }
    }

    private static String waitsForDisk(Transaction transaction) throws SQLException {
        return transaction
                .first(row -> row.getString(1), "select current_setting('synchronous_commit')")
                .orElseThrow();
    }

    @Test
    void keepsNothingOfWorkThatFailsOrIsUndone() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> database.write(transaction -> {
                    transaction.update(INSERT, "a");
                    throw new IllegalStateException("a fault in the middle");
                }));
        database.write(transaction -> {
            transaction.undo();
            return transaction.update(INSERT, "a");
        });

        assertThat(models()).isZero();
    }

    @Test
    void writesNothingWhileReading() {
        database.write(transaction -> transaction.update(INSERT, "a"));

        assertThatExceptionOfType(PlimsollException.class)
                .isThrownBy(() -> database.read(0, transaction -> transaction.update(INSERT, "b")));
        assertThat(models()).isEqualTo(1);
    }

    @Test
    void readsOneStateWhateverOthersDoMeanwhile() {
        database.write(transaction -> transaction.update(INSERT, "a"));
        List<Integer> seen = database.read(List.of(), transaction -> {
            int before = count(transaction);
            database.write(other -> other.update(INSERT, "b"));
            return List.of(before, count(transaction));
        });

        assertThat(seen).containsExactly(1, 1);
        assertThat(models()).isEqualTo(2);
    }

    @Test
    void saysWhatTimeItIsByTheClockOfTheServer() {
        long before = System.currentTimeMillis();

        assertThat(database.write(Transaction::now)).isBetween(before - 5, System.currentTimeMillis() + 5);
    }

    @Test
    void severalMayMakeTheTablesAtOnce() throws Exception {
        List<PostgresDatabase> all = IntStream.range(0, 8)
                .mapToObj(i -> new PostgresDatabase(Server.place(SERVER.server().port(), schema)))
                .toList();
        together(all.size(), i -> all.get(i).write(transaction -> transaction.update(INSERT, "model-" + i)));
        all.forEach(PostgresDatabase::close);

        assertThat(models()).isEqualTo(all.size());
        assertThat(SERVER.server()
                        .value("select string_agg(script, ' ' order by installed_rank) from " + schema
                                + ".flyway_schema_history where type <> 'SCHEMA'"))
                .isEqualTo(String.join(" ", Schema.SCRIPTS));
    }

    @Test
    void twoThatAreInEachOthersWayBothGetThrough() throws Exception {
        database.write(transaction -> transaction.update(INSERT, "model-0") + transaction.update(INSERT, "model-1"));
        CyclicBarrier bothHaveOne = new CyclicBarrier(2);
        together(
                2,
                i -> database.write(transaction -> {
                    Numbering.MODELS.lock(transaction, "model-" + i);
                    meetOnce(bothHaveOne);
                    Numbering.MODELS.next(transaction, "model-" + (1 - i), 0);
                    return i;
                }));

        assertThat(database.read(
                        0,
                        transaction -> transaction
                                .first(row -> row.getInt(1), "select sum(last_version) from models")
                                .orElseThrow()))
                .isEqualTo(2);
    }

    private static void meetOnce(CyclicBarrier barrier) {
        try {
            barrier.await(1, TimeUnit.SECONDS);
        } catch (Exception e) {
            // the second attempt finds nobody to meet
            return;
        }
    }

    @Test
    void whoFoundNothingAndWasOvertakenLooksAgain() throws Exception {
        CyclicBarrier bothHaveLooked = new CyclicBarrier(2);
        together(
                2,
                i -> database.write(transaction -> {
                    boolean isThere = transaction.exists("select 1 from models where name = 'a'");
                    meetOnce(bothHaveLooked);
                    return isThere ? 0 : transaction.update(INSERT, "a");
                }));

        assertThat(models()).isEqualTo(1);
    }

    @Test
    void refusesASchemaOfSomethingElseOrOfANewerVersion() {
        SERVER.server().run("create schema " + schema, "create table " + schema + ".notes (text text)");
        assertIncompatible("not those of a workspace");

        SERVER.server().run("drop schema " + schema + " cascade");
        database.write(transaction -> transaction.update(INSERT, "a"));
        SERVER.server()
                .run(
                        "insert into " + schema
                                + ".flyway_schema_history select 999, '999', '', 'SQL', 'V999__later.sql', 0, '', now(), 0, true");
        close();
        database = new PostgresDatabase(Server.place(SERVER.server().port(), schema));
        assertIncompatible("newer Plimsoll");
    }

    private void assertIncompatible(String words) {
        assertThatExceptionOfType(PlimsollException.class)
                .isThrownBy(this::models)
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.WORKSPACE_INCOMPATIBLE);
                    assertThat(refusal.getMessage()).contains(words, "databases.results, schema " + schema);
                });
    }

    private static void together(int threads, Numbered work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<? extends Future<?>> running = IntStream.range(0, threads)
                    .mapToObj(i -> pool.submit(() -> work.run(i)))
                    .toList();
            for (Future<?> one : running) {
                one.get(1, TimeUnit.MINUTES);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** What each of several threads does. */
    private interface Numbered {
        void run(int number);
    }

    private static int count(Transaction transaction) throws SQLException {
        return transaction
                .list(row -> row.getString(1), "select name from models")
                .size();
    }

    private int models() {
        return database.read(-1, PostgresDatabaseTest::count);
    }
}

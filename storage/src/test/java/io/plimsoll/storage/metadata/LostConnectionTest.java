package io.plimsoll.storage.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.storage.postgresql.OnServer;
import io.plimsoll.storage.postgresql.Proxy;
import io.plimsoll.storage.postgresql.Proxy.Cut;
import io.plimsoll.storage.postgresql.Server;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Wherever the connection is lost, what was written is there once, or it is said that nobody knows. */
class LostConnectionTest {
    @RegisterExtension
    static final OnServer SERVER = new OnServer();

    private static final String INSERT = "insert into models (name, last_version, created_at) values (?, 0, 0)";
    private static final String END = "select count(pg_terminate_backend(pid)) from pg_stat_activity"
            + " where application_name = 'plimsoll' and pid <> pg_backend_pid()";

    private String schema;
    private Proxy proxy;
    private PostgresDatabase database;
    private final AtomicInteger attempts = new AtomicInteger();

    @BeforeEach
    void open() {
        schema = SERVER.newSchema();
        proxy = new Proxy(SERVER.server().port());
        database = new PostgresDatabase(Server.place(proxy.port(), schema), Duration.ofSeconds(30));
        database.write(transaction -> true);
    }

    @AfterEach
    void close() {
        database.close();
        proxy.close();
    }

    @Test
    void lostWhileNothingHappens() {
        SERVER.server().value(END);

        database.write(transaction -> transaction.update(INSERT, "a"));
        assertThat(models()).isEqualTo("1");
    }

    @Test
    void lostInTheMiddleOfTheWork() {
        database.write(transaction -> {
            transaction.update(INSERT, "a");
            if (attempts.incrementAndGet() == 1) {
                SERVER.server().value(END);
            }
            return transaction.update(INSERT, "b");
        });

        assertThat(attempts).hasValue(2);
        assertThat(models()).isEqualTo("2");
    }

    @Test
    void lostBeforeTheServerHeardOfTheCommit() {
        database.write(this::insertAndCut);

        assertThat(attempts).hasValue(2);
        assertThat(proxy.hasCut()).isTrue();
        assertThat(models()).isEqualTo("1");
    }

    @Test
    void lostAfterTheServerCommitted() {
        proxy.cut(Cut.AFTER_COMMIT);

        database.write(this::insert);
        assertThat(attempts).hasValue(1);
        assertThat(proxy.hasCut()).isTrue();
        assertThat(models()).isEqualTo("1");
    }

    @Test
    void aNoteIsKeptOnceToo() {
        proxy.cut(Cut.AFTER_COMMIT);
        database.note(this::insert);
        assertThat(attempts).hasValue(1);
        assertThat(models()).isEqualTo("1");
        SERVER.server().run("delete from " + schema + ".models");
        attempts.set(0);

        database.note(this::insertAndCut);
        assertThat(attempts).hasValue(2);
        assertThat(models()).isEqualTo("1");
        assertThat(proxy.hasCut()).isTrue();
    }

    @Test
    void lostForGoodIsNotKnown() {
        database.close();
        database = new PostgresDatabase(Server.place(proxy.port(), schema), Duration.ofSeconds(1));
        database.read(0, transaction -> 1);
        proxy.cut(Cut.AFTER_COMMIT_FOR_GOOD);

        assertThatExceptionOfType(PlimsollException.class)
                .isThrownBy(() -> database.write(this::insert))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.STORAGE);
                    assertThat(refusal.getMessage()).contains("does not answer", "it is not known");
                });
        assertThat(models()).isEqualTo("1");
    }

    @Test
    void theServerCrashesInTheMiddleOfTheWork() {
        database.write(transaction -> transaction.update(INSERT, "kept"));
        database.write(transaction -> {
            transaction.update(INSERT, "a");
            if (attempts.incrementAndGet() == 1) {
                SERVER.server().crash();
            }
            return transaction.update(INSERT, "b");
        });

        assertThat(attempts).hasValue(2);
        assertThat(models()).isEqualTo("3");
    }

    @Test
    void whoNeverGotInIsToldAtOnceWhy() {
        assertRefused(Server.place(1, schema), "the workspace's database 'results' does not answer at localhost:1");
        assertRefused(
                Server.place(SERVER.server().port(), "keeper", "wrong", schema),
                "the workspace's database 'results' refuses the user 'keeper' or the password");
        assertRefused(
                Server.place(SERVER.server().port(), "reader", Server.PASSWORD, "nowhere"),
                "the user 'reader' may not do in schema 'nowhere' what a workspace needs");
    }

    private static void assertRefused(PostgresPlace place, String words) {
        try (PostgresDatabase other = new PostgresDatabase(place)) {
            assertThatExceptionOfType(PlimsollException.class)
                    .isThrownBy(() -> other.write(transaction -> true))
                    .satisfies(refusal -> {
                        assertThat(refusal.code()).isEqualTo(ErrorCode.STORAGE);
                        assertThat(refusal.getMessage()).contains(words, place.shown());
                        assertThat(refusal.faults().get(0).help()).isNotBlank();
                    });
        }
    }

    private int insert(Transaction transaction) throws SQLException {
        transaction.update(INSERT, "a");
        return attempts.incrementAndGet();
    }

    /** The first time, the commit is the next thing that the server would hear. */
    private int insertAndCut(Transaction transaction) throws SQLException {
        int attempt = insert(transaction);
        if (attempt == 1) {
            proxy.cut(Cut.NEXT_OF_CLIENT);
        }
        return attempt;
    }

    private String models() {
        return SERVER.server().value("select count(*) from " + schema + ".models");
    }
}

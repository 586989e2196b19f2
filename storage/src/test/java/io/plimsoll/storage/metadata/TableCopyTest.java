package io.plimsoll.storage.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.fault.PlimsollException;
import io.plimsoll.storage.postgresql.OnServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Tables of a version that is still to come, copied by what knows none of them. */
class TableCopyTest {
    @RegisterExtension
    static final OnServer SERVER = new OnServer();

    private static final String TABLE =
            "create table later (id text not null primary key, parent text references later (id),"
                    + " model text references models (name), size smallint, amount bigint, share double precision, body bytea)";
    private static final String INSERT = "insert into later values (?, ?, ?, ?, ?, ?, ?)";
    private static final String LIST = "select id, parent, model, size, amount, share, body from later order by id";

    @TempDir
    private Path folder;

    private SqliteDatabase sqlite;
    private PostgresDatabase postgres;

    @BeforeEach
    void open() {
        sqlite = new SqliteDatabase(folder.resolve("plimsoll.db"), SqliteDatabase.PATIENCE);
        postgres = new PostgresDatabase(SERVER.newPlace());
        for (Database each : List.of(sqlite, postgres)) {
            each.write(transaction -> transaction.update(TABLE));
        }
    }

    @AfterEach
    void close() {
        sqlite.close();
        postgres.close();
    }

    @Test
    void rowsComeOverInWhateverOrderTheyReferToEachOther() {
        sqlite.write(transaction -> {
            new Deferring(transaction).run(() -> {
                transaction.update(INSERT, "a", "b", "lung", 1, 9_007_199_254_740_993L, 0.1, new byte[] {0, -1});
                transaction.update(INSERT, "b", "a", null, 0, null, Double.MIN_VALUE, null);
                transaction.update(INSERT, "c", "c", null, -1, 1L, null, new byte[0]);
                transaction.update("insert into models values ('lung', 3, 5)");
            });
            return 0;
        });

        copy(sqlite, postgres);

        assertThat(rows(postgres)).isEqualTo(rows(sqlite)).hasSize(3);
        assertThat(rows(postgres).get(0)).isEqualTo("a b lung 1 9007199254740993 0.1 00ff");
        assertThatExceptionOfType(PlimsollException.class)
                .as("references are looked at as ever")
                .isThrownBy(() -> postgres.write(
                        transaction -> transaction.update(INSERT, "d", "nobody", null, 0, null, null, null)));
    }

    @Test
    void thousandsOfRowsComeBackAsTheyWere() {
        postgres.write(
                transaction -> transaction.update(
                        "insert into later select 'row ' || i, null, null, i % 7, i * i, i / 7.0, null from generate_series(1, 2500) i"));

        copy(postgres, sqlite);

        assertThat(rows(sqlite)).isEqualTo(rows(postgres)).hasSize(2_500);
    }

    @Test
    void aTableThatTheOtherSideLacksIsRefused() {
        sqlite.write(transaction -> transaction.update("create table only_here (id text)"));

        assertThatExceptionOfType(PlimsollException.class).isThrownBy(() -> copy(sqlite, postgres));
        assertThatExceptionOfType(PlimsollException.class).isThrownBy(() -> copy(postgres, sqlite));
    }

    /** Where rows are written that only together are what they should be. */
    private record Deferring(Transaction transaction) {
        private interface Rows {
            void write() throws SQLException;
        }

        void run(Rows rows) throws SQLException {
            Deferred references = transaction.deferReferences();
            rows.write();
            references.end();
        }
    }

    private static void copy(Database from, Database to) {
        from.read(0L, source -> to.write(target -> new TableCopy(source, target).run()));
    }

    private static List<String> rows(Database database) {
        return database.read(
                List.of(),
                transaction -> transaction.list(
                        row -> {
                            StringBuilder text = new StringBuilder(row.getString("id"));
                            for (String column : List.of("parent", "model", "size", "amount")) {
                                text.append(' ').append(row.getString(column));
                            }
                            byte[] body = row.getBytes("body");
                            return text.append(' ')
                                    .append(row.getDouble("share"))
                                    .append(' ')
                                    .append(
                                            body == null
                                                    ? "none"
                                                    : HexFormat.of().formatHex(body))
                                    .toString();
                        },
                        LIST));
    }
}

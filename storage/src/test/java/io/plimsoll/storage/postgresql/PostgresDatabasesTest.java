package io.plimsoll.storage.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plimsoll.config.CsvOptions;
import io.plimsoll.config.DatabaseConfig;
import io.plimsoll.config.SourceConfig;
import io.plimsoll.config.SourceFormat;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.read.SourceSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresDatabasesTest {
    private static @Nullable Server started;

    @TempDir
    Path dir;

    @BeforeAll
    static void start() {
        assumeTrue(Server.isThere(), "there is a PostgreSQL for tests on Linux x86-64 only");
        started = Server.start();
        server().run(
                        "CREATE TYPE kind AS ENUM ('a', 'b')",
                        "CREATE DOMAIN years AS int CHECK (VALUE > 0)",
                        "CREATE TABLE every (i2 smallint, i4 int, i8 bigint, n numeric(12, 3), f4 real, f8 double precision,"
                                + " b boolean, d date, t timestamp, x text, v varchar(9), c char(5), u uuid, k kind, y years)",
                        "INSERT INTO every VALUES (1, 2, 9007199254740993, 1.500, 0.1, 1e-7, true, '2018-06-01',"
                                + " '2018-06-01 12:30:00.25', E'a \"b\",\\n肺', ' v ', 'c', '7c9130bc-9029-4c3f-8a4b-1c2d3e4f5a6b', 'a', 3)",
                        "INSERT INTO every VALUES (NULL, NULL, NULL, 'NaN', 'Infinity', '-Infinity', false, NULL, NULL, '', NULL,"
                                + " NULL, NULL, NULL, NULL)",
                        "CREATE TABLE odd (id int, span interval, tags text[], at timestamptz)",
                        "CREATE TABLE endless (id int, day date)",
                        "INSERT INTO endless VALUES (1, 'infinity'), (2, '0044-03-15 BC'), (3, '2018-06-01')",
                        "CREATE TABLE secret (id int)",
                        "CREATE SEQUENCE counter",
                        "GRANT USAGE ON SEQUENCE counter TO reader",
                        "CREATE SCHEMA trials",
                        "CREATE TABLE trials.\"Sites\" (id int)",
                        "INSERT INTO trials.\"Sites\" SELECT generate_series(1, 5000)",
                        "GRANT USAGE ON SCHEMA trials TO reader",
                        "GRANT SELECT ON every, odd, endless, trials.\"Sites\" TO reader");
    }

    @AfterAll
    static void stop() {
        if (started != null) {
            started.close();
        }
    }

    @Test
    void everyTypeStandsInTheFileAsItWouldInAnyOther() throws IOException {
        assertThat(staged(table("every"))).isEqualTo("""
                        "i2","i4","i8","n","f4","f8","b","d","t","x","v","c","u","k","y"
                        "1","2","9007199254740993","1.500","0.1","1e-07","true","2018-06-01","2018-06-01 12:30:00.25","a ""b"",
                        肺"," v ","c","7c9130bc-9029-4c3f-8a4b-1c2d3e4f5a6b","a","3"
                        "","","","NaN","Infinity","-Infinity","false","","","","","","","",""
                        """);
    }

    @Test
    void aTableHasItsSchemaAndItsCaseAndItsFileIsCalledAfterIt() throws IOException {
        SourceSpec source =
                stage(List.of(source("sites", table("trials.Sites")))).get(0);

        assertThat(Objects.requireNonNull(source.path()).getFileName()).hasToString("registry.trials.Sites");
        assertThat(source.config().formatOf("x.parquet")).isEqualTo(SourceFormat.CSV);
        assertThat(Files.readAllLines(source.path())).hasSize(5001).startsWith("\"id\"", "\"1\"");
    }

    @Test
    void aQueryIsRunByTheServer() throws IOException {
        assertThat(staged(query("SELECT id AS a, id AS a FROM trials.\"Sites\" WHERE id = 7 -- that's it")))
                .isEqualTo("\"a\",\"a\"\n\"7\",\"7\"\n");
        assertThat(staged(query("WITH few AS (SELECT 1 AS id) SELECT * FROM few;")))
                .isEqualTo("\"id\"\n\"1\"\n");
        assertThat(staged(query("SELECT '{fn now()} ?' AS text"))).isEqualTo("\"text\"\n\"{fn now()} ?\"\n");
    }

    @Test
    void sourcesOfOneDatabaseAreReadFromOneSnapshot() throws IOException {
        server().run("CREATE TABLE moving (id int)", "GRANT SELECT ON moving TO reader");
        // the first source waits long enough for a row to be added before the second is read
        Thread other = new Thread(() -> server().run("SELECT pg_sleep(0.5)", "INSERT INTO moving VALUES (1)"));
        other.start();

        List<SourceSpec> sources = stage(List.of(
                source("slow", query("SELECT count(*) AS n, pg_sleep(1.5)::text AS s FROM moving")),
                source("moving", query("SELECT count(*) AS n FROM moving"))));

        assertThat(Files.readString(Objects.requireNonNull(sources.get(0).path())))
                .startsWith("\"n\",\"s\"\n\"0\"");
        assertThat(Files.readString(Objects.requireNonNull(sources.get(1).path())))
                .isEqualTo("\"n\"\n\"0\"\n");
        assertThat(server().value("SELECT count(*) FROM moving")).isEqualTo("1");
    }

    @Test
    void nothingCanBeWritten() {
        String what =
                "error[QUERY_INVALID]: the query of source 'sites' writes, and sources are only read, registry.query";
        assertThat(faults(query("SELECT nextval('counter')"))).containsExactly(what);
        assertThat(faults(query("SELECT set_config('transaction_read_only', 'off', false)")))
                .containsExactly(what);
        assertThat(faults(query("SELECT lo_create(0)"))).containsExactly(what);
        assertThat(faults(query("WITH gone AS (DELETE FROM every RETURNING 1) SELECT * FROM gone")))
                .containsExactly(
                        "error[QUERY_INVALID]: the server refuses the query of source 'sites' (SQLSTATE 0A000),"
                                + " registry.query");
        assertThat(faults(query("SELECT 1) AS a; DROP TABLE every; SELECT * FROM (SELECT 1")))
                .isNotEmpty();
        assertThat(server().value("SELECT count(*) FROM every")).isEqualTo("2");
    }

    @Test
    void everySourceThatCannotBeReadIsNamed() {
        List<Fault> faults = refused(
                databases(server().database("reader", 1), Server.PASSWORD),
                List.of(
                        source("a", table("every")),
                        source("b", table("nowhere")),
                        source("c", table("secret")),
                        source("d", query("SELECT * FROM nowhere")),
                        source("e", query("SELEC 1")),
                        source("f", query("SELECT 1 / 0")),
                        source("g", query("SELECT pg_sleep(5)::text")),
                        source("h", table("odd")),
                        source("i", table("endless"))));

        assertThat(faults.stream().map(fault -> fault.line()).toList())
                .containsExactly(
                        "error[SOURCE_MISSING]: source 'b' is of a table that is not there, registry.nowhere",
                        "error[SOURCE_UNREADABLE]: the user 'reader' may not read source 'c', registry.secret",
                        "error[QUERY_INVALID]: the query of source 'd' names a table that is not there, registry.query",
                        "error[QUERY_INVALID]: the server refuses the query of source 'e' (SQLSTATE 42601), registry.query",
                        "error[QUERY_INVALID]: the server refuses the query of source 'f' (SQLSTATE 22012), registry.query",
                        "error[SOURCE_UNREADABLE]: source 'g' was stopped: the server took longer than 1 seconds, or somebody"
                                + " cancelled it, registry.query",
                        "error[SOURCE_MALFORMED]: source 'h' has a column 'span' of the type interval, which is no number,"
                                + " text, date or time, registry.odd",
                        "error[SOURCE_MALFORMED]: source 'h' has a column 'tags' of the type _text, which is no number, text,"
                                + " date or time, registry.odd",
                        "error[SOURCE_MALFORMED]: source 'h' has a column 'at' of the type timestamptz, which is no number,"
                                + " text, date or time, registry.odd",
                        "error[SOURCE_MALFORMED]: source 'i' has a column 'day' with 2 times that are infinite or not of the"
                                + " years 1 to 9999, registry.endless");
    }

    @Test
    void whoIsNotLetInIsToldWhy() {
        DatabaseConfig good = server().database("reader", 9);

        assertThat(line(good, "wrong"))
                .isEqualTo("error[SOURCE_UNREACHABLE]: database 'registry' refuses the user 'reader' or the password,"
                        + " databases.registry");
        assertThat(line(
                        new DatabaseConfig(
                                "localhost", good.port(), "nowhere", "reader", good.password(), null, null, 9),
                        Server.PASSWORD))
                .isEqualTo("error[SOURCE_UNREACHABLE]: there is no database 'nowhere' at localhost:" + good.port()
                        + ", databases.registry");
        assertThat(line(
                        new DatabaseConfig("localhost", 1, "postgres", "reader", good.password(), null, null, 9),
                        Server.PASSWORD))
                .isEqualTo("error[SOURCE_UNREACHABLE]: database 'registry' does not answer at localhost:1,"
                        + " databases.registry");
        assertThat(line(
                        new DatabaseConfig(
                                "localhost",
                                good.port(),
                                "postgres",
                                "reader",
                                good.password(),
                                null,
                                DatabaseConfig.Tls.VERIFY_FULL,
                                9),
                        Server.PASSWORD))
                .isEqualTo("error[SOURCE_UNREACHABLE]: database 'registry' cannot be reached at localhost:"
                        + good.port() + " with tls: verify_full, databases.registry");
        assertThat(line(good, ""))
                .isEqualTo(
                        "error[CONFIG_INVALID]: the environment variable PASSWORD is not set, databases.registry.password"
                                + " in plimsoll.yml");
    }

    private static Server server() {
        return Objects.requireNonNull(started, "the server runs while tests do");
    }

    private String line(DatabaseConfig config, String password) {
        List<Fault> faults = refused(databases(config, password), List.of(source("sites", table("every"))));
        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).help()).isNotBlank();
        assertThat(faults.get(0).line() + faults.get(0).help()).doesNotContain(Server.PASSWORD);
        return faults.get(0).line();
    }

    private List<String> faults(SourceConfig config) {
        return refused(databases(server().database("reader", 9), Server.PASSWORD), List.of(source("sites", config)))
                .stream()
                .map(fault -> fault.line())
                .toList();
    }

    private List<Fault> refused(PostgresDatabases databases, List<SourceSpec> sources) {
        return assertThatExceptionOfType(PlimsollException.class)
                .isThrownBy(() -> databases.stage(sources, dir))
                .actual()
                .faults();
    }

    private String staged(SourceConfig config) throws IOException {
        return Files.readString(Objects.requireNonNull(
                stage(List.of(source("sites", config))).get(0).path()));
    }

    private List<SourceSpec> stage(List<SourceSpec> sources) {
        return databases(server().database("reader", 9), Server.PASSWORD).stage(sources, dir);
    }

    private static PostgresDatabases databases(DatabaseConfig config, String password) {
        return new PostgresDatabases(Map.of("registry", config), Map.of("PASSWORD", password));
    }

    private static SourceSpec source(String name, SourceConfig config) {
        return new SourceSpec(name, null, config);
    }

    private static SourceConfig table(String name) {
        return new SourceConfig(null, "registry", name, null, null, Map.of(), CsvOptions.USUAL, false);
    }

    private static SourceConfig query(String sql) {
        return new SourceConfig(null, "registry", null, sql, null, Map.of(), CsvOptions.USUAL, false);
    }
}

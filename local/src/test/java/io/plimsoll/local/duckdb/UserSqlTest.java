package io.plimsoll.local.duckdb;

import static io.plimsoll.local.duckdb.Csv.faultOf;
import static io.plimsoll.local.duckdb.Csv.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.data.Dataset;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.read.Sources;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserSqlTest {
    private static final String SECRET = "s3cret";
    private static final String ONE_SELECT = "help: write one SELECT over the names under data.sources";

    @TempDir
    Path dir;

    private Sources sources;

    @BeforeEach
    void read() {
        sources = new Csv(dir).read("id,name,größe\n1," + SECRET + ",1.5\n2,b,2.5\n3,c,3.5\n");
    }

    @AfterEach
    void close() {
        sources.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM sites",
                "SELECT * FROM sites;",
                "SELECT * FROM sites ; \n",
                "  \n SELECT * FROM sites",
                "SELECT * FROM sites -- all of them",
                "SELECT * FROM sites /* all of them */",
                "-- all of them\nSELECT * FROM sites",
                "FROM sites",
                "TABLE sites",
                "(SELECT * FROM sites)",
                "WITH s AS (SELECT * FROM sites) SELECT * FROM s",
                "SELECT * FROM SITES ORDER BY id DESC LIMIT 3",
                "SELECT * FROM sites WHERE name <> ';' AND name <> '--'",
                "SELECT * FROM sites UNION SELECT * FROM sites",
            })
    void takesASelectInAnyForm(String query) {
        Dataset table = sources.select(query, "id");

        assertThat(texts(table, "id")).containsExactly("1", "2", "3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COPY sites TO 'stolen.csv'                   | this is not a SELECT",
                "ATTACH 'stolen.db'                           | this is not a SELECT",
                "INSTALL httpfs                               | this is not a SELECT",
                "LOAD httpfs                                  | this is not a SELECT",
                "SET enable_external_access = true            | this is not a SELECT",
                "PRAGMA database_list                         | this is not a SELECT",
                "CREATE TABLE t AS SELECT 1                   | this is not a SELECT",
                "DROP TABLE sites                             | this is not a SELECT",
                "DELETE FROM sites                            | this is not a SELECT",
                "CALL force_checkpoint()                      | this is not a SELECT",
                "EXPLAIN SELECT 1                             | this is not a SELECT",
                "EXPORT DATABASE 'stolen'                     | this is not a SELECT",
                "SELECT 1; DROP TABLE sites                   | this is not a SELECT",
                "SELECT 1; SELECT 2                           | there is more than one SELECT",
                "-- nothing                                   | there is no SELECT",
                "''                                           | there is no SELECT",
            })
    void takesNothingButOneSelect(String query, String what) {
        Fault fault = faultOf(() -> sources.select(query, "id"));

        assertThat(fault.line()).isEqualTo("error[QUERY_INVALID]: " + what + ", data.query");
        assertThat(fault.advice()).isEqualTo(ONE_SELECT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "read_csv('%s')",
                "read_text('%s')",
                "read_blob('%s')",
                "read_json('%s')",
                "parquet_scan('%s')",
                "parquet_metadata('%s')",
                "sniff_csv('%s')",
                "glob('%s')",
                "read_duckdb('%s')",
                "'%s'",
                "\"%s\"",
                "read_csv('file://%s')",
                "read_csv('http://127.0.0.1/x.csv')",
                "duckdb_extensions()",
                "duckdb_secrets()"
            })
    void readsNoFileBesidesTheSources(String relation) throws Exception {
        Path secret = Files.writeString(dir.resolve("other.csv"), "id\n" + SECRET + "\n");
        String query = "SELECT * FROM " + String.format(Locale.ROOT, relation, secret);

        Fault fault = faultOf(() -> sources.select(query, "id"));

        assertThat(fault.code()).isEqualTo(ErrorCode.QUERY_INVALID);
        assertThat(fault.line() + fault.advice()).doesNotContain(SECRET, "pg_", "plimsoll:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM query('COPY sites TO ''%s''')",
                "SELECT * FROM enable_logging(storage_path = '%s')",
                "SELECT * FROM query('ATTACH ''%s''')",
            })
    void writesNoFile(String query) {
        Path target = dir.resolve("stolen");

        assertThatThrownBy(() -> sources.select(String.format(Locale.ROOT, query, target), "id"))
                .isInstanceOf(PlimsollException.class);
        assertThat(target).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT id FROM sites WHER x       | 1 | 27 | x",
                "SELECT 'größe 🚢' FROM sites WHER x | 1 | 34 | x",
                "SELEC 1                           | 1 | 1  | SELEC",
                "SELECT id;FROM sites;  WHERE AND   | 3 | 9  | AND",
                ";;SELECT (1                       | 3 | 9  | ",
            })
    void pointsAtTheLineAndColumnOfAMistake(String query, int line, int column, String near) {
        Fault fault = faultOf(() -> sources.select(query.replace(';', '\n'), "id"));

        assertThat(fault.where()).isEqualTo("data.query line " + line + " column " + column);
        assertThat(fault.what())
                .startsWith("the SQL is not valid: syntax error at ")
                .contains(near == null ? "" : near);
    }

    @Test
    void saysWhichNamesAreNear() {
        Fault column = faultOf(() -> sources.select("SELECT id,\n nam FROM sites", "id"));
        assertThat(column.line())
                .isEqualTo("error[QUERY_INVALID]: the SQL is not valid: Referenced column \"nam\" not found in FROM"
                        + " clause!, data.query line 2");
        assertThat(column.advice()).startsWith("help: Candidate bindings: ").contains("\"name\"");

        Fault table = faultOf(() -> sources.select("SELECT * FROM site", "id"));
        assertThat(table.line())
                .isEqualTo("error[QUERY_INVALID]: the SQL is not valid: Table with name site does not exist!,"
                        + " data.query line 1");
        assertThat(table.advice()).isEqualTo("help: Did you mean \"sites\"?");
    }

    @Test
    void offersNoInnerNamesWhereNoneOfTheUsersIsNear() {
        Fault fault = faultOf(() -> sources.select("SELECT * FROM pg_setting", "id"));

        assertThat(fault.advice()).isEqualTo(ONE_SELECT + "; files and settings cannot be reached from it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id,\n CAST(name AS INTEGER) AS n FROM sites",
                "SELECT id,\n name::DATE AS n FROM sites",
                "SELECT id, strptime(name, '%Y') AS n FROM sites",
                "SELECT id, error(name) AS n FROM sites",
                "SELECT id, ([name]::INTEGER[])[1] AS n FROM sites",
                "SELECT id, regexp_matches('a', name || '(') AS n FROM sites",
                "SELECT id, name::ENUM('x') AS n FROM sites",
                "SELECT id, name::JSON::VARCHAR AS n FROM sites",
            })
    void saysNothingOfTheDataThatItFailsOn(String query) {
        PlimsollException failure = failureOf(() -> sources.select(query, "id"));
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));

        assertThat(trace.toString()).doesNotContain(SECRET);
        assertThat(failure.faults().get(0).what()).matches("the SQL fails on the data \\([A-Za-z ]+ Error\\)");
        assertThat(failure.faults().get(0).advice())
                .isEqualTo(
                        "help: a value does not fit what the SQL does with it; TRY_CAST gives NULL where CAST fails");
    }

    @Test
    void namesTheLineOnWhichACastFails() {
        Fault fault = faultOf(() -> sources.select("SELECT id,\n CAST(name AS INTEGER) AS n\nFROM sites", "id"));

        assertThat(fault.line())
                .isEqualTo("error[QUERY_INVALID]: the SQL fails on the data (Conversion Error), data.query line 2");
    }

    @Test
    void refusesTypesThatNoColumnMayHave() {
        assertThat(Csv.faultsOf(() -> sources.select(
                        "SELECT id, [1.5] AS list, {'a': 1} AS struct, INTERVAL 1 DAY AS span, id AS ID, now() AS t FROM sites",
                        "id")))
                .extracting(Fault::line)
                .containsExactly(
                        "error[QUERY_INVALID]: column 'list' has the type DECIMAL(2,1)[], data.query",
                        "error[QUERY_INVALID]: column 'struct' has the type STRUCT(a INTEGER), data.query",
                        "error[QUERY_INVALID]: column 'span' has the type INTERVAL, data.query",
                        "error[QUERY_INVALID]: the query gives the column 'id' twice, data.query",
                        "error[QUERY_INVALID]: column 't' has the type TIMESTAMP WITH TIME ZONE, data.query");
    }

    private static PlimsollException failureOf(ThrowingCallable call) {
        return assertThatExceptionOfType(PlimsollException.class)
                .isThrownBy(call)
                .actual();
    }
}

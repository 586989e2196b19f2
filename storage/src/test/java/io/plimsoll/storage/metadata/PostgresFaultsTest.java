package io.plimsoll.storage.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.storage.postgresql.Server;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresFaultsTest {
    private final PostgresPlace place = Server.place(5432, "plimsoll");
    private final PostgresFaults faults = new PostgresFaults(place);

    @ParameterizedTest
    @CsvSource({
        "08006, STORAGE, does not answer",
        "57P01, STORAGE, does not answer",
        "57P03, STORAGE, takes no connection",
        "53300, STORAGE, takes no connection",
        "28P01, STORAGE, refuses the user",
        "3D000, STORAGE, there is no database",
        "55P03, STORAGE, another process",
        "42501, STORAGE, may not do in schema",
        "25006, STORAGE, takes no changes now",
        "53100, STORAGE, disk of the workspace's database is full",
        "42883, WORKSPACE_INCOMPATIBLE, older than PostgreSQL 13",
        "57014, STORAGE, was told to stop",
        "23503, STORAGE, SQLSTATE 23503"
    })
    void saysWhatIsWrongWithoutAWordOfSqlOrAValue(String state, ErrorCode code, String words) {
        SQLException e = new SQLException("insert into models violates key (name)=(lung)", state);

        for (Fault fault :
                List.of(faults.of(e).faults().get(0), faults.unknown(e).faults().get(0))) {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.what()).contains(words);
            assertThat(fault.where()).isEqualTo("databases.results, schema plimsoll");
            assertThat(fault.help()).isNotEmpty();
            assertThat((fault.line() + fault.advice()).toLowerCase(Locale.ROOT))
                    .doesNotContain("insert", "lung", "correct horse");
        }
    }

    @Test
    void saysWhatFlywayMetWithoutAWordOfFlyway() {
        SQLException full = new SQLException("insert into flyway_schema_history", "53100");

        assertThat(faults.of(new FlywayException("Unable to migrate", full)).getMessage())
                .contains("is full")
                .doesNotContain("flyway");
        assertThat(faults.of(new FlywayException("Validate failed")).code()).isEqualTo(ErrorCode.STORAGE);
    }
}

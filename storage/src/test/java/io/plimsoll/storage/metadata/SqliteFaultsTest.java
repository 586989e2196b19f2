package io.plimsoll.storage.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteFaultsTest {
    private static final Path FILE = Path.of("/w/plimsoll.db");
    private final SqliteFaults faults = new SqliteFaults(FILE);

    @ParameterizedTest
    @CsvSource({
        "5, STORAGE, another process",
        "6, STORAGE, another process",
        "8, STORAGE, cannot be opened for writing",
        "14, STORAGE, cannot be opened for writing",
        "13, STORAGE, the disk is full",
        "10, STORAGE, the disk did not do",
        "1034, STORAGE, the disk did not do",
        "11, STORAGE, damaged",
        "26, WORKSPACE_INCOMPATIBLE, not a database",
        "1, STORAGE, error 1",
        "2067, STORAGE, error 2067"
    })
    void saysWhatIsWrongWithoutAWordOfSql(int number, ErrorCode code, String words) {
        SQLException e = new SQLException("near \"select\": insert into models values ('lung')", "", number);

        for (Fault fault :
                List.of(faults.of(e).faults().get(0), faults.unknown(e).faults().get(0))) {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.what()).contains(words);
            assertThat(fault.where()).isEqualTo(FILE.toString());
            assertThat(fault.help()).isNotEmpty();
            assertThat((fault.line() + fault.advice()).toLowerCase(Locale.ROOT))
                    .doesNotContain("select", "insert", "lung");
        }
    }

    @Test
    void saysWhatFlywayMetWithoutAWordOfFlyway() {
        SQLException full = new SQLException("insert into flyway_schema_history", "", 13);

        assertThat(faults.of(new FlywayException("Unable to migrate", full)).getMessage())
                .contains("the disk is full")
                .doesNotContain("flyway");
        assertThat(faults.of(new FlywayException("Validate failed")).code()).isEqualTo(ErrorCode.STORAGE);
    }
}

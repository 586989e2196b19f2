package io.plimsoll.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    @ParameterizedTest
    @CsvSource({
        // Berlin is an hour ahead of UTC in winter and two in summer
        "0 6 * * MON, Europe/Berlin, 2026-01-05T04:59:59.999Z, 2026-01-05T05:00:00Z",
        "0 6 * * MON, Europe/Berlin, 2026-01-05T05:00:00Z, 2026-01-12T05:00:00Z",
        "0 6 * * MON, Europe/Berlin, 2026-07-05T00:00:00Z, 2026-07-06T04:00:00Z",
        "0 6 * * 1, UTC, 2026-01-05T00:00:00Z, 2026-01-05T06:00:00Z",
        "0 6 * * FRI, UTC, 2026-01-05T00:00:00Z, 2026-01-09T06:00:00Z",
        "0 6 * * fri, UTC, 2026-01-05T00:00:00Z, 2026-01-09T06:00:00Z",
        "0 6 1 apr *, UTC, 2026-01-05T00:00:00Z, 2026-04-01T06:00:00Z",
        "*/15 * * * *, UTC, 2026-01-05T00:01:00Z, 2026-01-05T00:15:00Z",
        "0 0 29 2 *, UTC, 2026-01-05T00:00:00Z, 2028-02-29T00:00:00Z",
        // the clock is put forward from 2 to 3: half past two does not come that night
        "30 2 * * *, Europe/Berlin, 2026-03-28T12:00:00Z, 2026-03-30T00:30:00Z",
        // and back from 3 to 2: half past two comes twice, and is run once
        "30 2 * * *, Europe/Berlin, 2026-10-24T12:00:00Z, 2026-10-25T00:30:00Z",
        "30 2 * * *, Europe/Berlin, 2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z",
    })
    void comesByTheClockOfItsPlace(String cron, String zone, Instant after, Instant next) {
        assertThat(Schedule.of(cron, zone, Missed.SKIP).next(after)).contains(next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "never",
                "* * * *",
                "0 0 6 * * MON",
                "60 6 * * *",
                "0 24 * * *",
                "0 6 32 * *",
                "0 6 * * FUNDAY",
                "0 0 30 2 *",
                "@daily"
            })
    void thatNobodyCanReadOrThatNeverComesIsRefused(String cron) {
        assertThatExceptionOfType(PlimsollException.class)
                .isThrownBy(() -> Schedule.of(cron, "UTC", Missed.SKIP))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.USAGE));
    }

    @Test
    void isInAZoneThatIsKnown() {
        assertThatExceptionOfType(PlimsollException.class)
                .isThrownBy(() -> Schedule.of("0 6 * * *", "Europe/Berln", Missed.SKIP))
                .withMessageContaining("did you mean 'Europe/Berlin'?");
        assertThatIllegalArgumentException().isThrownBy(() -> new Schedule("0 6 * * *", "Mars", Missed.SKIP));
    }

    @Test
    void goesThroughJsonWithAllSettings() throws Exception {
        EndpointSettings settings = new EndpointSettings(
                Concurrency.CANCEL_OLDER,
                7,
                new Retries(5, 1),
                Schedule.of("0 6 * * MON", "Europe/Berlin", Missed.RUN_ONCE),
                1L << 30,
                60L);

        assertThat(settings.text())
                .isEqualTo("{\"concurrency\":\"cancel-older\",\"memory_bytes\":1073741824,\"priority\":7,"
                        + "\"retries\":{\"back_off_seconds\":1,\"most\":5},"
                        + "\"schedule\":{\"cron\":\"0 6 * * MON\",\"missed\":\"run-once\",\"zone\":\"Europe/Berlin\"},"
                        + "\"timeout_seconds\":60}");
        assertThat(EndpointSettings.read(settings.text())).isEqualTo(settings);
        assertThat(EndpointSettings.read(EndpointSettings.USUAL.text())).isEqualTo(EndpointSettings.USUAL);
    }

    @Test
    void retriesWaitTwiceAsLongEachTimeAndAnHourAtMost() {
        Retries retries = new Retries(3, 30);

        assertThat(List.of(retries.before(1), retries.before(2), retries.before(3)))
                .containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(120));
        assertThat(new Retries(10, 3_600).before(10)).isEqualTo(Duration.ofHours(1));
        assertThat(retries.allows(2)).isTrue();
        assertThat(retries.allows(3)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Retries(11, 1));
    }

    @Test
    void settingsHaveTheirLimits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EndpointSettings(Concurrency.QUEUE, 101, Retries.USUAL, null, null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EndpointSettings(Concurrency.QUEUE, 0, Retries.USUAL, null, 1L, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EndpointSettings(Concurrency.QUEUE, 0, Retries.USUAL, null, null, 0L));
    }
}

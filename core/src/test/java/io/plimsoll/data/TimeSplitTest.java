package io.plimsoll.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.data.TimeSplit.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeSplitTest {
    @ParameterizedTest
    @CsvSource({
        "2018,                INTEGER,   1,    2018,                       2017.0",
        "2018.5,              NUMBER,    0.5,  2018.5,                     2018.0",
        "-3,                  INTEGER,   0,    -3,                         -3.0",
        "2018-03-01,          DATE,      1,    2018-03-01,                 2018-02-28",
        "2020-03-01,          DATE,      366,  2020-03-01,                 2019-03-01",
        "2018-06-01,          TIMESTAMP, 0,    2018-06-01 00:00:00.000000, 2018-06-01 00:00:00.000000",
        "2018-06-01 12:30:00, TIMESTAMP, 2,    2018-06-01 12:30:00.000000, 2018-05-30 12:30:00.000000",
        "2018-06-01T12:30,    TIMESTAMP, 0,    2018-06-01 12:30:00.000000, 2018-06-01 12:30:00.000000",
    })
    void theLineLiesInTheColumnsOwnUnit(String from, ColumnType type, double gap, String judged, String trained) {
        assertThat(new TimeSplit(from, "year", gap, "trial").line(type)).contains(new Line(type, judged, trained));
    }

    @ParameterizedTest
    @CsvSource({
        "2018,                DATE,      0",
        "2018,                TIMESTAMP, 0",
        "2018,                TEXT,      0",
        "2018,                BOOLEAN,   0",
        "2018-06-01,          INTEGER,   0",
        "2018-06-01,          NUMBER,    0",
        "2018-06-01,          TEXT,      0",
        "2018-06-01 12:30:00, DATE,      0",
        "2018-06-01,          DATE,      0.5",
        "2018-06-01,          TIMESTAMP, 1.5",
    })
    void aTimeOfAnotherKindThanTheColumnIsNone(String from, ColumnType type, double gap) {
        assertThat(new TimeSplit(from, "year", gap, "trial").line(type)).isEmpty();
    }

    @Test
    void knowsATimeWithoutAColumn() {
        assertThat(new String[] {"2018", "-1.5", "2018-06-01", "2018-06-01 12:00:00", "2018-06-01T12:00"})
                .allMatch(TimeSplit::isTime);
        assertThat(new String[] {"soon", "", "2018-13-01", "2018-02-30", "1 June 2018", "NaN", "true"})
                .noneMatch(TimeSplit::isTime);
    }
}

package io.plimsoll.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnSummaryTest {
    @Test
    void countsWhatIsThereAndTheShareOfWhatIsNot() {
        ColumnSummary summary = new ColumnSummary(8, 2, 3, 0, 1, 5);

        assertThat(summary.present()).isEqualTo(6);
        assertThat(summary.missingShare()).isEqualTo(0.25);
    }

    @Test
    void nothingIsMissingFromNoRows() {
        assertThat(new ColumnSummary(0, 0, 0, 0, Double.NaN, Double.NaN).missingShare())
                .isZero();
    }

    @Test
    void numbersAndBooleansAreNumeric() {
        assertThat(ColumnType.values())
                .filteredOn(ColumnType::isNumeric)
                .containsExactly(ColumnType.INTEGER, ColumnType.NUMBER, ColumnType.BOOLEAN);
    }
}

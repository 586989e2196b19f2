package io.plimsoll.cli.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvTableTest {
    private final StringBuilder out = new StringBuilder();
    private final CsvTable table = begun();

    @Test
    void writesCellsInTheOrderOfTheColumnsAndQuotesWhereNeeded() throws IOException {
        table.append(Map.of("b", "", "a", "plain"));
        table.append(Map.of("a", "with, comma", "b", "with \"quotes\""));

        assertThat(out).hasToString("a,b\nplain,\n\"with, comma\",\"with \"\"quotes\"\"\"\n");
    }

    @Test
    void refusesARowThatDoesNotFit() {
        assertThatThrownBy(() -> table.append(Map.of("a", "1"))).hasMessage("1 cells for 2 columns");
        assertThatThrownBy(() -> table.append(Map.of("a", "1", "c", "2"))).hasMessage("no cell for column b");
    }

    private CsvTable begun() {
        try {
            return CsvTable.begun(List.of("a", "b"), out);
        } catch (IOException e) {
            throw new AssertionError("a string builder cannot fail", e);
        }
    }
}

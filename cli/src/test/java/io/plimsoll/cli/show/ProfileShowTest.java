package io.plimsoll.cli.show;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.data.ColumnFigures;
import io.plimsoll.data.ColumnType;
import io.plimsoll.data.DatasetProfile;
import io.plimsoll.data.Level;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileShowTest {
    @Test
    void drawsOneBarForEachBinThatHasRows() {
        assertThat(ProfileShow.bars(List.of(8L, 0L, 4L, 1L, 0L))).isEqualTo("█ ▅▂");
        assertThat(ProfileShow.bars(List.of())).isEqualTo("-");
    }

    @Test
    void showsTheMostFrequentLevelsOnOneLine() {
        ColumnFigures land = new ColumnFigures(
                "land",
                ColumnType.TEXT,
                25,
                4,
                null,
                List.of(new Level("DE", 50), new Level("a\nb", 13), new Level("x".repeat(30), 7), new Level("z", 5)));
        ColumnFigures key = new ColumnFigures("id", ColumnType.TEXT, 0, 100, null, List.of());

        String text = new ProfileShow(Style.plain()).text(new DatasetProfile(1, 100, List.of(land, key)));

        assertThat(text)
                .contains("DE 50%, a b 13%, " + "x".repeat(19) + "… 7%, …")
                .contains("25%");
        assertThat(text.lines().filter(line -> line.startsWith("id")))
                .singleElement()
                .asString()
                .endsWith("-");
    }
}

package io.plimsoll.local.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvLinesTest {
    @TempDir
    Path dir;

    /** In the content an N stands for a line feed and an R for a carriage return. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'a,bN1,2N3N',                 1, 1",
                "'a,bN1,2N3N',                 3, 3",
                "'a,bRN1,2RN3RN',              3, 3",
                "'a,bR1,2R3R',                 3, 3",
                "'a,bNN3N',                    3, 3",
                "'\"aNx\",bN1,2N3N',           2, 3",
                "'a,bN\"1N1N1\",2N3N',         3, 5",
                "'a,bRN\"1RN1\",2RN3',         3, 4",
                "'a,bN\"say \"\"xN\"\"\",2N3', 3, 4",
                "'a,bNsize 5\",2N3,4N5',       4, 4",
                "'a,bN\"\",\"\"N3',            3, 3",
            })
    void findsTheLineOnWhichARowBegins(String content, long row, long line) throws IOException {
        String text = content.replace('N', '\n').replace('R', '\r');

        assertThat(CsvLines.lineOf(Files.writeString(dir.resolve("x.csv"), text), row))
                .isEqualTo(line);
    }
}

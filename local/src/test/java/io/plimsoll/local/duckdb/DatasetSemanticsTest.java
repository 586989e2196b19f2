package io.plimsoll.local.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.data.ContentHash;
import io.plimsoll.data.Dataset;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which differences between files are differences of content. */
class DatasetSemanticsTest {
    private static final String BASE = "id,x\n1,a\n2,b\n";

    @TempDir
    Path dir;

    private Csv csv;

    @BeforeEach
    void csv() {
        csv = new Csv(dir);
    }

    /** In each file an N stands for a line feed. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            value = {
                "'id,xN1,aN2,N'      | 'id,xN1,aN2,\"\"N'      | true  | blank is missing, quoted or not",
                "'id,xN1,aN2,N'      | 'id,xN1,aN2, N'         | false | a space is a text",
                "'id,xN1,1N2,2N'     | 'id,xN1,1.0N2,2N'       | true  | a whole number is one, however it is written",
                "'id,xN1,1.0N2,2.5N' | 'id,xN1,1N2,2.50N'      | true  | a number is its value, however it is written",
                "'id,xN1,1N2,2N'     | 'id,xN1,\"1\"N2,\"2\"N' | true  | quotes do not make a text of a number",
                "'id,xN1,aN2,bN'     | 'id,xN1,\"a\"N2,bN'     | true  | quotes are not content",
                "'id,xN1,aN2,bN'     | 'id,xN1,aN2,BN'         | false | case is content",
                "'id,xN1,0.5N2,1N'   | 'id,xN1,0.5N2,1e0N'     | true  | nor is the exponent",
                "'id,xN1,0N2,0.5N'   | 'id,xN1,-0.0N2,0.5N'    | true  | zero has no sign",
                "'id,xN1,aN2,bN'     | 'id,yN1,aN2,bN'         | false | a name is content",
                "'id,xN1,aN2,bN'     | 'id,xN1,aN3,bN'         | false | a key is content",
            })
    void sameContentSameHash(String one, String other, boolean same, String why) {
        String hash = hashOf(one.replace('N', '\n'));
        String otherHash = hashOf(other.replace('N', '\n'));

        assertThat(hash.equals(otherHash)).as(why).isEqualTo(same);
    }

    @Test
    void aWholeNumberIsTheSameCategoryInEitherType() {
        Dataset integers = csv.table("id,x\n1,1\n2,2\n");
        Dataset numbers = csv.table("id,x\n1,1.0\n2,2.0\n");

        assertThat(integers.levels("x")).isEqualTo(numbers.levels("x"));
    }

    @Test
    void whatTheQueryMakesIsTheContentAndNotTheFile() {
        String hash = hashOf(BASE);

        assertThat(ContentHash.of(csv.table("id,x,more\n1,a,7\n2,b,8\n", "SELECT x, id FROM sites")))
                .isEqualTo(hash);
        assertThat(ContentHash.of(csv.table(BASE + "3,c\n", "SELECT * FROM sites WHERE id < 3")))
                .isEqualTo(hash);
        assertThat(ContentHash.of(
                        csv.table(BASE, "SELECT id::BIGINT AS id, x::VARCHAR AS x FROM sites ORDER BY id DESC")))
                .isEqualTo(hash);
    }

    private String hashOf(String content) {
        return ContentHash.of(csv.table(content));
    }
}

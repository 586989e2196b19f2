package io.plimsoll.local.duckdb;

import static io.plimsoll.local.duckdb.Csv.faultOf;
import static io.plimsoll.local.duckdb.Csv.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.data.Dataset;
import io.plimsoll.data.Filter;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.read.Sources;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserConditionTest {
    private static final String SECRET = "s3cret";

    @TempDir
    Path dir;

    private Sources sources;
    private Dataset table;

    @BeforeEach
    void read() {
        sources = new Csv(dir).read("id,name,größe\n1," + SECRET + ",1.5\n2,b,2.5\n3,c,3.5\n");
        table = sources.select("SELECT * FROM sites", "id");
    }

    @AfterEach
    void close() {
        sources.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "größe > 2                           | 2 3",
                "größe > 2 -- of some size           | 2 3",
                "größe > 2 /* of some size */        | 2 3",
                "id = 1 OR id = 3                    | 1 3",
                "(id = 1) OR (id = 3)                | 1 3",
                "id IN (SELECT max(id) FROM sites)   | 3",
                "name IS NOT NULL                    | 1 2 3",
                "NULL                                | ''",
                "(SELECT id = 1)                     | 1",
            })
    void filtersByACondition(String condition, String ids) {
        Dataset kept = table.where(new Filter.Condition(condition));

        assertThat(String.join(" ", texts(kept, "id"))).isEqualTo(ids);
        assertThat(kept.rows()).isEqualTo(texts(kept, "id").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id = 1) OR (id = 3",
                "1 = 1) UNION SELECT * FROM sites WHERE (1 = 1",
                "SELECT id = 1) UNION SELECT false WHERE (1 = 0",
                "SELECT true",
                "1 = 1)) UNION SELECT * FROM sites WHERE ((1 = 1",
                "1 = 1) ORDER BY (id",
                "1 = 1) LIMIT (1",
                "1 = 1) GROUP BY ALL --",
                "1 = 1); DROP TABLE sites; --",
                "1 = 1; DROP TABLE sites",
                "1 = 1; SELECT 2",
                "(1 = 1",
                "1 = 1)",
                "1 = 1 /*",
                "1 = 1 --\n)",
                "'",
                "\"",
                "$$",
                "",
                "-- nothing",
                "1 = 1 ORDER BY id",
            })
    void aConditionEndsWhereItEnds(String condition) {
        Fault fault = faultOf(() -> table.where(new Filter.Condition(condition)));

        assertThat(fault.code()).isEqualTo(ErrorCode.QUERY_INVALID);
        assertThat(fault.what())
                .matches("the SQL is not valid: .*|this is not a condition|there is more than one condition");
        assertThat(fault.where()).startsWith("train_where");
        assertThat(fault.help()).isEqualTo("write one condition over the columns of the modelling table");
        assertThat(texts(table, "id")).containsExactly("1", "2", "3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "größe >            | the SQL is not valid: syntax error at | train_where line 1 column 7",
                "größe > 1;AND AND  | the SQL is not valid: syntax error at | train_where line 2 column 5",
                "größ > 1           | the SQL is not valid: Referenced column | train_where line 1",
                "id > 1;AND größ > 1| the SQL is not valid: Referenced column | train_where line 2",
                "CAST(name AS INTEGER) > 1 | the SQL fails on the data (Conversion Error) | train_where line 1",
                "name               | the SQL fails on the data (Conversion Error) | train_where",
            })
    void saysWhatIsWrongWithACondition(String condition, String what, String where) {
        Fault fault = faultOf(() -> table.where(new Filter.Condition(condition.replace(';', '\n'))));

        assertThat(fault.what()).startsWith(what).doesNotContain(SECRET, "plimsoll:");
        assertThat(fault.where()).startsWith(where);
    }

    @Test
    void aRuleFindsTheRowsForWhichItIsFalseAndNotThoseForWhichItIsUnknown() {
        Dataset rows = new Csv(dir).table("id,x\n1,5\n2,\n3,15\n");

        Dataset broken = rows.where(new Filter.Broken("x < 10 OR\n x IS NULL AND false", "data.rules.small"));

        assertThat(texts(broken, "id")).containsExactly("3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x <", "nothing > 1", "x < 1) OR (1 = 1", "x < 1; DROP TABLE t", "(SELECT 1"})
    void aRuleThatIsNoConditionIsRefusedWhereItStands(String rule) {
        Dataset rows = new Csv(dir).table("id,x\n1,5\n");

        Fault fault = faultOf(() -> rows.where(new Filter.Broken(rule, "data.rules.small")));

        assertThat(fault.code()).isEqualTo(ErrorCode.QUERY_INVALID);
        assertThat(fault.where()).startsWith("data.rules.small");
    }

    @Test
    void aConditionIsAskedOnce() {
        Dataset kept =
                new Csv(dir).table("id,x\n" + "1,2\n".repeat(1000)).where(new Filter.Condition("random() < 0.5"));

        assertThat(texts(kept, "id")).hasSize((int) kept.rows());
        assertThat(kept.summary("id").rows()).isEqualTo(kept.rows());
    }
}

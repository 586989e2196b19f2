package io.plimsoll.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.ModelConfig.Weight;
import io.plimsoll.data.MemoryDataset;
import io.plimsoll.data.Roles;
import io.plimsoll.transform.Encoding;
import io.plimsoll.transform.FeatureEncoder;
import io.plimsoll.transform.FittedTransform;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EncodedRowsTest {
    private static final Roles ROLES = new Roles("id", "trial", "y");
    private static final FittedTransform TRANSFORM = new FittedTransform(
            List.of(new Encoding.Numeric("x", 9f)),
            List.of(new Encoding.OneHot(
                    "land", List.of("IT", "中国"), List.of(), false, true, Encoding.Unseen.ALL_ZEROS)));
    private static final FeatureEncoder ENCODER = TRANSFORM.encoder(MeanTrainer.NO_MATH);
    private static final MemoryDataset TABLE = MemoryDataset.of(
                    "y:NUMBER", "land:TEXT", "id:INTEGER", "trial:TEXT", "x:INTEGER", "unused:DATE")
            .with(0.5, "IT", 1L, "t1", 3L, null)
            .with(1.5, null, 2L, "t2", null, null)
            .with(2.5, "中国", 3L, "t2", 4L, null);

    @Test
    void haveOneEntryARowInTheOrderOfTheTable() {
        EncodedRows rows = EncodedRows.read(TABLE, ROLES, ENCODER, Weight.GROUP);

        assertThat(rows.rows()).isEqualTo(3);
        assertThat(rows.features())
                .containsExactly(
                        3, 1, 0, 0, //
                        9, 0, 0, 1, //
                        4, 0, 1, 0);
        assertThat(rows.key()).containsExactly("1", "2", "3");
        assertThat(rows.group()).containsExactly("t1", "t2", "t2");
        assertThat(rows.target()).containsExactly(0.5, 1.5, 2.5);
        assertThat(rows.weight()).containsExactly(1.5, 0.75, 0.75);
    }

    @Test
    void aKeyMayBeItsOwnGroup() {
        EncodedRows rows = EncodedRows.read(TABLE, new Roles("id", "id", "y"), ENCODER, Weight.NONE);

        assertThat(rows.group()).containsExactly("1", "2", "3");
    }

    @Property(tries = 20)
    void doNotDependOnBatches(@ForAll @IntRange(min = 1, max = 4) int size) {
        EncodedRows rows = EncodedRows.read(TABLE.inBatchesOf(size), ROLES, ENCODER, Weight.NONE);
        EncodedRows whole = EncodedRows.read(TABLE, ROLES, ENCODER, Weight.NONE);

        assertThat(rows.features()).isEqualTo(whole.features());
        assertThat(rows.target()).isEqualTo(whole.target());
        assertThat(rows.key()).isEqualTo(whole.key());
    }
}

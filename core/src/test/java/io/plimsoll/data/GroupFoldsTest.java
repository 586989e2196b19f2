package io.plimsoll.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.canonical.CanonicalJson;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GroupFoldsTest {
    @Property(tries = 300)
    void everyGroupIsInExactlyOneFold(
            @ForAll String salt, @ForAll String group, @ForAll @IntRange(min = 2, max = 50) int folds) {
        GroupFolds deal = new GroupFolds("trial", salt, folds);

        assertThat(deal.each()).hasSize(folds);
        assertThat(deal.each().stream().filter(turn -> turn.holdsOut(group))).hasSize(1);
    }

    @Property(tries = 300)
    void noGroupIsHeldOutInTheEnd(@ForAll String group) {
        assertThat(new GroupFolds("trial", "salt", 5).holdsOut(group)).isFalse();
    }

    @Test
    void foldsAreAboutAsLarge() {
        GroupFolds deal = new GroupFolds("trial", "salt", 5);
        Map<Integer, Integer> sizes = new HashMap<>();
        for (int i = 0; i < 5000; i++) {
            String group = "t" + i;
            deal.each().stream()
                    .filter(turn -> turn.holdsOut(group))
                    .forEach(turn -> sizes.merge(turn.fold(), 1, Integer::sum));
        }

        assertThat(sizes.values())
                .hasSize(5)
                .allSatisfy(size -> assertThat(size).isBetween(900, 1100));
    }

    @Test
    void everyKindComesBackFromItsJson() throws IOException {
        for (Partition partition : new Partition[] {
            new GroupFolds("trial", "salt", 5),
            new GroupHash("trial", "salt", 0.2),
            new HeldValue("fold", "5"),
            new TimeSplit("2018", "year", 1, "trial")
        }) {
            String json = CanonicalJson.text(partition);

            assertThat(CanonicalJson.read(json, Partition.class)).as(json).isEqualTo(partition);
        }
    }
}

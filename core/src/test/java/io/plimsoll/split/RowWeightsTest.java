package io.plimsoll.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.config.ModelConfig.Weight;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class RowWeightsTest {
    @Test
    void rowsCountOnceUnlessGroupsDo() {
        String[] groups = {"a", "b", "b", "b"};

        assertThat(RowWeights.of(Weight.NONE, groups)).containsExactly(1, 1, 1, 1);
        assertThat(RowWeights.of(Weight.GROUP, groups)).containsExactly(2, 2 / 3.0, 2 / 3.0, 2 / 3.0);
    }

    @Test
    void noRowsHaveNoWeights() {
        assertThat(RowWeights.of(Weight.GROUP, new String[0])).isEmpty();
    }

    @Property
    void everyGroupCountsAlikeAndRowsOneOnAverage(
            @ForAll @NotEmpty List<@StringLength(1) @CharRange(from = 'a', to = 'e') String> names) {
        String[] groups = names.toArray(String[]::new);
        double[] weights = RowWeights.of(Weight.GROUP, groups);

        Map<String, Double> sums = new LinkedHashMap<>();
        for (int i = 0; i < groups.length; i++) {
            sums.merge(groups[i], weights[i], Double::sum);
        }
        double each = groups.length / (double) sums.size();
        assertThat(sums.values()).allSatisfy(sum -> assertThat(sum).isCloseTo(each, within(1e-9)));
        assertThat(Arrays.stream(weights).average().orElseThrow()).isCloseTo(1, within(1e-12));
    }
}

package io.plimsoll.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.metric.Draws;
import io.plimsoll.metric.Groups;
import io.plimsoll.metric.Metered;
import io.plimsoll.metric.ScoredRows;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PoissonDrawsTest {
    private static final int GROUPS = 2_000;
    private static final int REPLICATES = 400;

    @Test
    void areAsFrequentAsPoissonsLawSays() {
        int[] seen = new int[10];
        for (byte count : draws(7, GROUPS).counts()) {
            seen[count]++;
        }

        double all = (double) GROUPS * REPLICATES;
        double expected = Math.exp(-1);
        for (int k = 0; k < 6; k++) {
            expected /= Math.max(1, k);
            assertThat(seen[k] / all).as("count " + k).isCloseTo(expected, within(5 * Math.sqrt(expected / all)));
        }
    }

    @Test
    void ofTwoGroupsOrTwoReplicatesHaveNothingToDoWithEachOther() {
        byte[] counts = draws(7, GROUPS).counts();
        double neighbours = 0;
        double replicates = 0;
        for (int i = 0; i + REPLICATES < counts.length; i++) {
            replicates += (counts[i] - 1) * (counts[i + 1] - 1);
            neighbours += (counts[i] - 1) * (counts[i + REPLICATES] - 1);
        }

        assertThat(replicates / counts.length).isCloseTo(0, within(5 / Math.sqrt(counts.length)));
        assertThat(neighbours / counts.length).isCloseTo(0, within(5 / Math.sqrt(counts.length)));
    }

    @Test
    void ofAGroupFollowFromSeedAndNameAlone() {
        Groups few = groups(10);
        Groups many = groups(GROUPS);
        Draws ofFew = new PoissonDraws(few, 7).of(0, 8);
        Draws ofMany = new PoissonDraws(many, 7).of(0, 16);

        for (int row = 0; row < 10; row++) {
            for (int replicate = 0; replicate < 8; replicate++) {
                assertThat(ofFew.counts()[few.ofRow()[row] * 8 + replicate])
                        .isEqualTo(ofMany.counts()[many.ofRow()[row] * 16 + replicate]);
            }
        }
        assertThat(new PoissonDraws(few, 7).of(8, 8).counts()).isNotEqualTo(ofFew.counts());
        assertThat(new PoissonDraws(few, 8).of(0, 8).counts()).isNotEqualTo(ofFew.counts());
    }

    private static Draws draws(long seed, int groups) {
        return new PoissonDraws(groups(groups), seed).of(0, REPLICATES);
    }

    private static Groups groups(int count) {
        ScoredRows rows = Metered.rows(new double[count], new double[count]);
        assertThat(IntStream.of(Groups.of(rows).ofRow()).distinct()).hasSize(count);
        return Groups.of(rows);
    }
}

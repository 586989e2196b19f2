package io.plimsoll.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.interval.Resampling;
import io.plimsoll.metric.Metered;
import io.plimsoll.metric.Metering;
import io.plimsoll.metric.StandardMetric;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows in forty groups a land; the candidate is off by about 2 everywhere but where a test says more. */
class SlicedRuleTest {
    private static final int A_LAND = 40;

    @Test
    void aSliceOnTheWrongSideFailsAndIsNamed() {
        Finding finding = judge(slice(30), errors(2, 2, 6), "IT", "FR", "US");

        assertThat(finding.result()).isEqualTo(Result.FAIL);
        assertThat(finding.code()).isEqualTo(FindingCode.SLICE_FAILED);
        assertThat(finding.slices()).extracting(SliceFinding::value).containsExactly("FR", "IT", "US");
        assertThat(finding.slices())
                .extracting(SliceFinding::result)
                .containsExactly(Result.PASS, Result.PASS, Result.FAIL);
        assertThat(finding.explanation())
                .isEqualTo("3 slices of 'land' judged, 0 not, 1 on the wrong side of the line");
    }

    @Test
    void slicesThatAreAllRightPass() {
        Finding finding = judge(slice(30), errors(2, 2, 2), "IT", "FR", "US");

        assertThat(finding.result()).isEqualTo(Result.PASS);
        assertThat(finding.estimateMeets()).isTrue();
    }

    @Test
    void smallSlicesAreListedAsNotJudged() {
        Finding finding = judge(slice(A_LAND + 1), errors(2, 9), "IT", "FR");

        assertThat(finding.result()).isEqualTo(Result.INCONCLUSIVE);
        assertThat(finding.code()).isEqualTo(FindingCode.SLICES_TOO_SMALL);
        assertThat(finding.slices()).extracting(SliceFinding::p).containsOnlyNulls();
        assertThat(finding.estimateMeets()).isFalse();
    }

    @Test
    void tooFewGroupsAltogetherAreInconclusiveAsForAnyRule() {
        Rule rule =
                new Rule.AgainstNumber(StandardMetric.MAE, Rule.Bound.AT_MOST, 3, slice(1), WhenInconclusive.REFUSE);
        Finding finding = Scores.judgedInSlices(
                        Scores.guardrail(new Guardrail.Needs(30, 1, 0), rule),
                        Metered.metering(new double[20], new double[20]),
                        opponent -> new Standing.Absent(),
                        new String[] {"IT"})
                .findings()
                .get(0);

        assertThat(finding.result()).isEqualTo(Result.INCONCLUSIVE);
        assertThat(finding.code()).isEqualTo(FindingCode.TOO_FEW_GROUPS);
        assertThat(finding.explanation())
                .isEqualTo("20 groups to judge on, fewer than min_groups 30 in all slices together");
    }

    @Test
    void aNamedSliceThatVanishedIsNotComparable() {
        Slice named = new Slice("land", 30, List.of("IT", "PE"));

        Finding finding = judge(named, errors(2, 2), "IT", "FR");

        assertThat(finding.result()).isEqualTo(Result.NOT_COMPARABLE);
        assertThat(finding.code()).isEqualTo(FindingCode.SLICE_VANISHED);
        assertThat(finding.explanation()).contains("1 named slice of 'land'").doesNotContain("PE");
    }

    @Test
    void rowsWithoutAValueAreASliceOfTheirOwn() {
        Finding finding = judge(slice(30), errors(2, 6), "IT", null);

        assertThat(finding.slices()).extracting(SliceFinding::value).containsExactly(null, "IT");
        assertThat(finding.result()).isEqualTo(Result.FAIL);
    }

    /** Of a hundred slices that are as good as the line asks, some are below it by luck: without the correction, about two or three of them. */
    @Test
    void manySlicesDoNotMakeAFailureByLuck() {
        int lands = 100;
        double[] off = new double[lands];
        Arrays.fill(off, 3);
        String[] names = IntStream.range(0, lands).mapToObj(i -> "L" + i).toArray(String[]::new);

        Finding finding = judge(slice(30), errors(off), names);

        assertThat(finding.slices().stream().filter(found -> p(found) < 0.2)).hasSizeGreaterThan(5);
        assertThat(finding.slices()).extracting(SliceFinding::result).containsOnly(Result.PASS);
    }

    private static double p(SliceFinding found) {
        Double p = found.p();
        return p == null ? 1 : p;
    }

    private static Slice slice(int minRows) {
        return new Slice("land", minRows, List.of());
    }

    /** For each land its rows' errors, which vary around the number given. */
    private static double[] errors(double... around) {
        Random random = new Random(11);
        return Arrays.stream(around)
                .flatMap(mean -> IntStream.range(0, A_LAND).mapToDouble(i -> mean + random.nextGaussian() * 0.5))
                .toArray();
    }

    private static Finding judge(Slice slice, double[] errors, @Nullable String... lands) {
        Rule rule = new Rule.AgainstNumber(StandardMetric.MAE, Rule.Bound.AT_MOST, 3, slice, WhenInconclusive.ESTIMATE);
        double[] target = new double[errors.length];
        Metering candidate = Metered.metering(target, errors);
        Witness witness = new Witness() {
            @Override
            public Standing standing(Opponent opponent) {
                return new Standing.Absent();
            }

            @Override
            public Optional<@Nullable String[]> values(String column) {
                return Optional.of(IntStream.range(0, errors.length)
                        .mapToObj(row -> lands[row / A_LAND])
                        .toArray(String[]::new));
            }
        };
        return new Judge(Scores.guardrail(rule), candidate, witness, new Resampling(3, 1000))
                .verdict(List.of())
                .findings()
                .get(0);
    }
}

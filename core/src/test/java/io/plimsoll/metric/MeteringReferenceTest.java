package io.plimsoll.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.canonical.CanonicalJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Metrics against scikit-learn's values, which {@code src/test/python/metrics_reference.py} wrote down. */
class MeteringReferenceTest {
    record Reference(double trainingMedian, double threshold, List<Case> cases) {}

    record Case(
            String name,
            String task,
            double[] target,
            double[] prediction,
            double[] weight,
            Map<String, Double> expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() throws IOException {
        return reference().cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyMetricHasTheReferencesValue(Case reference) throws IOException {
        Metering metering = metering(reference);

        reference.expected().forEach((label, expected) -> {
            Reading reading = metering.read(metric(label));
            assertThat(reading.code()).as(label).isEqualTo(ReadingCode.MEASURED);
            assertThat(reading.value()).as(label).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatTheReferenceLeavesOutHasNoValue(Case reference) throws IOException {
        Task task = Task.valueOf(reference.task().toUpperCase(Locale.ROOT));
        Map<String, Double> values = new TreeMap<>();
        Metering metering = metering(reference);
        StandardMetric.of(task).stream()
                .map(metering::read)
                .filter(Reading::isDefined)
                .forEach(reading -> values.put(reading.metric().label(), reading.value()));

        assertThat(values.keySet()).isEqualTo(reference.expected().keySet());
    }

    private static StandardMetric metric(String label) {
        return StandardMetric.valueOf(label.toUpperCase(Locale.ROOT));
    }

    @Test
    void everyMetricIsAmongTheReferencesWithAndWithoutWeights() throws IOException {
        Set<StandardMetric> weighted = EnumSet.noneOf(StandardMetric.class);
        Set<StandardMetric> plain = EnumSet.noneOf(StandardMetric.class);
        for (Case reference : cases()) {
            boolean alike = Arrays.stream(reference.weight()).allMatch(weight -> weight == 1);
            Stream<StandardMetric> metrics =
                    reference.expected().keySet().stream().map(MeteringReferenceTest::metric);
            metrics.forEach((alike ? plain : weighted)::add);
        }

        assertThat(plain).containsExactly(StandardMetric.values());
        assertThat(weighted).containsExactly(StandardMetric.values());
    }

    private static Metering metering(Case reference) throws IOException {
        String[] groups = new String[reference.target().length];
        Arrays.fill(groups, "g");
        ScoredRows rows = new ScoredRows(reference.target(), reference.prediction(), reference.weight(), groups);
        return new Metering(
                rows, new Baseline(0, reference().trainingMedian()), reference().threshold());
    }

    private static Reference reference() throws IOException {
        try (InputStream in = MeteringReferenceTest.class.getResourceAsStream("metrics-reference.json")) {
            return CanonicalJson.read(Objects.requireNonNull(in).readAllBytes(), Reference.class);
        }
    }
}

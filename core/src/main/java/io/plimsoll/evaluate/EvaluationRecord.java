package io.plimsoll.evaluate;

import io.plimsoll.guard.Decision;
import io.plimsoll.guard.FindingCode;
import io.plimsoll.guard.VerdictReport;
import io.plimsoll.interval.Interval;
import io.plimsoll.metric.Metric;
import io.plimsoll.metric.Reading;
import io.plimsoll.metric.ReadingCode;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What remains of an evaluation when its rows are gone: enough to register the model, or to refuse it, as the run itself would have.
 *
 * @param evidenceSha256 hash of the seal of all evidence
 * @param metrics by label
 * @param champion the champion's version; absent if there was none
 * @param judged how it was judged, where that is not by the model itself on rows that it never saw
 * @param coverage how well its intervals hold the rows that judge; absent if it has none
 * @param yardsticks what metrics need beside the rows
 * @param alone what each feature reaches by itself, as far as it has a value
 */
public record EvaluationRecord(
        String evidenceSha256,
        SortedMap<String, Figure> metrics,
        VerdictReport verdict,
        Decision decision,
        @Nullable Integer champion,
        @Nullable String judged,
        @Nullable Coverage coverage,
        Yardsticks yardsticks,
        SortedMap<String, Double> alone) {
    public EvaluationRecord {
        alone = Collections.unmodifiableSortedMap(new TreeMap<>(alone));
        metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
    }

    /**
     * A metric on the rows that judge.
     *
     * @param value absent where it is undefined
     * @param code {@code MEASURED}, or why it is undefined
     */
    public record Figure(
            @Nullable Double value,
            ReadingCode code,
            long rows,
            long leftOut,
            @Nullable Interval interval) {
        Measured of(Metric metric) {
            double known = value == null ? Double.NaN : value;
            return new Measured(new Reading(metric, known, code, rows, leftOut), interval);
        }

        static Figure of(Measured measured) {
            Reading reading = measured.reading();
            return new Figure(
                    reading.isDefined() ? (Double) reading.value() : null,
                    reading.code(),
                    reading.rows(),
                    reading.leftOut(),
                    measured.interval());
        }
    }

    static EvaluationRecord of(Evaluation evaluation) {
        SortedMap<String, Figure> metrics = new TreeMap<>();
        evaluation.metrics().forEach((metric, measured) -> metrics.put(metric.label(), Figure.of(measured)));
        Judgement judgement = evaluation.judgement();
        return new EvaluationRecord(
                evaluation.evidenceSha256(),
                metrics,
                judgement.verdictReport(),
                judgement.decision(),
                judgement.champion().isPresent()
                        ? (Integer) judgement.champion().getAsInt()
                        : null,
                evaluation.judged().orElse(null),
                evaluation.coverage().orElse(null),
                evaluation.measurement().yardsticks(),
                evaluation.measurement().alone());
    }

    /** Whether it depends on nothing that comes and goes: an opponent that could not be loaded may be there again the next time. */
    public boolean lasts() {
        return verdict.rules().stream().noneMatch(rule -> rule.code() == FindingCode.OPPONENT_UNLOADABLE);
    }

    /** How many different candidates the rows had judged, this one included. */
    int candidates() {
        return verdict.attempts().candidates();
    }

    /** Without the predictions of opponents and the values of slices, which lie with the evidence. */
    Judgement judgement() {
        OptionalInt version = champion == null ? OptionalInt.empty() : OptionalInt.of(champion);
        return new Judgement(verdict, decision, version, Map.of(), Map.of());
    }

    /** @throws IllegalStateException if it was not measured */
    Measured measured(Metric metric) {
        Figure figure = metrics.get(metric.label());
        if (figure == null) {
            throw new IllegalStateException("an evaluation without " + metric.label());
        }
        return figure.of(metric);
    }
}

package io.plimsoll.evaluate;

import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.guard.Figures;
import io.plimsoll.metric.Metric;
import io.plimsoll.metric.Reading;
import io.plimsoll.split.Judging;
import io.plimsoll.step.StepOutput;
import io.plimsoll.workspace.DatasetVersion;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A judged candidate. */
public final class Evaluation implements StepOutput {
    private final Measurement measurement;
    private final Metric main;
    private final Judgement judgement;
    private final Afterwards afterwards;

    Evaluation(Measurement measurement, Metric main, Judgement judgement, Afterwards afterwards) {
        this.measurement = measurement;
        this.main = main;
        this.judgement = judgement;
        this.afterwards = afterwards;
    }

    /**
     * What was judged.
     *
     * @param files of the model
     * @param dataset the snapshot that it comes of
     * @param judged how it was judged, where that is not by the model itself on rows that it never saw
     * @param coverage how well its intervals hold the rows that judge; absent if it has none
     */
    public record Subject(
            ModelFiles files,
            DatasetVersion dataset,
            @Nullable String judged,
            @Nullable Coverage coverage) {
        static Subject of(Candidate candidate) {
            String judged =
                    candidate.model().split().judging() instanceof Judging.Folds folds ? folds.sentence() : null;
            return new Subject(
                    candidate.model().files(),
                    candidate.dataset(),
                    judged,
                    candidate.coverage().orElse(null));
        }
    }

    /**
     * What registering needs of it.
     *
     * @param evidenceSha256 hash of the seal of all evidence
     * @param again judges the same candidate against whoever is champion then
     */
    record Afterwards(String evidenceSha256, Supplier<Judgement> again) {}

    public ModelFiles files() {
        return measurement.subject().files();
    }

    public DatasetVersion dataset() {
        return measurement.subject().dataset();
    }

    /** How it was judged, where that is not by the model itself on rows that it never saw. */
    public Optional<String> judged() {
        return Optional.ofNullable(measurement.subject().judged());
    }

    /** Every metric of the task, measured on the rows that judge. */
    public Map<Metric, Measured> metrics() {
        return measurement.metrics();
    }

    public Judgement judgement() {
        return judgement;
    }

    /** How well its intervals hold the rows that judge; empty if it has none. */
    public Optional<Coverage> coverage() {
        return Optional.ofNullable(measurement.subject().coverage());
    }

    /** Hash of the seal, which lists the SHA-256 of every file of evidence. */
    public String evidenceSha256() {
        return afterwards.evidenceSha256();
    }

    /** Judges the same candidate against whoever is champion now. */
    public Judgement judgeAgain() {
        return afterwards.again().get();
    }

    Measurement measurement() {
        return measurement;
    }

    /** What another run needs to take it up. */
    public EvaluationRecord record() {
        return EvaluationRecord.of(this);
    }

    @Override
    public String summary() {
        Reading reading = Objects.requireNonNull(metrics().get(main)).reading();
        return main.label() + " " + Figures.of(reading.value()) + "; verdict "
                + judgement.verdictReport().result() + ", decision "
                + judgement.decision().kind()
                + coverage().map(coverage -> "; " + coverage.sentence()).orElse("")
                + judged().map(sentence -> " (" + sentence + ")").orElse("");
    }

    @Override
    public Object findings() {
        SortedMap<String, Double> values = new TreeMap<>();
        metrics().values().stream()
                .map(Measured::reading)
                .filter(Reading::isDefined)
                .forEach(r -> values.put(r.metric().label(), r.value()));
        return Map.of(
                "metrics", values,
                "verdict", judgement.verdictReport().result(),
                "decision", judgement.decision());
    }
}

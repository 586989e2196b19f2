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

/** A judged candidate. */
public final class Evaluation implements StepOutput {
    private final Candidate candidate;
    private final Map<Metric, Measured> metrics;
    private final Metric main;
    private final Judgement judgement;
    private final Afterwards afterwards;

    Evaluation(
            Candidate candidate,
            Map<Metric, Measured> metrics,
            Metric main,
            Judgement judgement,
            Afterwards afterwards) {
        this.candidate = candidate;
        this.metrics = Map.copyOf(metrics);
        this.main = main;
        this.judgement = judgement;
        this.afterwards = afterwards;
    }

    /**
     * What registering needs of it.
     *
     * @param evidenceSha256 hash of the seal of all evidence
     * @param again judges the same candidate against whoever is champion then
     */
    record Afterwards(String evidenceSha256, Supplier<Judgement> again) {}

    public ModelFiles files() {
        return candidate.model().files();
    }

    public DatasetVersion dataset() {
        return candidate.model().table().split().table().dataset();
    }

    /** How it was judged, where that is not by the model itself on rows that it never saw. */
    public Optional<String> judged() {
        return candidate.model().table().split().judging() instanceof Judging.Folds folds
                ? Optional.of(folds.sentence())
                : Optional.empty();
    }

    /** Every metric of the task, measured on the rows that judge. */
    public Map<Metric, Measured> metrics() {
        return metrics;
    }

    public Judgement judgement() {
        return judgement;
    }

    /** How well its intervals hold the rows that judge; empty if it has none. */
    public Optional<Coverage> coverage() {
        return candidate.coverage();
    }

    /** Hash of the seal, which lists the SHA-256 of every file of evidence. */
    public String evidenceSha256() {
        return afterwards.evidenceSha256();
    }

    /** Judges the same candidate against whoever is champion now. */
    public Judgement judgeAgain() {
        return afterwards.again().get();
    }

    @Override
    public String summary() {
        Reading reading = Objects.requireNonNull(metrics.get(main)).reading();
        return main.label() + " " + Figures.of(reading.value()) + "; verdict "
                + judgement.verdict().result() + ", decision "
                + judgement.decision().kind()
                + coverage().map(coverage -> "; " + coverage.sentence()).orElse("")
                + judged().map(sentence -> " (" + sentence + ")").orElse("");
    }

    @Override
    public Object findings() {
        SortedMap<String, Double> values = new TreeMap<>();
        metrics.values().stream()
                .map(Measured::reading)
                .filter(Reading::isDefined)
                .forEach(r -> values.put(r.metric().label(), r.value()));
        return Map.of(
                "metrics", values,
                "verdict", judgement.verdict().result(),
                "decision", judgement.decision());
    }
}

package io.plimsoll.evaluate;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.config.ModelConfig;
import io.plimsoll.guard.Alarm;
import io.plimsoll.metric.Metric;
import io.plimsoll.metric.StandardMetric;
import io.plimsoll.split.Judging;
import io.plimsoll.split.SplitTable;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.Step;
import io.plimsoll.step.StepName;
import io.plimsoll.train.Fitting;
import io.plimsoll.train.TrainedModel;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Measures a model on rows that it has not seen, and holds it against its line. */
public final class EvaluateStep implements Step<TrainedModel, Evaluation> {
    /** No metric of a regression has a threshold. */
    private static final double NO_THRESHOLD = 0;

    private final ModelConfig config;
    private final Bench bench;
    private final FoldScoring foldScoring;
    private final RowSplitCheck rowSplit;

    /** @param fitting what fitted the model, to fit it without a fold, and to see what it would be worth if rows were parted otherwise */
    public EvaluateStep(ModelConfig config, Bench bench, Fitting fitting) {
        this.config = config;
        this.bench = bench;
        this.foldScoring = new FoldScoring(fitting);
        this.rowSplit = new RowSplitCheck(config, fitting);
    }

    @Override
    public StepName name() {
        return StepName.EVALUATE;
    }

    @Override
    public Evaluation run(TrainedModel model, RunContext run) {
        Candidate candidate = candidate(model, run);
        Holdout holdout = candidate.holdout();
        Map<Metric, Measured> metrics = measure(candidate);
        List<Alarm> alarms = alarms(candidate);
        int candidates =
                bench.attempts(run.runId(), holdout.sha256(), model.files().sha256());
        Judgement judgement = bench.judge(candidate, alarms, candidates);
        rowSplit.warning(
                        candidate,
                        Objects.requireNonNull(metrics.get(config.metric())).reading())
                .ifPresent(run::warn);
        Seal seal = new Seal();
        seal.add("holdout.csv", holdout.csv());
        seal.add("opponents.csv", holdout.opponentsCsv(judgement.opponents()));
        seal.add("slices.csv", holdout.slicesCsv(judgement.slices()));
        seal.add("metrics.json", CanonicalJson.indented(metricsFile(candidate, metrics)));
        seal.add("verdict.json", CanonicalJson.indented(judgement.report()));
        String sealed = seal.put(run);
        Supplier<Judgement> again = () -> bench.judge(candidate, alarms, candidates);
        return new Evaluation(
                Evaluation.Subject.of(candidate),
                metrics,
                config.metric(),
                judgement,
                new Evaluation.Afterwards(sealed, again));
    }

    /**
     * An evaluation as another run left it.
     *
     * @param judged what was judged then
     * @param model the same candidate, in case that it must be judged again
     */
    public Evaluation recalled(
            EvaluationRecord record, Evaluation.Subject judged, Supplier<TrainedModel> model, RunContext run) {
        Map<Metric, Measured> metrics = new LinkedHashMap<>();
        wanted().forEach(metric -> metrics.put(metric, record.measured(metric)));
        Supplier<Judgement> again = () -> {
            Candidate candidate = candidate(model.get(), run);
            return bench.judge(candidate, alarms(candidate), record.candidates());
        };
        return new Evaluation(
                judged,
                metrics,
                config.metric(),
                record.judgement(),
                new Evaluation.Afterwards(record.evidenceSha256(), again));
    }

    private Candidate candidate(TrainedModel model, RunContext run) {
        return new Candidate(model, scored(model, run), threshold(model), config.weight());
    }

    private List<Alarm> alarms(Candidate candidate) {
        return new LeakCheck(config.features(), config.task(), bench.suspicious()).alarms(candidate);
    }

    private Holdout scored(TrainedModel model, RunContext run) {
        Holdout holdout = Scoring.judged(model, config.weight());
        SplitTable split = model.split();
        return split.judging() instanceof Judging.Folds folds
                ? foldScoring.score(split, folds, holdout, run::progress)
                : holdout;
    }

    private static double threshold(TrainedModel model) {
        Double threshold = model.predictor().contract().output().threshold();
        return threshold == null ? NO_THRESHOLD : threshold;
    }

    private Set<Metric> wanted() {
        Set<Metric> wanted = new LinkedHashSet<>(StandardMetric.of(config.task()));
        wanted.add(config.metric());
        wanted.addAll(config.alsoReport());
        config.guardrail().rules().forEach(rule -> wanted.add(rule.metric()));
        return wanted;
    }

    private Map<Metric, Measured> measure(Candidate candidate) {
        Map<Metric, Measured> metrics = new LinkedHashMap<>();
        wanted().forEach(metric -> metrics.put(metric, Measured.of(candidate, metric)));
        return metrics;
    }

    /** Everything beside {@code holdout.csv} that it takes to compute the metrics again. */
    private static Map<String, Object> metricsFile(Candidate candidate, Map<Metric, Measured> measured) {
        Map<String, Object> metrics = new TreeMap<>();
        measured.forEach((metric, one) -> {
            Map<String, Object> entry = new TreeMap<>();
            entry.put("code", one.reading().code());
            entry.put("rows", one.reading().rows());
            entry.put("left_out", one.reading().leftOut());
            if (one.reading().isDefined()) {
                entry.put("value", one.reading().value());
            }
            if (one.interval() != null) {
                entry.put("interval", one.interval());
            }
            metrics.put(metric.label(), entry);
        });
        Map<String, Object> file = new TreeMap<>();
        file.put("metrics", metrics);
        file.put("baseline", candidate.model().baseline());
        file.put("threshold", candidate.threshold());
        candidate.coverage().ifPresent(coverage -> file.put("intervals", coverage));
        return file;
    }
}

package io.plimsoll.evaluate;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.config.ModelConfig;
import io.plimsoll.fault.Fault;
import io.plimsoll.guard.Alarm;
import io.plimsoll.metric.Metric;
import io.plimsoll.metric.Reading;
import io.plimsoll.metric.StandardMetric;
import io.plimsoll.split.Judging;
import io.plimsoll.split.SplitTable;
import io.plimsoll.step.Later;
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
        Map<Metric, Measured> metrics = measured(candidate, Map.of());
        Reading main = Objects.requireNonNull(metrics.get(config.metric())).reading();
        List<Fault> warnings = rowSplit.warning(candidate, main).map(List::of).orElse(List.of());
        return judge(
                candidate,
                new Measurement(
                        Evaluation.Subject.of(candidate),
                        metrics,
                        leaks().alone(candidate),
                        candidate.yardsticks(),
                        warnings),
                run);
    }

    /**
     * Judges by the rules of now what an earlier run measured of the same model on the same rows, where these were held out. Whatever else a rule asks
     * for is measured now.
     *
     * @param subject what is judged
     * @param model the same model, asked for only where a rule names an opponent or slices
     */
    public Evaluation judgeEarlier(
            Earlier earlier, Evaluation.Subject subject, Later<TrainedModel> model, RunContext run) {
        EvaluationRecord found = earlier.found();
        Candidate candidate = new Candidate(
                subject.files().sha256(),
                model,
                Holdout.read(earlier.holdoutCsv()),
                found.yardsticks(),
                config.weight());
        Map<Metric, Measured> metrics = measured(candidate, found.metrics());
        return judge(
                candidate,
                new Measurement(subject, metrics, found.alone(), found.yardsticks(), earlier.warnings()),
                run);
    }

    /**
     * What an earlier run left.
     *
     * @param found by it
     * @param holdoutCsv the rows as it scored them
     * @param warnings of its evaluation
     */
    public record Earlier(EvaluationRecord found, String holdoutCsv, List<Fault> warnings) {
        public Earlier {
            warnings = List.copyOf(warnings);
        }
    }

    private Evaluation judge(Candidate candidate, Measurement measurement, RunContext run) {
        Holdout holdout = candidate.holdout();
        List<Alarm> alarms = leaks().alarms(candidate.metering(), measurement.alone());
        int candidates = bench.attempts(
                run.runId(), holdout.sha256(), measurement.subject().files().sha256());
        Judgement judgement = bench.judge(candidate, alarms, candidates);
        measurement.warnings().forEach(run::warn);
        Seal seal = new Seal();
        seal.add("holdout.csv", holdout.csv());
        seal.add("opponents.csv", holdout.opponentsCsv(judgement.opponents()));
        seal.add("slices.csv", holdout.slicesCsv(judgement.slices()));
        seal.add("metrics.json", CanonicalJson.indented(metricsFile(measurement)));
        seal.add("verdict.json", CanonicalJson.indented(judgement.report()));
        String sealed = seal.put(run);
        Supplier<Judgement> again = () -> bench.judge(candidate, alarms, candidates);
        return new Evaluation(measurement, config.metric(), judgement, new Evaluation.Afterwards(sealed, again));
    }

    /**
     * An evaluation as another run left it.
     *
     * @param subject what was judged then
     * @param model the same candidate, in case that it must be judged again
     */
    public Evaluation recalled(
            EvaluationRecord record, Evaluation.Subject subject, Later<TrainedModel> model, RunContext run) {
        Map<Metric, Measured> metrics = new LinkedHashMap<>();
        wanted().forEach(metric -> metrics.put(metric, record.measured(metric)));
        Later<Candidate> candidate = model.then(found -> candidate(found, run));
        Supplier<Judgement> again = () -> {
            Candidate found = candidate.get();
            return bench.judge(found, leaks().alarms(found.metering(), record.alone()), record.candidates());
        };
        return new Evaluation(
                new Measurement(subject, metrics, record.alone(), record.yardsticks(), List.of()),
                config.metric(),
                record.judgement(),
                new Evaluation.Afterwards(record.evidenceSha256(), again));
    }

    private Candidate candidate(TrainedModel model, RunContext run) {
        return new Candidate(model, scored(model, run), threshold(model), config.weight());
    }

    private LeakCheck leaks() {
        return new LeakCheck(config.features(), config.task(), bench.suspicious());
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

    /** @param known by label, what need not be measured again */
    private Map<Metric, Measured> measured(Candidate candidate, Map<String, EvaluationRecord.Figure> known) {
        Map<Metric, Measured> metrics = new LinkedHashMap<>();
        for (Metric metric : wanted()) {
            EvaluationRecord.Figure figure = known.get(metric.label());
            metrics.put(metric, figure == null ? Measured.of(candidate, metric) : figure.of(metric));
        }
        return metrics;
    }

    /** Everything beside {@code holdout.csv} that it takes to compute the metrics again. */
    private static Map<String, Object> metricsFile(Measurement measurement) {
        Map<String, Object> metrics = new TreeMap<>();
        measurement.metrics().forEach((metric, one) -> {
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
        Yardsticks yardsticks = measurement.yardsticks();
        file.put("baseline", yardsticks.baseline());
        file.put("threshold", yardsticks.threshold());
        Coverage coverage = measurement.subject().coverage();
        if (coverage != null) {
            file.put("intervals", coverage);
        }
        return file;
    }
}
